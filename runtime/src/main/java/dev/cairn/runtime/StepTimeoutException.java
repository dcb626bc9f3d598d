package dev.cairn.runtime;

import dev.cairn.CairnException;
import java.time.Duration;

/** A step took longer than its {@code @Timeout}. Its stack trace shows what the step was doing when its time was over. */
public final class StepTimeoutException extends CairnException {
    private static final long serialVersionUID = 1;

    /** For a step that was allowed so much time. */
    public StepTimeoutException(String step, Duration timeout) {
        super("step `" + step + "` took longer than its timeout, " + timeout
                + ". It was interrupted, and nothing that it assigned is stored. Give it more time with @Timeout, or divide"
                + " its work among several steps.");
    }
}
