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
 * Tells which member of today (field, constant or subtype) each stored name means. Immutable.
 *
 * <p>A member may have been stored under its name of today and under each of its former names; what is decided is which of
 * these assignments of stored names to members was possible in a version of the class. Three things are known of every version:
 * its names differ; a member that is there stays, and keeps the name that it has today once it has it; and whoever has had a name
 * that a member claims is a member of today, for a name of one that was dropped is not to be given to another. Hence
 *
 * <ul>
 *   <li>a stored name that one member claims is that member;
 *   <li>one that is the name of {@code B} today and a former name of {@code Y} is {@code Y} if nothing else stored can be
 *       {@code Y}: had it been {@code B} already, then {@code Y} had lost the name before, and were there under another one;
 *   <li>and it is the one if another stored name is the other one. Of constants and subtypes, of which several may have become one,
 *       only {@code Y}'s name of today tells that, for a former name may have come from one that was merged into it.
 * </ul>
 *
 * <p>Where that leaves something open, or two stored names have to be one field, all names that hang together with it are
 * {@linkplain #isOpen open}, and whoever meets one refuses.
 */
public final class Renames {
    /**
     * What is known of a member.
     *
     * @param name its name today
     * @param formerNames its former ones
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

    /** Decides what the names of the fields of one stored version mean: no two of them mean one. */
    public static Renames ofFields(List<String> stored, List<Member> members) {
        return decided(new Renames(stored, members, false));
    }

    /** Decides what the names of constants or types mean: two of them may have become one. */
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
     * Refuses two members that claim one former name, and members that changed places: those of the version before look like those
     * of today.
     *
     * @throws IllegalArgumentException if there are such
     */
    public static void requireTold(String what, String owner, List<Member> members) {
        Map<String, String> claimed = new HashMap<>();
        for (Member member : members) {
            for (String formerName : Set.copyOf(member.formerNames())) {
                @Nullable String other = claimed.putIfAbsent(formerName, member.name());
                if (other != null && !other.equals(member.name())) {
                    throw new IllegalArgumentException(what + " `" + other + "` and `" + member.name() + "` of " + owner
                            + " both claim the former name `" + formerName + "`");
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
                        + " cannot swap names: nothing would distinguish older values from those of today");
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

    /** The number of the member that a stored name means; negative if it means none, or if that is open. */
    public int meaning(String name) {
        return meanings.getOrDefault(name, -1);
    }

    /** Whether it cannot be told what a stored name means. */
    public boolean isOpen(String name) {
        return meaning(name) == OPEN;
    }

    /** The first stored name that is open; null if there is none. */
    @Nullable
    public String firstOpen() {
        return stored.stream().filter(this::isOpen).findFirst().orElse(null);
    }

    /** What is to be said of a name that is open. */
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
                + "; drop the former names that meant something else");
    }

    private static String quoted(List<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(" and "));
    }
}
