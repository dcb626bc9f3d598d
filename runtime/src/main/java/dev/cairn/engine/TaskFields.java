package dev.cairn.engine;

import dev.cairn.codec.CodecException;
import dev.cairn.datastore.ArtifactRef;
import dev.cairn.runtime.Access;
import dev.cairn.runtime.ArtifactDefinition;
import dev.cairn.runtime.ArtifactDefinition.Kind;
import dev.cairn.runtime.ArtifactLoader;
import dev.cairn.runtime.FlowDefinition;
import dev.cairn.runtime.RunArtifacts;
import dev.cairn.runtime.StepDefinition;
import dev.cairn.runtime.UnreadableArtifactException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The artifacts with which a task starts: a reference to each that exists, and in the fields of the flow instance those that
 * the step may read, or assigns on some ways only. Belongs to one task; not thread-safe.
 */
final class TaskFields<F> {
    /** Stands for a value that the step may have changed inside. */
    private static final Optional<Object> CHANGEABLE = Optional.of(new Object());

    private final FlowDefinition<F> definition;
    private final StepDefinition step;
    private final Map<String, ArtifactRef> before;
    private final Map<String, Optional<Object>> loaded = new HashMap<>();

    /**
     * For one task.
     *
     * @param before the artifacts that exist before it
     */
    TaskFields(FlowDefinition<F> definition, StepDefinition step, Map<String, ArtifactRef> before) {
        this.definition = definition;
        this.step = step;
        this.before = before;
    }

    /** What a join has after it merged: its merge set the fields that the step needs. */
    static <F> TaskFields<F> merged(
            FlowDefinition<F> definition, StepDefinition step, Map<String, ArtifactRef> merged) {
        TaskFields<F> fields = new TaskFields<>(definition, step, merged);
        merged.keySet().stream()
                .filter(name -> step.access().mayRead(name) || step.access().assigns(name))
                .forEach(name -> fields.loaded.put(name, CHANGEABLE));
        return fields;
    }

    /** Sets the fields that the step needs. */
    void load(F flow, ArtifactLoader loader, String task) {
        for (int i = 0; i < definition.artifacts().size(); i++) {
            ArtifactDefinition artifact = definition.artifacts().get(i);
            ArtifactRef ref = before(artifact);
            if (ref != null && needed(artifact)) {
                Object value = load(artifact, ref, loader, task);
                definition.set(flow, i, value);
                loaded.put(artifact.name(), Unchangeable.is(value) ? Optional.ofNullable(value) : CHANGEABLE);
            }
        }
    }

    /** The version of an artifact that existed before the task, or null. */
    @Nullable
    ArtifactRef before(ArtifactDefinition artifact) {
        return artifact.kind() == Kind.ARTIFACT ? RunArtifacts.find(before, artifact) : null;
    }

    /** Whether the field holds the version from before, unless the step changed it. */
    boolean loaded(ArtifactDefinition artifact) {
        return loaded.containsKey(artifact.name());
    }

    /** Whether the field still holds the value from before for certain, so that it need not be encoded to find out. */
    boolean untouched(ArtifactDefinition artifact, @Nullable Object value) {
        Optional<Object> then = loaded.get(artifact.name());
        return then != null && then != CHANGEABLE && Optional.ofNullable(value).equals(then);
    }

    /** A step whose failure is caught may end anywhere, so that it assigns nothing on every way. */
    private boolean needed(ArtifactDefinition artifact) {
        Access access = step.access();
        String name = artifact.name();
        boolean onEveryWay = access.mustAssign().contains(name) && step.caughtIn() == null;
        return access.mayRead(name) || access.assigns(name) && !onEveryWay;
    }

    private static @Nullable Object load(
            ArtifactDefinition artifact, ArtifactRef ref, ArtifactLoader loader, String task) {
        try {
            return loader.value(ref, artifact.codec());
        } catch (CodecException e) {
            throw new UnreadableArtifactException(artifact.name(), task, e);
        }
    }
}
