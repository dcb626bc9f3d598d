package dev.cairn.cli;

/** Shows how far a run has come. Thread-safe. */
interface ProgressDisplay extends AutoCloseable {
    /** Shows nothing. */
    ProgressDisplay NONE = new ProgressDisplay() {
        @Override
        public void start(RunProgress progress) {
            // nobody wants to see it
        }

        @Override
        public void stepStarted(StepProgress.State step) {
            // nobody wants to see it
        }

        @Override
        public void stepEnded(StepProgress.State step) {
            // nobody wants to see it
        }

        @Override
        public void close() {
            // there is nothing on the screen
        }
    };

    /** The run began; from now on its progress can be asked for. */
    void start(RunProgress progress);

    /** The first task of a step starts. */
    void stepStarted(StepProgress.State step);

    /** The last task of a step has ended. It is not known of all steps which one is the last. */
    void stepEnded(StepProgress.State step);

    /** Shows the end, and from then on nothing more. */
    @Override
    void close();
}
