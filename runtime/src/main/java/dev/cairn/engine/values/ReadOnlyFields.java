package dev.cairn.engine.values;

import dev.cairn.runtime.ReadOnlyValueException;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.ArtifactDefinition.Kind;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.StepDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters and constants that a step may change in place, as far as anybody could see. What a run starts with stays as it is,
 * so a change would be lost: it is told instead. Belongs to one task; not thread-safe.
 */
public final class ReadOnlyFields<F> {
    private final FlowDefinition<F> definition;
    private final StepDefinition step;
    private final F flow;
    private final SharedValues<F> sharedValues;
    private final Map<ArtifactDefinition, HeldValue> held = new LinkedHashMap<>();

    /** Of a flow instance before its step. */
    public ReadOnlyFields(FlowDefinition<F> definition, StepDefinition step, F flow, SharedValues<F> sharedValues) {
        this.definition = definition;
        this.step = step;
        this.flow = flow;
        this.sharedValues = sharedValues;
        for (int i = 0; i < definition.artifacts().size(); i++) {
            ArtifactDefinition artifact = definition.artifacts().get(i);
            if (artifact.kind() != Kind.ARTIFACT && step.access().changes(artifact.name())) {
                held.put(artifact, held(artifact, i));
            }
        }
    }

    private HeldValue held(ArtifactDefinition artifact, int index) {
        Object value = definition.get(flow, index);
        return isStored(artifact) ? sharedValues.held(artifact, value) : HeldValue.initial(artifact, value, true);
    }

    /**
     * Makes sure that the step left them as they were.
     *
     * @throws ReadOnlyValueException if it did not
     */
    public void requireUnchanged(ArtifactWriter writer) {
        Optional<ReadOnlyValueException> change = change(writer);
        if (change.isPresent()) {
            throw change.get();
        }
    }

    /** What is wrong if the step did not leave them as they were. */
    public Optional<ReadOnlyValueException> change(ArtifactWriter writer) {
        List<ArtifactDefinition> changed = new ArrayList<>();
        held.forEach((artifact, value) -> {
            if (isChanged(artifact, value, writer)) {
                changed.add(artifact);
            }
        });
        return changed.isEmpty() ? Optional.empty() : Optional.of(ReadOnlyValueException.changed(step.name(), changed));
    }

    private boolean isChanged(ArtifactDefinition artifact, HeldValue value, ArtifactWriter writer) {
        Object now = definition.get(flow, definition.artifactIndex(artifact.name()));
        return isStored(artifact)
                ? !writer.isUnchanged(sharedValues.ref(artifact), artifact, now, value)
                : !value.isStill(artifact, now);
    }

    private static boolean isStored(ArtifactDefinition artifact) {
        return artifact.kind() == Kind.PARAMETER && !artifact.secret();
    }
}
