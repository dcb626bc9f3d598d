package dev.cairn.samples.truth;

import dev.cairn.runtime.definition.FlowDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A drawn flow after its compilation.
 *
 * @param sketch what was compiled
 * @param messages what Cairn said of it
 * @param broken what else is wrong with it: then it is no Java, and the fault is of who drew it
 * @param definition the flow; null if it was refused
 * @param plain the plain class; null if the flow was refused
 */
record Compiled(
        FlowSketch sketch,
        List<Said> messages,
        @Nullable String broken,
        @Nullable FlowDefinition<?> definition,
        @Nullable Class<? extends PlainFlow> plain) {
    /**
     * A message of Cairn's.
     *
     * @param id the rule
     * @param error whether it refuses the flow
     * @param text all of it
     */
    record Said(String id, boolean error, String text) {}

    boolean refused() {
        return messages.stream().anyMatch(Said::error);
    }
}
