package dev.cairn.client;

import org.jspecify.annotations.Nullable;

/**
 * What became of the code of a step between two runs. Immutable.
 *
 * @param step the name of the step
 * @param change what is known
 */
public record StepCodeDiff(String step, Change change) {
    /** What a comparison of fingerprints tells. */
    public enum Change {
        /** The code is the same, as far as class files show. */
        SAME,

        /** The code, or something that it reaches, was changed. */
        CHANGED,

        /** Only the second run has the step. */
        ADDED,

        /** Only the first run has the step. */
        REMOVED,

        /** A run has no fingerprint of the step, or the two were made in different ways. */
        UNKNOWN
    }

    static StepCodeDiff of(
            String step, boolean inFirst, boolean inSecond, @Nullable String before, @Nullable String after) {
        if (!inFirst || !inSecond) {
            return new StepCodeDiff(step, inSecond ? Change.ADDED : Change.REMOVED);
        } else if (before == null || after == null || !form(before).equals(form(after))) {
            return new StepCodeDiff(step, Change.UNKNOWN);
        }
        return new StepCodeDiff(step, before.equals(after) ? Change.SAME : Change.CHANGED);
    }

    /** How a fingerprint was made: of two that differ in this, nothing is known. */
    private static String form(String fingerprint) {
        String hash = fingerprint.split(" ", 2)[0]; // what follows is of annotations
        return hash.substring(0, hash.lastIndexOf(':') + 1);
    }
}
