package dev.cairn.engine.values;

import dev.cairn.codec.CodecException;
import dev.cairn.datastore.ArtifactRef;
import dev.cairn.runtime.definition.Access;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.ArtifactDefinition.Kind;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.StepDefinition;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Decides which artifacts exist after a task, and in which version. Stored are: what the step definitely assigned; what it may
 * have assigned and no longer has the value from before; what was loaded, merged or made by an initialiser, and changed in place.
 * All else passes on by reference. Belongs to one task; not thread-safe.
 */
public final class TaskResults<F> {
    private final FlowDefinition<F> definition;
    private final StepDefinition step;
    private final F flow;
    private final TaskFields<F> fields;
    private final ArtifactWriter writer;

    public TaskResults(
            FlowDefinition<F> definition, StepDefinition step, F flow, TaskFields<F> fields, ArtifactWriter writer) {
        this.definition = definition;
        this.step = step;
        this.flow = flow;
        this.fields = fields;
        this.writer = writer;
    }

    /**
     * The artifacts after a step that returned.
     *
     * @throws CodecException if one cannot be stored
     */
    public Map<String, ArtifactRef> succeeded() {
        Map<String, ArtifactRef> after = new LinkedHashMap<>();
        for (int i = 0; i < definition.artifacts().size(); i++) {
            ArtifactDefinition artifact = definition.artifacts().get(i);
            ArtifactRef ref = artifact.kind() == Kind.ARTIFACT ? succeeded(artifact, definition.get(flow, i)) : null;
            if (ref != null) {
                after.put(artifact.name(), ref);
            }
        }
        return after;
    }

    /**
     * The artifacts after a step that threw, for inspection, or for the steps that follow where the failure is caught: every
     * assignment is one that may not have happened. What cannot be stored stays as it was before.
     */
    public Map<String, ArtifactRef> failed() {
        Map<String, ArtifactRef> after = new LinkedHashMap<>();
        for (int i = 0; i < definition.artifacts().size(); i++) {
            ArtifactDefinition artifact = definition.artifacts().get(i);
            ArtifactRef ref = fields.before(artifact);
            try {
                ref = artifact.kind() == Kind.ARTIFACT ? maybeChanged(artifact, definition.get(flow, i)) : null;
            } catch (RuntimeException e) {
                // the failure of the step is what the user has to hear of
            }
            if (ref != null) {
                after.put(artifact.name(), ref);
            }
        }
        return after;
    }

    /**
     * What the fields hold in mid-step: those that the step may assign or change, except for those that still hold what was loaded or
     * merged into them.
     *
     * @param previous what this returned before; what has not changed since is not stored again
     * @throws CodecException if one cannot be stored
     */
    public Map<String, ArtifactRef> now(Map<String, ArtifactRef> previous) {
        Map<String, ArtifactRef> now = new LinkedHashMap<>();
        for (int i = 0; i < definition.artifacts().size(); i++) {
            ArtifactDefinition artifact = definition.artifacts().get(i);
            if (artifact.kind() == Kind.ARTIFACT && mayDiffer(artifact)) {
                ArtifactRef ref = now(artifact, definition.get(flow, i), previous.get(artifact.name()));
                if (ref != null) {
                    now.put(artifact.name(), ref);
                }
            }
        }
        return now;
    }

    private @Nullable ArtifactRef now(
            ArtifactDefinition artifact, @Nullable Object value, @Nullable ArtifactRef previous) {
        HeldValue loaded = fields.loaded(artifact);
        if (previous != null) {
            return writer.writeIfChanged(previous, artifact, value, HeldValue.Encoded.UNKNOWN);
        } else if (loaded == null) {
            return writer.write(artifact, value, false);
        }
        ArtifactRef before = Objects.requireNonNull(fields.before(artifact)); // it was loaded
        ArtifactRef now = writer.writeIfChanged(before, artifact, value, loaded);
        return now == before ? null : now;
    }

    private @Nullable ArtifactRef succeeded(ArtifactDefinition artifact, @Nullable Object value) {
        if (artifact.name().equals(step.caughtIn())) {
            return writer.write(artifact, null, false);
        }
        boolean assigned = access().mustAssign().contains(artifact.name()) || fields.isSetBeforeMerge(artifact);
        return assigned ? writer.write(artifact, value, false) : maybeChanged(artifact, value);
    }

    private @Nullable ArtifactRef maybeChanged(ArtifactDefinition artifact, @Nullable Object value) {
        ArtifactRef before = fields.before(artifact);
        if (before == null) {
            return fields.startsHere(artifact) ? writer.write(artifact, value, false) : made(artifact, value);
        }
        HeldValue loaded = fields.loaded(artifact);
        if (loaded != null) {
            return mayDiffer(artifact) ? writer.writeIfChanged(before, artifact, value, loaded) : before;
        }
        return fields.isAsBefore(artifact, value) ? before : writer.write(artifact, value, false);
    }

    /**
     * For what did not exist before. In a join, what the initialiser made and the step may change in place is stored as it stands, so
     * that it is there whether the step changed it or not. Otherwise a primitive that the step may have assigned is stored as it
     * stands, and all else only if the field no longer holds what it did when the step began. Where the code could not be analysed, a
     * value that may have been there all the time is presumed.
     */
    private @Nullable ArtifactRef made(ArtifactDefinition artifact, @Nullable Object value) {
        if (!mayDiffer(artifact)) {
            return null;
        }
        String name = artifact.name();
        if (access().unanalysed()) {
            boolean asBefore = fields.isAsBefore(artifact, value);
            return asBefore && value == null ? null : writer.write(artifact, value, asBefore);
        }
        boolean asItStands = artifact.primitive() && access().assigns(name)
                || step.joins() && artifact.hasInitialiser() && access().changes(name);
        return asItStands || !fields.isAsBefore(artifact, value) ? writer.write(artifact, value, false) : null;
    }

    private boolean mayDiffer(ArtifactDefinition artifact) {
        return access().assigns(artifact.name()) || access().changes(artifact.name());
    }

    private Access access() {
        return step.access();
    }
}
