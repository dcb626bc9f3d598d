package dev.cairn.runtime;

import dev.cairn.datastore.Datastore;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/**
 * The context of a task. A step method gets it by declaring a parameter of this type. Thread-safe. Do not use it after the task has
 * ended.
 *
 * <p>While a step runs, the {@code MDC} of SLF4J has {@code cairn.run}, such as {@code ModelSelection/20261123T211357042-k3f9x2dq}, {@code
 * cairn.step} and {@code cairn.task}, such as {@code train} and {@code train/3}. After it, the {@code MDC} is as before. Other values that
 * a step leaves in a {@code ThreadLocal} stay there: threads run many tasks, one after the other, so remove them at the end of the step.
 */
public interface TaskContext {
    /** The name of the flow. */
    String flowName();

    /** The id of the run. */
    String runId();

    /** The name of the step. */
    String stepName();

    /** The id of the task within its run, such as {@code train/3}. */
    String taskId();

    /** The full path of the task, such as {@code ModelSelection/20261123T211357042-k3f9x2dq/train/3}. */
    String path();

    /** The number of this attempt, from 0. */
    int attempt();

    /** The tags that the run was started with. */
    Set<String> tags();

    /** The parameters of the run, by field name, in the order of the fields, without secret ones; values may be null. */
    Map<String, Object> parameters();

    /** The foreaches around this task, outermost first. */
    List<ForeachFrame> foreachStack();

    /** The iteration of the innermost loop around this step, from 0; also 0 outside any loop. */
    int iteration();

    /** Writes a line to the log of the task. */
    void log(String line);

    /**
     * An action for another thread, whose output belongs to this task: what it writes to {@code System.out} and {@code System.err}, and its
     * {@code MDC}. Threads that a step starts need no such thing. But a pool that is older than the task, or that tasks share, does not
     * know for whom it works: {@code pool.execute(task.wrap(() -> score(chunk)))}. What it writes after the task has ended belongs to the
     * run.
     */
    Runnable wrap(Runnable action);

    /** As {@link #wrap(Runnable)}, for {@code pool.submit(task.wrap(() -> score(chunk)))}. */
    <T> Callable<T> wrap(Callable<T> action);

    /** As {@link #wrap(Runnable)}, for {@code CompletableFuture.supplyAsync(task.wrapSupplier(() -> score(chunk)))}. */
    <T> Supplier<T> wrapSupplier(Supplier<T> action);

    /** The files of the run, for content that is too large for an artifact. */
    TaskFiles files();

    /**
     * The datastore of the run, to read other runs: {@code PenguinFlowRun.latest(task.datastore())}. It is read-only: methods that
     * would change it throw a {@link dev.cairn.datastore.DatastoreException}.
     */
    Datastore datastore();
}
