package dev.cairn.engine.task;

import dev.cairn.runtime.definition.Access;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.StepDefinition;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Which step reads, later than another one, the value that an artifact has after that one. Immutable. */
final class LaterReads {
    private final FlowDefinition<?> definition;

    LaterReads(FlowDefinition<?> definition) {
        this.definition = definition;
    }

    /** The nearest step after {@code step} that may read {@code artifact} before any step assigns it for certain. */
    Optional<String> after(StepDefinition step, String artifact) {
        Set<String> seen = new HashSet<>(step.transition().targets());
        Deque<String> next = new ArrayDeque<>(step.transition().targets());
        while (!next.isEmpty()) {
            StepDefinition later = definition.step(next.remove());
            if (reads(later, artifact)) {
                return Optional.of(later.name());
            } else if (!assigns(later, artifact)) {
                later.transition().targets().stream().filter(seen::add).forEach(next::add);
            }
        }
        return Optional.empty();
    }

    private static boolean reads(StepDefinition step, String artifact) {
        Access access = step.access();
        return access.mayRead(artifact)
                || access.changes(artifact)
                || !assigns(step, artifact) && step.transition().dependsOn(artifact);
    }

    /** A step whose failure is caught may end anywhere. */
    private static boolean assigns(StepDefinition step, String artifact) {
        return step.access().mustAssign().contains(artifact) && step.caughtIn() == null;
    }
}
