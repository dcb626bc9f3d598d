package dev.cairn.processor.lock;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Former names and defaults are for versions older than the locked one: of what is taken back, the locked version alone shows
 * nothing.
 */
final class KeptNames {
    private final Version stored;
    private final Version now;
    private final Set<Finding> findings;

    KeptNames(Version stored, Version now, Set<Finding> findings) {
        this.stored = stored;
        this.now = now;
        this.findings = findings;
    }

    /** Finds what the annotations of a block no longer say. */
    void check(Block was, Block is) {
        names(was.formerNames(), is.name(), is.formerNames(), Place.of(is));
        for (Line before : was.members()) {
            Optional<Line> member = is.member(before.name());
            member.ifPresent(line -> {
                names(before.formerNames(), line.name(), line.formerNames(), Place.of(is, line));
                if (before.fallback().isPresent() && line.fallback().isEmpty()) {
                    withoutDefault(line, was, is);
                }
            });
        }
    }

    /** Of the versions of which the default says that they lack the field, none can be read if that is refused. */
    private void withoutDefault(Line field, Block was, Block is) {
        Set<Finding> missing = new HashSet<>();
        new StructReading(new Reading(stored, now, missing), now).missing(field, is, gone(was, is));
        if (missing.stream().anyMatch(Finding::isCertain)) {
            findings.add(Findings.noDefault(is, field));
        }
    }

    private void names(List<String> before, String name, List<String> today, Place place) {
        before.stream()
                .filter(former ->
                        !today.contains(former) && !TypeNames.raw(name).equals(former))
                .forEach(former -> findings.add(Findings.noFormerName(place, former)));
    }

    /** The stored fields that nothing reads now. */
    private static List<Line> gone(Block was, Block is) {
        List<Line> gone = new ArrayList<>(was.members());
        gone.removeIf(line -> is.member(line.name()).isPresent());
        gone.addAll(was.removed());
        return gone;
    }
}
