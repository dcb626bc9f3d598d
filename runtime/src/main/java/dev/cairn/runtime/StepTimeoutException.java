package dev.cairn.runtime;

import dev.cairn.CairnException;
import java.time.Duration;

/** A step took longer than its {@code @Timeout}. The stack trace shows what the step was doing at that time. */
public final class StepTimeoutException extends CairnException {
    private static final long serialVersionUID = 1;

    /**
     * For a step with this timeout.
     *
     * @param step the name of the step
     * @param timeout its timeout
     */
    public StepTimeoutException(String step, Duration timeout) {
        super("step `" + step + "` took longer than its timeout, " + timeout
                + ". It was interrupted, and nothing that it assigned is stored. Give it more time with @Timeout, or divide"
                + " its work among several steps.");
    }
}
