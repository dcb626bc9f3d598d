package dev.cairn.engine.resume;

import org.jspecify.annotations.Nullable;

/**
 * What is asked to run again, whether it has to or not. Immutable.
 *
 * @param from the step whose tasks, with all that follow them, run again; null if none is named
 * @param retryCaught whether tasks run again whose failure was caught
 */
public record ResumeOptions(@Nullable String from, boolean retryCaught) {
    /** Nothing. */
    public static final ResumeOptions NONE = new ResumeOptions(null, false);

    /** The same, from a step on. */
    public ResumeOptions withFrom(String step) {
        return new ResumeOptions(step, retryCaught);
    }

    /** The same, with tasks whose failure was caught. */
    public ResumeOptions withRetryCaught() {
        return new ResumeOptions(from, true);
    }
}
