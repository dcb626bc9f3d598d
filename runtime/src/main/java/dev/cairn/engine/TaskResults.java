package dev.cairn.engine;

import dev.cairn.codec.CodecException;
import dev.cairn.datastore.ArtifactRef;
import dev.cairn.runtime.Access;
import dev.cairn.runtime.ArtifactDefinition;
import dev.cairn.runtime.ArtifactDefinition.Kind;
import dev.cairn.runtime.Encoding;
import dev.cairn.runtime.FlowDefinition;
import dev.cairn.runtime.StepDefinition;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides which artifacts exist after a task, and in which version. Stored are: what the step definitely assigned; what it may
 * have assigned and no longer has the value from before; what was loaded and changed. All else passes on by reference.
 * Belongs to one task; not thread-safe.
 */
final class TaskResults<F> {
    private final FlowDefinition<F> definition;
    private final StepDefinition step;
    private final @Nullable F flow;
    private final TaskFields<F> fields;
    private final Supplier<F> freshFlow;
    private final ArtifactWriter writer;
    private @Nullable F fresh;

    TaskResults(
            FlowDefinition<F> definition,
            StepDefinition step,
            @Nullable F flow,
            TaskFields<F> fields,
            Supplier<F> freshFlow,
            ArtifactWriter writer) {
        this.definition = definition;
        this.step = step;
        this.flow = flow;
        this.fields = fields;
        this.freshFlow = freshFlow;
        this.writer = writer;
    }

    /**
     * The artifacts after a step that returned.
     *
     * @throws CodecException if one cannot be stored
     */
    Map<String, ArtifactRef> succeeded() {
        Map<String, ArtifactRef> after = new LinkedHashMap<>();
        for (int i = 0; i < definition.artifacts().size(); i++) {
            ArtifactDefinition artifact = definition.artifacts().get(i);
            ArtifactRef ref = artifact.kind() == Kind.ARTIFACT ? succeeded(i, artifact) : null;
            if (ref != null) {
                after.put(artifact.name(), ref);
            }
        }
        return after;
    }

    /**
     * The artifacts after a step that threw, for inspection; what cannot be stored stays as it was before. Of what the step
     * assigns on every way its value from before was not loaded, unless the failure is caught: then a field that holds what a
     * fresh instance does counts as not assigned.
     */
    Map<String, ArtifactRef> failed() {
        Map<String, ArtifactRef> after = new LinkedHashMap<>();
        for (int i = 0; i < definition.artifacts().size(); i++) {
            ArtifactDefinition artifact = definition.artifacts().get(i);
            ArtifactRef ref = fields.before(artifact);
            try {
                ref = artifact.kind() == Kind.ARTIFACT ? failed(i, artifact) : null;
            } catch (RuntimeException e) {
                // the failure of the step is what the user has to hear of
            }
            if (ref != null) {
                after.put(artifact.name(), ref);
            }
        }
        return after;
    }

    /** The artifacts after a step whose instance is of no use: those from before, and those that every flow starts with. */
    Map<String, ArtifactRef> givenUp() {
        Map<String, ArtifactRef> after = new LinkedHashMap<>();
        for (int i = 0; i < definition.artifacts().size(); i++) {
            ArtifactDefinition artifact = definition.artifacts().get(i);
            ArtifactRef ref = fields.before(artifact);
            if (ref == null && artifact.kind() == Kind.ARTIFACT && startsHere(artifact)) {
                ref = writer.write(artifact, freshValue(i), false);
            }
            if (ref != null) {
                after.put(artifact.name(), ref);
            }
        }
        return after;
    }

    private @Nullable ArtifactRef succeeded(int index, ArtifactDefinition artifact) {
        if (artifact.name().equals(step.caughtIn())) {
            return writer.write(artifact, null, false);
        }
        Object value = definition.get(flow, index);
        if (access().mustAssign().contains(artifact.name())) {
            return writer.write(artifact, value, false);
        }
        ArtifactRef before = fields.before(artifact);
        if (before != null) {
            return loadedOrPassedOn(before, artifact, value);
        }
        return startsHere(artifact) ? writer.write(artifact, value, false) : maybeAssigned(index, artifact, value);
    }

    /** As after success, but every assignment is one that may not have happened. */
    private @Nullable ArtifactRef failed(int index, ArtifactDefinition artifact) {
        Object value = definition.get(flow, index);
        ArtifactRef before = fields.before(artifact);
        if (before != null) {
            boolean unassigned = !fields.loaded(artifact)
                    && (!access().assigns(artifact.name()) || sameAsFresh(index, artifact, value));
            return unassigned ? before : changed(before, artifact, value);
        }
        return startsHere(artifact) ? writer.write(artifact, value, false) : maybeAssigned(index, artifact, value);
    }

    private ArtifactRef loadedOrPassedOn(ArtifactRef before, ArtifactDefinition artifact, @Nullable Object value) {
        return fields.loaded(artifact) ? changed(before, artifact, value) : before;
    }

    private ArtifactRef changed(ArtifactRef before, ArtifactDefinition artifact, @Nullable Object value) {
        return fields.untouched(artifact, value) ? before : writer.writeIfChanged(before, artifact, value);
    }

    /**
     * For what did not exist before: a primitive is stored as it stands, a reference only if the field no longer holds what a
     * fresh instance does. That is null, unless there is an initialiser.
     */
    private @Nullable ArtifactRef maybeAssigned(int index, ArtifactDefinition artifact, @Nullable Object value) {
        if (!access().assigns(artifact.name())) {
            return null;
        }
        boolean unanalysed = access().unanalysed();
        boolean asFresh = unanalysed || artifact.hasInitialiser() ? sameAsFresh(index, artifact, value) : value == null;
        if (asFresh && (value == null || !unanalysed && !artifact.primitive())) {
            return null;
        }
        return writer.write(artifact, value, unanalysed && asFresh);
    }

    /** A field with an initialiser is an artifact from the first step on. */
    private boolean startsHere(ArtifactDefinition artifact) {
        return artifact.hasInitialiser() && definition.steps().get(0) == step;
    }

    private boolean sameAsFresh(int index, ArtifactDefinition artifact, @Nullable Object value) {
        Object freshValue = freshValue(index);
        return Objects.equals(value, freshValue)
                || value != null
                        && freshValue != null
                        && !Unchangeable.is(value)
                        && Encoding.address(artifact.codec(), value)
                                .equals(Encoding.address(artifact.codec(), freshValue));
    }

    private @Nullable Object freshValue(int index) {
        if (fresh == null) {
            fresh = freshFlow.get();
        }
        return definition.get(fresh, index);
    }

    private Access access() {
        return step.access();
    }
}
