package dev.cairn.engine.resume;

import dev.cairn.codec.CodecException;
import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.ForkRecord;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.ArtifactDefinition.Kind;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.StepDefinition;
import dev.cairn.runtime.definition.Transition;
import dev.cairn.runtime.graph.FlowGraph;
import dev.cairn.runtime.values.ArtifactLoader;
import dev.cairn.runtime.values.RunArtifacts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides again, in the graph of today, what follows a task that ended in another run. Used by one thread. */
final class Routing {
    private final FlowDefinition<?> definition;
    private final FlowGraph before;
    private final FlowGraph now;
    private final Map<String, ArtifactRef> shared;
    private final ArtifactLoader loader;

    /**
     * For one run.
     *
     * @param shared what all tasks of the new run share
     */
    Routing(
            FlowDefinition<?> definition,
            FlowGraph before,
            FlowGraph now,
            Map<String, ArtifactRef> shared,
            ArtifactLoader loader) {
        this.definition = definition;
        this.before = before;
        this.now = now;
        this.shared = shared;
        this.loader = loader;
    }

    /**
     * What follows a task.
     *
     * @param next the names of the steps
     * @param fork the foreach that it opens, or null
     */
    record Ways(List<String> next, @Nullable ForkRecord fork) {}

    /** What follows a task now; empty if only the step itself can tell. */
    Optional<Ways> of(TaskRecord task) {
        StepDefinition step = definition.step(task.task().step());
        if (step.transition() instanceof Transition.Foreach foreach) {
            ForkRecord fork = task.fork();
            return fork == null || !definition.artifact(foreach.artifact()).isNamed(fork.artifact())
                    ? Optional.empty()
                    : Optional.of(new Ways(
                            foreach.targets(), new ForkRecord(foreach.artifact(), fork.count(), fork.items())));
        } else if (step.transition() instanceof Transition.Switch ways) {
            boolean same = before.step(step.name()).equals(now.step(step.name()));
            return same ? Optional.of(new Ways(task.next(), null)) : chosen(ways, task);
        }
        return Optional.of(new Ways(step.transition().targets(), null));
    }

    private Optional<Ways> chosen(Transition.Switch ways, TaskRecord task) {
        ArtifactDefinition artifact = definition.artifact(ways.artifact());
        ArtifactRef ref = RunArtifacts.find(artifact.kind() == Kind.ARTIFACT ? task.artifacts() : shared, artifact);
        Object value;
        try {
            value = ref == null ? null : loader.value(ref, artifact.codec());
        } catch (CodecException e) {
            value = null;
        }
        if (value == null) {
            return Optional.empty();
        }
        String text = value instanceof Enum<?> constant ? constant.name() : value.toString();
        String next = ways.cases().getOrDefault(text, ways.otherwise());
        return next == null ? Optional.empty() : Optional.of(new Ways(List.of(next), null));
    }
}
