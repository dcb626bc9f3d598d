package dev.cairn.engine.schedule;

import org.jspecify.annotations.Nullable;

/**
 * Tasks that follow one another: a whole run, a branch of a static split, or an element of a foreach. Where they split, the
 * strand goes on with the task that joins.
 *
 * @param split the split that it is a part of, or null for the run
 * @param branch its number in that split: the branch, or the element
 * @param progress where it has come to, with all strands of the same element
 */
record Strand(@Nullable OpenSplit split, int branch, Progress progress) {
    /** A branch of a static split that a task of this strand opened. */
    Strand branch(OpenSplit opened, int number) {
        return new Strand(opened, number, progress);
    }
}
