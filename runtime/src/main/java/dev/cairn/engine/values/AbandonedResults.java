package dev.cairn.engine.values;

import dev.cairn.datastore.ArtifactRef;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.ArtifactDefinition.Kind;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.StepDefinition;
import dev.cairn.runtime.values.RunArtifacts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The artifacts after a task whose flow instance is of no use, because somebody may still change it or because it was never made:
 * those from before, and those that every flow starts with. Belongs to one task; not thread-safe.
 */
public final class AbandonedResults<F> {
    private final FlowDefinition<F> definition;
    private final StepDefinition step;
    private final Map<String, ArtifactRef> before;
    private final Supplier<F> freshFlow;
    private final ArtifactWriter writer;
    private @Nullable F fresh;

    public AbandonedResults(
            FlowDefinition<F> definition,
            StepDefinition step,
            Map<String, ArtifactRef> before,
            Supplier<F> freshFlow,
            ArtifactWriter writer) {
        this.definition = definition;
        this.step = step;
        this.before = before;
        this.freshFlow = freshFlow;
        this.writer = writer;
    }

    public Map<String, ArtifactRef> artifacts() {
        boolean starts = definition.steps().get(0) == step;
        Map<String, ArtifactRef> after = new LinkedHashMap<>();
        for (int i = 0; i < definition.artifacts().size(); i++) {
            ArtifactDefinition artifact = definition.artifacts().get(i);
            if (artifact.kind() != Kind.ARTIFACT) {
                continue;
            }
            ArtifactRef ref = RunArtifacts.find(before, artifact);
            if (ref == null && starts && artifact.hasInitialiser()) {
                ref = writer.write(artifact, freshValue(i), false);
            }
            if (ref != null) {
                after.put(artifact.name(), ref);
            }
        }
        return after;
    }

    private @Nullable Object freshValue(int index) {
        if (fresh == null) {
            fresh = freshFlow.get();
        }
        return definition.get(fresh, index);
    }
}
