package dev.cairn.processor.rule;

import dev.cairn.processor.graph.DataFlow;
import dev.cairn.processor.graph.Fate;
import dev.cairn.processor.model.ArtifactModel;
import dev.cairn.processor.model.ArtifactModel.Kind;
import dev.cairn.processor.model.FieldAccess;
import dev.cairn.processor.model.FieldAccess.Before;
import dev.cairn.processor.model.StepModel;
import java.util.Optional;
import java.util.Set;

/** Judges whether the artifact that a step reads exists there. Stateless. */
enum Existing {
    /** It does, or the field has a value that nobody can have meant to be another one. */
    FOR_SURE,
    /** It does on some ways. */
    MAYBE,
    /** It came to a join that did not pass it on, and the step has not assigned it, or not on every way. */
    DROPPED,
    /** The same, of an initial value that may have been changed in place: it is what it was again. */
    FORGOTTEN,
    /** Nothing assigned it before, and as a number it begins with Java's default. */
    DEFAULT,
    /** Nothing assigned it. */
    NEVER;

    /**
     * A judgement.
     *
     * @param existing whether it exists
     * @param certain whether every run that comes to the place finds it so
     */
    record Judged(Existing existing, boolean certain) {}

    private static final Judged FINE = new Judged(FOR_SURE, true);

    /** Judges a read that stands in the code of a step. */
    static Judged at(DataFlow data, StepModel step, FieldAccess read) {
        Optional<ArtifactModel> artifact =
                data.flow().artifact(read.field()).filter(found -> found.kind() == Kind.ARTIFACT);
        if (artifact.isEmpty()) {
            return FINE;
        }
        Set<Fate> fates = data.fates(step, read.field(), read.merged());
        Set<Fate> first = read.kind() == FieldAccess.Kind.GUARDED
                ? fates // who asks whether it is there may well know that it is not there at first
                : data.firstFates(step, read.field(), read.merged());
        boolean absent = !Fate.mayExist(first) && read.assigned() == Before.NEVER;
        boolean handled = read.kind() == FieldAccess.Kind.GUARDED || isUnseen(data, step, read);
        if (Fate.mustExist(fates) || !absent && handled) {
            return FINE;
        } else if (artifact.get().initialised()) {
            return withInitialValue(data, step, read, fates, first);
        } else if (data.bodies().primitives().contains(read.field()) && !fates.contains(Fate.LOST)) {
            return withDefault(data, step, read, fates, first);
        }
        boolean dropped = absent ? first.contains(Fate.LOST) : isDropped(data, step, read, fates);
        return new Judged(dropped ? DROPPED : absent ? NEVER : MAYBE, absent && read.certain());
    }

    /** Whether doubts are not worth a word: another field may be meant, or unseen code may have assigned this one. */
    private static boolean isUnseen(DataFlow data, StepModel step, FieldAccess read) {
        boolean perhapsChanged = read.assigned() == Before.MAYBE || step.joins() && read.merged() == Before.MAYBE;
        return !read.certain()
                || perhapsChanged && data.bodies().step(step.name()).model().everything();
    }

    /**
     * An initial value is meant as long as no step has replaced it, or changed it in place. A join itself may well begin with it, to
     * add to it what its branches have; if they have replaced it, that is in doubt.
     */
    private static Judged withInitialValue(
            DataFlow data, StepModel step, FieldAccess read, Set<Fate> fates, Set<Fate> first) {
        if (fates.contains(Fate.LOST)) {
            boolean absent = !Fate.mayExist(first) && first.contains(Fate.LOST) && read.assigned() == Before.NEVER;
            boolean dropped = absent || dropped(data, step, read.field()).isPresent();
            return new Judged(
                    dropped ? DROPPED : MAYBE, absent && read.certain() && !MergeAdvice.addsUp(data, step, read));
        }
        boolean forgotten = fates.contains(Fate.FORGOTTEN)
                && !step.joins()
                && dropped(data, step, read.field()).isPresent();
        return forgotten ? new Judged(FORGOTTEN, false) : FINE;
    }

    /** What is only ever counted is meant to begin with Java's default; what is assigned by a step may have been meant to be. */
    private static Judged withDefault(
            DataFlow data, StepModel step, FieldAccess read, Set<Fate> fates, Set<Fate> first) {
        boolean begins = !first.contains(Fate.ASSIGNED);
        if (read.kind() == FieldAccess.Kind.UPDATE && begins || isCounter(data, step, read)) {
            return FINE;
        } else if (begins && read.assigned() == Before.NEVER) {
            return isAssigned(data, read.field()) ? new Judged(DEFAULT, false) : new Judged(NEVER, read.certain());
        }
        return new Judged(MAYBE, false);
    }

    private static boolean isCounter(DataFlow data, StepModel step, FieldAccess read) {
        boolean counted = data.flow().steps().stream()
                .anyMatch(other -> data.bodies().step(other.name()).counted().contains(read.field()));
        boolean countedHere = data.bodies().step(step.name()).counted().contains(read.field())
                || data.bodies().step(step.name()).assignments().stream()
                        .noneMatch(assignment -> assignment.field().equals(read.field()));
        return counted && countedHere && !data.mayBeSetBefore(step, read.field());
    }

    private static boolean isAssigned(DataFlow data, String field) {
        return data.flow().steps().stream()
                .map(step -> data.bodies().step(step.name()))
                .anyMatch(body -> body.model().everything()
                        || body.assignments().stream()
                                .anyMatch(assignment -> assignment.field().equals(field)));
    }

    /** Whether it is absent on no other way than through a join that drops it. */
    private static boolean isDropped(DataFlow data, StepModel step, FieldAccess read, Set<Fate> fates) {
        boolean only = !Fate.mayExist(fates) || !fates.contains(Fate.UNTOUCHED) && read.merged() != Before.MAYBE;
        return fates.contains(Fate.LOST) && only && dropped(data, step, read.field()).isPresent();
    }

    /** The join, this step or one before, that does not pass an artifact on to a place in a step. */
    static Optional<StepModel> dropped(DataFlow data, StepModel step, String artifact) {
        return step.joins() && data.arriving(step, artifact) != Before.NEVER
                ? Optional.of(step)
                : data.droppedBefore(step, artifact);
    }
}
