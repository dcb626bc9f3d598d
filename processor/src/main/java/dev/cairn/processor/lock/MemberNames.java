package dev.cairn.processor.lock;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells which member of today each stored name means, as {@code dev.cairn.codec.schema.Renames} of the runtime does, which has the
 * reasons; a test holds the two to each other, because the processor brings no code of the runtime. Immutable.
 */
final class MemberNames {
    /** A member of today: its name, and those that it had. */
    record Member(String name, List<String> formerNames) {
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

    private MemberNames(List<String> stored, List<Member> members, boolean merging) {
        this.stored = List.copyOf(stored);
        this.members = List.copyOf(members);
        this.merging = merging;
    }

    /** Decides what the names of the fields of one stored version mean: no two of them mean one. */
    static MemberNames ofFields(List<String> stored, List<Member> members) {
        return new MemberNames(stored, members, false).decided();
    }

    /** Decides what the names of constants or types mean: two of them may have become one. */
    static MemberNames ofAlternatives(List<String> stored, List<Member> members) {
        return new MemberNames(stored, members, true).decided();
    }

    private MemberNames decided() {
        findClaims();
        Set<String> seen = new LinkedHashSet<>();
        for (String name : stored) {
            if (claims.containsKey(name) && !seen.contains(name)) {
                Set<String> connected = connected(name);
                seen.addAll(connected);
                if (!decide(connected)) {
                    connected.forEach(open -> meanings.put(open, OPEN));
                }
            }
        }
        return this;
    }

    /** Of members of one name, the instances of a generic class, the first one counts. */
    private void findClaims() {
        Map<String, Integer> first = new HashMap<>();
        for (int i = 0; i < members.size(); i++) {
            first.putIfAbsent(members.get(i).name(), i);
        }
        for (String name : stored) {
            for (int i = 0; i < members.size(); i++) {
                if (first.getOrDefault(members.get(i).name(), -1) == i
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
        boolean isAlone = undecided.stream()
                .noneMatch(other -> !other.equals(name) && claims(other).contains(before));
        if (!taken.contains(before) && isAlone) {
            return before;
        } else if (merging) {
            return meaning(members.get(before).name()) == before ? now : -1;
        } else if (taken.contains(before)) {
            return taken.contains(now) ? -1 : now;
        }
        return taken.contains(now) ? before : -1;
    }

    /** The number of the member that a stored name means; negative if it means none, or if that is open. */
    int meaning(String name) {
        return meanings.getOrDefault(name, -1);
    }

    /** Whether it cannot be told what a stored name means. */
    boolean isOpen(String name) {
        return meaning(name) == OPEN;
    }

    /** The stored names that hang together with one that is open, in their order. */
    List<String> openWith(String open) {
        Set<String> connected = connected(open);
        return stored.stream().filter(connected::contains).toList();
    }

    /** The names of the members of today that these stored ones may mean. */
    List<String> claimants(List<String> names) {
        return names.stream()
                .flatMap(name -> claims(name).stream())
                .distinct()
                .sorted()
                .map(member -> members.get(member).name())
                .toList();
    }
}
