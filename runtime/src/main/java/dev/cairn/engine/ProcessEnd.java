package dev.cairn.engine;

/**
 * What happens to the process when a run cannot end by itself. An application that also does other work continues; a process that
 * exists only for the run ends.
 */
public interface ProcessEnd {
    /** Does nothing: the process continues. */
    ProcessEnd LEAVE = new ProcessEnd() {
        @Override
        public void exitCalled(String caller) {
            // whoever called it wanted the process to end, and it does
        }

        @Override
        public void memoryLost() {
            // the run fails; the application may have memory to give back
        }

        @Override
        public void datastoreSilent() {
            // the run fails
        }
    };

    /**
     * Called when something called {@code System.exit}, before the run is stopped.
     *
     * @param caller the task whose step called it, such as {@code task Flow/run/step}, or the thread
     */
    default void exitStarted(String caller) {
        // most have nothing to do before the run has stopped
    }

    /**
     * Called when the process ends because something called {@code System.exit}. The run was stopped before. The process does not end
     * until this method returns.
     *
     * @param caller the task whose step called it, such as {@code task Flow/run/step}, or the thread
     */
    void exitCalled(String caller);

    /** Called when the heap is full, so that the run could not end in time. Must not allocate memory. */
    void memoryLost();

    /** Called when the datastore has not responded for so long that other processes consider the run dead. */
    void datastoreSilent();
}
