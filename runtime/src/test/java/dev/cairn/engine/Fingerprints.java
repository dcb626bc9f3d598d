package dev.cairn.engine;

import dev.cairn.engine.resume.StepFingerprints;

/** Lets tests of other packages say what the code of steps is. */
public final class Fingerprints {
    private Fingerprints() {}

    /** Sets what a run takes for the code of its steps. */
    public static <F, B extends RunBuilder<F, B>> B set(B builder, StepFingerprints fingerprints) {
        return builder.fingerprints(fingerprints);
    }
}
