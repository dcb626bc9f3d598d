package dev.cairn.codec.schema;

import dev.cairn.codec.IncompatibleSchemaException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides which current member (field, constant or subtype) each stored name means. Immutable.
 *
 * <p>A member may have been stored under its current name, or under any of its former names. The question is which of these
 * assignments of stored names to members was possible in some version of the class. Three things hold for every version: its names
 * differ; a member stays once it exists, and keeps its current name once it has it; and a name that a member claims never belonged
 * to a member that was removed, because such names must not be reused. Therefore
 *
 * <ul>
 *   <li>a stored name that only one member claims is that member;
 *   <li>a stored name that is the current name of {@code B} and a former name of {@code Y} is {@code Y}, if no other stored name can be
 *       {@code Y}: if it were {@code B} already, {@code Y} would have been renamed before, and would be stored under another name;
 *   <li>it is {@code B} if another stored name is {@code Y}, and {@code Y} if another stored name is {@code B}. Constants and subtypes
 *       may have been combined into one; for them, only the current name of {@code Y} proves this, because a former name may come from
 *       a constant or subtype that was combined with {@code Y}.
 * </ul>
 *
 * <p>If this does not decide a name, or if two stored names would have to be the same field, all names that depend on it are
 * {@linkplain #isOpen undecided}, and reading a value with such a name fails.
 */
public final class Renames {
    /**
     * The names of a member.
     *
     * @param name its current name
     * @param formerNames its former names
     */
    public record Member(String name, List<String> formerNames) {
        boolean mayBe(String stored) {
            return name.equals(stored) || formerNames.contains(stored);
        }
    }

    private static final int OPEN = -2;

    private final List<String> stored;
    private final List<Member> members;
    private final boolean merging;
    private final Map<String, Set<Integer>> claims = new HashMap<>();
    private final Map<String, Integer> meanings = new HashMap<>();

    private Renames(List<String> stored, List<Member> members, boolean merging) {
        this.stored = stored;
        this.members = members;
        this.merging = merging;
    }

    /**
     * Decides what the names of the fields of one stored version mean. Two of them never mean the same field.
     *
     * @param stored the stored names, in the order of the payload
     * @param members the fields of the class as it is now
     * @return the meanings of these names
     */
    public static Renames ofFields(List<String> stored, List<Member> members) {
        return decided(new Renames(stored, members, false));
    }

    /**
     * Decides what the names of constants or subtypes mean. Two of them may have been combined into one.
     *
     * @param stored the stored names of one enum or sealed type
     * @param members the constants or subtypes as they are now
     * @return the meanings of these names
     */
    public static Renames ofAlternatives(List<String> stored, List<Member> members) {
        return decided(new Renames(stored, members, true));
    }

    private static Renames decided(Renames renames) {
        renames.findClaims();
        Set<String> seen = new LinkedHashSet<>();
        for (String name : renames.stored) {
            if (renames.claims.containsKey(name) && !seen.contains(name)) {
                Set<String> connected = renames.connected(name);
                seen.addAll(connected);
                if (!renames.decide(connected)) {
                    connected.forEach(open -> renames.meanings.put(open, OPEN));
                }
            }
        }
        return renames;
    }

    /**
     * Requires that no two members claim the same former name, and that no members exchanged their names, because then older versions
     * would look like the current one.
     *
     * @param what what the members are, as the first word of the message, such as {@code fields}
     * @param owner the type that has the members, for the message
     * @param members the members to check
     * @throws IllegalArgumentException if there are such members
     */
    public static void requireTold(String what, String owner, List<Member> members) {
        Map<String, String> claimed = new HashMap<>();
        for (Member member : members) {
            for (String formerName : Set.copyOf(member.formerNames())) {
                @Nullable String other = claimed.putIfAbsent(formerName, member.name());
                if (other != null && !other.equals(member.name())) {
                    throw new IllegalArgumentException(what + " `" + other + "` and `" + member.name() + "` of " + owner
                            + " both have the former name `" + formerName + "`");
                }
            }
        }
        for (Member member : members) {
            Set<String> way = new LinkedHashSet<>();
            String name = member.name();
            while (name != null && way.add(name)) {
                name = claimed.get(name);
            }
            if (member.name().equals(name) && way.size() > 1) {
                throw new IllegalArgumentException(what + " " + quoted(List.copyOf(way)) + " of " + owner
                        + " cannot swap names: older values could not be told apart from new ones");
            }
        }
    }

    /** Of members of one name, the instances of a generic class, the first one counts. */
    private void findClaims() {
        Map<String, Integer> first = new HashMap<>();
        for (int i = 0; i < members.size(); i++) {
            first.putIfAbsent(members.get(i).name(), i);
        }
        for (String name : stored) {
            for (int i = 0; i < members.size(); i++) {
                if (Objects.requireNonNull(first.get(members.get(i).name())) == i
                        && members.get(i).mayBe(name)) {
                    claims.computeIfAbsent(name, unused -> new LinkedHashSet<>())
                            .add(i);
                }
            }
        }
    }

    /** The names that share a member with {@code first}, or with one that does, and so on. */
    private Set<String> connected(String first) {
        Set<String> connected = new LinkedHashSet<>(Set.of(first));
        Deque<String> open = new ArrayDeque<>(connected);
        while (!open.isEmpty()) {
            Set<Integer> claimants = claims(open.remove());
            claims.forEach((name, others) -> {
                if (others.stream().anyMatch(claimants::contains) && connected.add(name)) {
                    open.add(name);
                }
            });
        }
        return connected;
    }

    private Set<Integer> claims(String name) {
        return claims.getOrDefault(name, Set.of());
    }

    /** Draws the conclusions, until there are no more; whether all names have a meaning then. */
    private boolean decide(Set<String> names) {
        Set<String> undecided = new LinkedHashSet<>(names);
        Set<Integer> taken = new LinkedHashSet<>();
        boolean progress = true;
        while (progress && !undecided.isEmpty()) {
            progress = false;
            for (String name : List.copyOf(undecided)) {
                int member = conclusion(name, undecided, taken);
                if (member >= 0) {
                    meanings.put(name, member);
                    taken.add(member);
                    undecided.remove(name);
                    progress = true;
                }
            }
        }
        return undecided.isEmpty();
    }

    private int conclusion(String name, Set<String> undecided, Set<Integer> taken) {
        Set<Integer> claimants = claims(name);
        if (claimants.size() == 1) {
            int only = claimants.iterator().next();
            return merging || !taken.contains(only) ? only : -1;
        }
        List<Integer> former = claimants.stream()
                .filter(member -> !members.get(member).name().equals(name))
                .toList();
        if (former.size() > 1) {
            return -1;
        }
        int before = former.get(0);
        int now = claimants.stream()
                .filter(member -> member != before)
                .findFirst()
                .orElseThrow();
        if (!taken.contains(before)
                && undecided.stream()
                        .noneMatch(other -> !other.equals(name) && claims(other).contains(before))) {
            return before;
        } else if (merging) {
            // Another stored name may be one that was merged into it; not so its own.
            return meaning(members.get(before).name()) == before ? now : -1;
        } else if (taken.contains(before)) {
            return taken.contains(now) ? -1 : now;
        }
        return taken.contains(now) ? before : -1;
    }

    /**
     * {@return the number of the member that a stored name means, as an index into the members; negative if it means none, or if this is
     * undecided}
     *
     * @param name a stored name
     */
    public int meaning(String name) {
        return meanings.getOrDefault(name, -1);
    }

    /**
     * {@return whether it is undecided what a stored name means}
     *
     * @param name a stored name
     */
    public boolean isOpen(String name) {
        return meaning(name) == OPEN;
    }

    /** {@return the first stored name that is undecided; null if there is none} */
    @Nullable
    public String firstOpen() {
        return stored.stream().filter(this::isOpen).findFirst().orElse(null);
    }

    /**
     * {@return the exception for a name that is undecided} Its message has all names that depend on it. The caller throws it.
     *
     * @param open a name for which {@link #isOpen} is true
     */
    public IncompatibleSchemaException refusal(String open) {
        Set<String> connected = connected(open);
        List<String> names = stored.stream().filter(connected::contains).toList();
        String now = names.stream()
                .flatMap(name -> claims(name).stream())
                .distinct()
                .sorted()
                .map(member -> "`" + members.get(member).name() + "`")
                .collect(Collectors.joining(" and "));
        return new IncompatibleSchemaException("stored with " + quoted(names)
                + ", and @FormerNames does not say what is now " + now
                + "; remove the former names that meant something else");
    }

    private static String quoted(List<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(" and "));
    }
}
