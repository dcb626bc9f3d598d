package dev.cairn.processor.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A block of the lock file that is not as the code has it.
 *
 * @param place the flow or type
 * @param isNew whether the lock file knows nothing of it
 * @param lines what would change in the file, {@code -} and {@code +} before the lines
 */
public record Difference(Place place, boolean isNew, List<String> lines) {
    /** Copies the list. */
    public Difference {
        lines = List.copyOf(lines);
    }

    static Difference of(Optional<Block> before, Block now) {
        List<String> was = before.map(LockText::lines).orElse(List.of());
        List<String> is = LockText.lines(now);
        List<String> changed = new ArrayList<>();
        was.stream().filter(line -> !is.contains(line)).forEach(line -> changed.add("- " + line.strip()));
        is.stream().filter(line -> !was.contains(line)).forEach(line -> changed.add("+ " + line.strip()));
        if (changed.isEmpty()) { // the same lines in another order
            is.forEach(line -> changed.add("  " + line.strip()));
        }
        return new Difference(Place.of(now), before.isEmpty(), changed);
    }
}
