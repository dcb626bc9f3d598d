package dev.cairn.engine.values;

import dev.cairn.codec.CodecException;
import dev.cairn.datastore.ArtifactRef;
import dev.cairn.runtime.UnreadableArtifactException;
import dev.cairn.runtime.definition.Access;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.ArtifactDefinition.Kind;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.StepDefinition;
import dev.cairn.runtime.merge.MergeTarget;
import dev.cairn.runtime.values.Checkpoint;
import dev.cairn.runtime.values.RunArtifacts;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The artifacts with which a task starts: a reference to each that exists, in the fields of the flow instance those that the step
 * may read, or assigns on some ways only, and what it takes to tell afterwards which of them it changed. In a join also what was
 * merged. Belongs to one task; not thread-safe.
 *
 * @param <F> the flow class
 */
public final class TaskFields<F> implements MergeTarget {
    private final FlowDefinition<F> definition;
    private final StepDefinition step;
    private final F flow;
    private final Map<String, ArtifactRef> before;
    private final TaskValues values;
    private final boolean hasSiblings;
    private final String task;

    private final Map<String, ArtifactRef> merged = new LinkedHashMap<>();
    private final Map<String, HeldValue> loaded = new HashMap<>();
    private final Map<String, HeldValue> initial = new HashMap<>();
    private final Set<String> setBeforeMerge = new HashSet<>();
    private boolean restored;

    /**
     * For one task.
     *
     * @param flow a fresh instance
     * @param before the artifacts that exist before it
     * @param values reads them
     * @param hasSiblings whether other tasks start with the same artifacts
     * @param task its path
     */
    public TaskFields(
            FlowDefinition<F> definition,
            StepDefinition step,
            F flow,
            Map<String, ArtifactRef> before,
            TaskValues values,
            boolean hasSiblings,
            String task) {
        this.definition = definition;
        this.step = step;
        this.flow = flow;
        this.before = before;
        this.values = values;
        this.hasSiblings = hasSiblings;
        this.task = task;
    }

    /** Notes what the fields hold, and sets those that the step needs. */
    public void load() {
        Access access = step.access();
        for (int i = 0; i < definition.artifacts().size(); i++) {
            ArtifactDefinition artifact = definition.artifacts().get(i);
            ArtifactRef ref = before(artifact);
            if (ref != null && step.loads(artifact.name())) {
                set(i, artifact, ref, load(artifact, ref));
            } else if (isResult(artifact) && !startsHere(artifact)) {
                initial.put(
                        artifact.name(),
                        HeldValue.initial(artifact, definition.get(flow, i), access.changes(artifact.name())));
            }
        }
    }

    /** The version of an artifact that existed before the task, or that it merged; null if there is none. */
    @Nullable
    public ArtifactRef before(ArtifactDefinition artifact) {
        if (artifact.kind() != Kind.ARTIFACT) {
            return null;
        }
        ArtifactRef ref = merged.get(artifact.name());
        return ref == null ? RunArtifacts.find(before, artifact) : ref;
    }

    /** What was loaded or merged into a field; null if nothing was. */
    @Nullable
    public HeldValue loaded(ArtifactDefinition artifact) {
        return loaded.get(artifact.name());
    }

    /** Whether a field into which nothing was loaded still holds what it did when the step began. */
    boolean isAsBefore(ArtifactDefinition artifact, @Nullable Object value) {
        HeldValue held = initial.get(artifact.name());
        return held == null || held.isStill(artifact, value);
    }

    /** Whether the step assigned an artifact for certain, because it merged and assigns it on every way to the merge. */
    boolean isSetBeforeMerge(ArtifactDefinition artifact) {
        return setBeforeMerge.contains(artifact.name());
    }

    /** A field with an initialiser is an artifact from the first step on. */
    boolean startsHere(ArtifactDefinition artifact) {
        return artifact.kind() == Kind.ARTIFACT
                && artifact.hasInitialiser()
                && definition.steps().get(0) == step;
    }

    @Override
    public boolean isSet(ArtifactDefinition artifact) {
        String name = artifact.name();
        if (step.access().assignedBeforeMerge().contains(name)) {
            setBeforeMerge.add(name);
            return true;
        }
        return merged.containsKey(name) || !isAsBefore(artifact, definition.get(flow, definition.artifactIndex(name)));
    }

    /** Decodes all before it sets any, so that a value that cannot be read leaves the flow as it was. */
    @Override
    public void merge(Map<String, ArtifactRef> agreed) {
        Map<ArtifactDefinition, @Nullable Object> decoded = new LinkedHashMap<>();
        agreed.forEach((name, ref) -> {
            ArtifactDefinition artifact = definition.artifact(name);
            if (step.loads(artifact.name())) {
                decoded.put(artifact, load(artifact, ref));
            }
        });
        decoded.forEach((artifact, value) -> set(
                definition.artifactIndex(artifact.name()),
                artifact,
                Objects.requireNonNull(agreed.get(artifact.name())),
                value));
        merged.putAll(agreed);
    }

    /** What was merged so far. */
    public Map<String, ArtifactRef> merged() {
        return Collections.unmodifiableMap(merged);
    }

    /**
     * Sets the fields as they stood in mid-step, in another attempt that started with the same. What they are compared with afterwards
     * stays what they held before the step. No field shares its value with another task any more: the step goes on where it had assigned
     * fields, and so may change what it finds there, as if it had made it.
     *
     * @throws UnreadableArtifactException if one cannot be read; then none is set
     */
    public void restore(Checkpoint checkpoint) {
        restored = true;
        Map<ArtifactDefinition, @Nullable Object> own = new LinkedHashMap<>();
        loaded.keySet().forEach(name -> {
            ArtifactDefinition artifact = definition.artifact(name);
            own.put(artifact, load(artifact, Objects.requireNonNull(before(artifact))));
        });
        Map<ArtifactDefinition, @Nullable Object> inMidStep = new LinkedHashMap<>();
        checkpoint.fields().forEach((name, ref) -> {
            ArtifactDefinition artifact = definition.artifact(name);
            inMidStep.put(artifact, load(artifact, ref));
        });
        own.forEach((artifact, value) -> set(
                definition.artifactIndex(artifact.name()), artifact, Objects.requireNonNull(before(artifact)), value));
        merge(checkpoint.merged());
        inMidStep.forEach((artifact, value) -> definition.set(flow, definition.artifactIndex(artifact.name()), value));
    }

    private void set(int index, ArtifactDefinition artifact, ArtifactRef ref, @Nullable Object value) {
        String name = artifact.name();
        loaded.put(name, values.held(ref, artifact, value, mayChange(name)));
        definition.set(flow, index, value);
    }

    /** Whether the step may leave another value in the field than it found there. */
    private boolean isResult(ArtifactDefinition artifact) {
        return artifact.kind() == Kind.ARTIFACT
                && (step.access().assigns(artifact.name()) || step.access().changes(artifact.name()));
    }

    private boolean mayChange(String artifact) {
        return restored || step.access().changes(artifact);
    }

    private @Nullable Object load(ArtifactDefinition artifact, ArtifactRef ref) {
        try {
            return values.read(ref, artifact, mayChange(artifact.name()), hasSiblings);
        } catch (CodecException e) {
            throw new UnreadableArtifactException(artifact.name(), task, e);
        }
    }
}
