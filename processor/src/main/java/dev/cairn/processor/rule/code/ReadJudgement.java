package dev.cairn.processor.rule.code;

import dev.cairn.processor.graph.DataFlow;
import dev.cairn.processor.graph.Fate;
import dev.cairn.processor.model.ArtifactModel;
import dev.cairn.processor.model.FieldAccess;
import dev.cairn.processor.model.FieldAccess.Before;
import dev.cairn.processor.model.StepModel;
import java.util.Optional;
import java.util.Set;

/** Judges whether the artifact that a step reads exists there. Stateless. */
enum ReadJudgement {
    /** It does, or the field has a value that nobody can have meant to be another one. */
    FOR_SURE,
    /** It does on some paths. */
    MAYBE,
    /** It came to a join that did not pass it on, and the step has not assigned it, or not on every path. */
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
    record Judged(ReadJudgement existing, boolean certain) {}

    private static final Judged FINE = new Judged(FOR_SURE, true);

    /** Judges a read that stands in the code of a step; parameters and constants always exist. */
    static Judged at(DataFlow data, StepModel step, FieldAccess read) {
        Optional<ArtifactModel> artifact = data.flow().artifact(read.field());
        if (artifact.isEmpty()) {
            return FINE;
        }
        Set<Fate> fates = data.fates(step, read.field(), read.merged());
        boolean asks = read.kind() == FieldAccess.Kind.GUARDED;
        boolean handled = asks || isUnseen(data, step, read);
        if (Fate.mustExist(fates)) {
            return FINE;
        } else if (artifact.get().initialised() && !fates.contains(Fate.LOST)) {
            return !handled && isForgotten(data, step, read, fates) ? new Judged(FORGOTTEN, false) : FINE;
        }
        // who asks whether it is there may well know that it is not at first
        Set<Fate> first = asks ? fates : data.firstFates(step, read.field(), read.merged());
        boolean absent = !Fate.mayExist(first) && read.assigned() == Before.NEVER;
        if (!absent && handled) {
            return FINE;
        } else if (isNumber(data, read) && !fates.contains(Fate.LOST)) {
            return withDefault(data, step, read, first);
        }
        boolean begins = artifact.get().initialised() || isNumber(data, read);
        boolean lost = absent && first.contains(Fate.LOST);
        boolean certain = lost || absent && !begins;
        boolean dropped = lost || !certain && isDropped(data, step, read, fates, begins);
        boolean meant = artifact.get().initialised() && MergeAdvice.addsUp(data, step, read);
        return new Judged(dropped ? DROPPED : certain ? NEVER : MAYBE, certain && read.certain() && !meant);
    }

    /** Whether an initial value may have been changed in place; a join may well begin with a new one, to collect in it. */
    private static boolean isForgotten(DataFlow data, StepModel step, FieldAccess read, Set<Fate> fates) {
        return fates.contains(Fate.FORGOTTEN)
                && !step.joins()
                && dropped(data, step, read.field()).isPresent();
    }

    private static boolean isNumber(DataFlow data, FieldAccess read) {
        return data.bodies().primitives().contains(read.field());
    }

    /** Whether doubts are not worth a word: another field may be meant, or unseen code may have assigned this one. */
    private static boolean isUnseen(DataFlow data, StepModel step, FieldAccess read) {
        boolean perhapsChanged = read.assigned() == Before.MAYBE || step.joins() && read.merged() == Before.MAYBE;
        return !read.certain()
                || perhapsChanged && data.bodies().step(step.name()).model().everything();
    }

    /** What is only ever counted is meant to begin with Java's default; what is assigned by a step may have been meant to be. */
    private static Judged withDefault(DataFlow data, StepModel step, FieldAccess read, Set<Fate> first) {
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

    /** Whether it is absent on no other path than through a join that drops it, or on none where the value that it begins with is meant. */
    private static boolean isDropped(DataFlow data, StepModel step, FieldAccess read, Set<Fate> fates, boolean begins) {
        boolean only = !fates.contains(Fate.UNTOUCHED) || begins;
        return fates.contains(Fate.LOST)
                && (only && read.merged() != Before.MAYBE || !Fate.mayExist(fates))
                && dropped(data, step, read.field()).isPresent();
    }

    /** The join, this step or one before, that does not pass an artifact on to a place in a step. */
    static Optional<StepModel> dropped(DataFlow data, StepModel step, String artifact) {
        return step.joins() && data.arriving(step, artifact) != Before.NEVER
                ? Optional.of(step)
                : data.droppedBefore(step, artifact);
    }
}
