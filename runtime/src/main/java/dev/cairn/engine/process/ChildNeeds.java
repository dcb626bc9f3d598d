package dev.cairn.engine.process;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What tasks need of the virtual machine in which they run. Immutable.
 *
 * @param options its options
 * @param memory its largest heap, as a number with a unit, such as {@code 2g}; null if it does not matter
 */
public record ChildNeeds(List<String> options, @Nullable String memory) {
    /** Copies the list. */
    public ChildNeeds {
        options = List.copyOf(options);
    }
}
