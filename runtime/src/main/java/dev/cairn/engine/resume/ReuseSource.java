package dev.cairn.engine.resume;

import dev.cairn.engine.TaskFact;
import java.util.List;
import java.util.function.BooleanSupplier;

/** What a run can still take over from the run that it resumes, while it goes on. Thread-safe. */
@FunctionalInterface
public interface ReuseSource {
    /** Of a run that resumes no other, or of which all is decided. */
    ReuseSource NONE = (ended, stopped) -> List.of();

    /**
     * Stores the tasks that need not run now that another one has ended.
     *
     * @param ended how it ended
     * @param stopped whether the run was told to stop, so that nothing more needs to be taken over
     * @return the facts of the tasks that were stored, each after those that it depends on
     * @throws InterruptedException if the thread was interrupted
     */
    List<TaskFact> after(TaskFact ended, BooleanSupplier stopped) throws InterruptedException;
}
