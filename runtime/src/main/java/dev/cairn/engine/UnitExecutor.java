package dev.cairn.engine;

/** Executes the units of one run that an engine of this process drives: on threads of this process, or in others. Thread-safe. */
public interface UnitExecutor extends AutoCloseable {
    /**
     * Executes a unit on the calling thread, or waits there while another process executes it. Failures are part of the outcome. The tasks
     * that follow may be given to this executor at once, even if the commit is not durable yet.
     *
     * @param unit a unit of the run
     * @return how it ended, whose commit may not be durable yet
     * @throws IllegalArgumentException if the unit belongs to another run
     */
    PendingOutcome runAhead(TaskUnit unit);

    /** Asks running tasks to stop, by interrupting their step methods. No task starts after this. Returns at once. */
    void stop();

    /** Abandons the tasks that are still running: they can no longer commit. */
    void abandon();

    /** {@return the number of tasks that will never end, because their step called {@code System.exit}} */
    int exiting();

    /** Ends what executes no step method. */
    @Override
    void close();
}
