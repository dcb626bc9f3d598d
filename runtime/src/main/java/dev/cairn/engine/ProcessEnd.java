package dev.cairn.engine;

/**
 * What becomes of the process when a run cannot end by itself. An application that has a run among other things goes on; a
 * process that is there for the run ends with it.
 */
public interface ProcessEnd {
    /** Leaves the process to the application. */
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
     * The process ends because something called {@code System.exit}; the run has ended before, as stopped. Called on a thread
     * on which the end of the process waits.
     *
     * @param caller the path of the task whose step called it, or the name of the thread that did
     */
    void exitCalled(String caller);

    /** The heap is full, so that the run could not end in time. Allocates nothing. */
    void memoryLost();

    /** The datastore has not answered for so long that others take the run for died. */
    void datastoreSilent();
}
