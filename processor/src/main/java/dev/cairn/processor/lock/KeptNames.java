package dev.cairn.processor.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Former names and defaults are for versions older than the locked one: of what is taken back, the locked version alone shows
 * nothing.
 */
final class KeptNames {
    private final Reading reading;
    private final Version now;

    KeptNames(Reading reading, Version now) {
        this.reading = reading;
        this.now = now;
    }

    /** Finds what the annotations of a block no longer say. */
    void check(Block was, Block is) {
        names(was.formerNames(), is.name(), is.formerNames(), Place.of(is));
        for (Line before : was.members()) {
            Optional<Line> member = is.member(before.name());
            member.ifPresent(line -> {
                names(before.formerNames(), line.name(), line.formerNames(), Place.of(is, line));
                if (before.fallback().isPresent() && line.fallback().isEmpty()) {
                    new StructReading(reading, now).missing(line, is, gone(was, is));
                }
            });
        }
    }

    private void names(List<String> before, String name, List<String> now, Place place) {
        before.stream()
                .filter(former -> !now.contains(former) && !TypeNames.raw(name).equals(former))
                .forEach(former -> reading.find(Findings.noFormerName(place, former)));
    }

    /** The stored fields that nothing reads now. */
    private static List<Line> gone(Block was, Block is) {
        List<Line> gone = new ArrayList<>(was.members());
        gone.removeIf(line -> is.member(line.name()).isPresent());
        gone.addAll(was.removed());
        return gone;
    }
}
