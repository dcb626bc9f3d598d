package dev.cairn.engine.task;

/** One call of a step method. */
public interface StepCall {
    /** A step method with its arguments. */
    @FunctionalInterface
    interface Method {
        void call() throws Exception;
    }

    /**
     * Calls the method and waits until it returns, or until its time is over.
     *
     * @return false if it was not called, because the run was told to stop
     * @throws Throwable what the method threw
     */
    boolean call() throws Throwable;

    /** Whether the time of the call was over before the method returned, which then may still go on. */
    boolean timedOut();
}
