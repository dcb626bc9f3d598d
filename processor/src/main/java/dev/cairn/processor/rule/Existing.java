package dev.cairn.processor.rule;

import dev.cairn.processor.graph.DataFlow;
import dev.cairn.processor.model.ArtifactModel;
import dev.cairn.processor.model.ArtifactModel.Kind;
import dev.cairn.processor.model.FieldAccess;
import dev.cairn.processor.model.FieldAccess.Before;
import dev.cairn.processor.model.JavaType;
import dev.cairn.processor.model.StepModel;
import java.util.Optional;

/** Judges whether the artifact that a step reads exists there. Stateless. */
enum Existing {
    /** It does, or the field has a value that nobody can have meant to be another one. */
    FOR_SURE,
    /** It does on some ways. */
    MAYBE,
    /** It came to a join that did not pass it on, and the step has not assigned it, or not on every way. */
    DROPPED,
    /** Nothing assigned it. */
    NEVER;

    /** Judges a read that stands in the code of a step. */
    static Existing at(DataFlow data, StepModel step, FieldAccess read) {
        Optional<ArtifactModel> artifact =
                data.flow().artifact(read.field()).filter(found -> found.kind() == Kind.ARTIFACT);
        if (artifact.isEmpty()
                || startsFromFieldValue(data, step, artifact.get(), read) && !isForgotten(data, step, artifact.get())) {
            return FOR_SURE;
        }
        Before exists = exists(data, step, read);
        boolean certain = exists == Before.NEVER && read.assigned() == Before.NEVER;
        boolean handled = read.kind() == FieldAccess.Kind.GUARDED || isUnseen(data, step, read);
        if (exists == Before.ALWAYS || !certain && handled) {
            return FOR_SURE;
        } else if (exists == Before.NEVER && dropped(data, step, read.field()).isPresent()) {
            return DROPPED;
        }
        return certain ? NEVER : MAYBE;
    }

    /** Whether doubts are not worth a word: another field may be meant, or unseen code may have assigned this one. */
    private static boolean isUnseen(DataFlow data, StepModel step, FieldAccess read) {
        boolean perhapsChanged = read.assigned() == Before.MAYBE || step.joins() && read.merged() == Before.MAYBE;
        return !read.certain()
                || perhapsChanged && data.bodies().step(step.name()).model().everything();
    }

    /**
     * Whether a step after a join that drops the artifact finds the initial value again, a list say, which a step before may have
     * filled. A join itself may well begin with an empty one, and fill it from its inputs.
     */
    static boolean isForgotten(DataFlow data, StepModel step, ArtifactModel artifact) {
        return artifact.initialised()
                && isFilled(artifact.type())
                && data.mayBeUsedBefore(step, artifact.name())
                && data.before(step, artifact.name()) == Before.NEVER
                && !step.joins()
                && data.droppedBefore(step, artifact.name()).isPresent();
    }

    private static boolean isFilled(JavaType type) {
        return type instanceof JavaType.Array
                || type instanceof JavaType.Declared declared
                        && declared.name().packageName().equals("java.util");
    }

    /** The join, this step or one before, that does not pass an artifact on to a place in a step. */
    static Optional<StepModel> dropped(DataFlow data, StepModel step, String artifact) {
        return step.joins() && data.arriving(step, artifact) != Before.NEVER
                ? Optional.of(step)
                : data.droppedBefore(step, artifact);
    }

    /** What the branches bring to a join exists in it from its merge on. */
    private static Before exists(DataFlow data, StepModel step, FieldAccess read) {
        if (!step.joins()) {
            return data.before(step, read.field());
        }
        Before merged = data.merged(step, read.field());
        if (read.merged() == Before.NEVER || merged == Before.NEVER) {
            return Before.NEVER;
        }
        return read.merged() == Before.MAYBE ? Before.MAYBE : merged;
    }

    /** Initial values that no step replaces, and primitives that are counted up from their default, were it zero times. */
    private static boolean startsFromFieldValue(
            DataFlow data, StepModel step, ArtifactModel artifact, FieldAccess read) {
        String name = artifact.name();
        if (artifact.initialised() && !data.mayBeAssignedBefore(step, name)) {
            return true;
        }
        boolean counts = read.kind() == FieldAccess.Kind.UPDATE
                || read.assigned() == Before.MAYBE
                        && data.bodies().step(step.name()).counted().contains(name);
        return counts && data.bodies().primitives().contains(name) && !data.mayBeSetBefore(step, name);
    }
}
