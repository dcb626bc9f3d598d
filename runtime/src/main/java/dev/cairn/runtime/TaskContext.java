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
    /** {@return the name of the flow} */
    String flowName();

    /** {@return the id of the run} */
    String runId();

    /** {@return the name of the step} */
    String stepName();

    /** {@return the id of the task within its run, such as {@code train/3}} */
    String taskId();

    /** {@return the full path of the task, such as {@code ModelSelection/20261123T211357042-k3f9x2dq/train/3}} */
    String path();

    /** {@return the number of this attempt, from 0} */
    int attempt();

    /** {@return the tags that the run was started with} */
    Set<String> tags();

    /** {@return the parameters of the run, by field name, in the order of the fields, without secret ones; values may be null} */
    Map<String, Object> parameters();

    /** {@return the foreaches around this task, outermost first} */
    List<ForeachFrame> foreachStack();

    /** {@return the iteration of the innermost loop around this step, from 0; also 0 outside any loop} */
    int iteration();

    /**
     * Stores the artifact fields of the flow as they are now. If this attempt fails, or its process dies, the next attempt starts with
     * them, in this run or in one that is resumed from it:
     *
     * <pre>{@code
     * @Step(next = "evaluate")
     * @Retry(times = 2)
     * void train(TaskContext task) {
     *     if (!task.restored()) {
     *         model = new Model();
     *         epoch = 0;
     *     }
     *     while (epoch < epochs) {
     *         model.train();
     *         epoch++;
     *         if (epoch % 10 == 0) {
     *             task.checkpoint();
     *         }
     *     }
     * }
     * }</pre>
     *
     * <p>Fields that are no artifacts, and variables, are not stored.
     *
     * <p>Only the newest checkpoint of an attempt is kept, and it is durable when this method returns. What has not changed since the one
     * before is not stored again. Call it from the thread that runs the step, while no other thread changes the fields.
     *
     * @throws dev.cairn.codec.CodecException if a field holds a value that cannot be stored; the checkpoint before is kept
     * @throws IllegalStateException if the task has ended
     */
    void checkpoint();

    /**
     * Whether this attempt goes on from a {@linkplain #checkpoint() checkpoint} of an earlier one. A checkpoint is used only if the code of
     * the step, the parameters that it reads, and the artifacts and the element with which it starts are those that it was made with. If
     * they are not, a line in the log of the task says so.
     *
     * @return true if the artifact fields are as they were at the checkpoint
     */
    boolean restored();

    /**
     * Writes a line to the log of the task.
     *
     * @param line the text; each of its lines becomes a line of the log. After the end of the task, it is dropped.
     * @throws IllegalArgumentException if {@code line} is null
     */
    void log(String line);

    /**
     * An action for another thread, whose output belongs to this task: what it writes to {@code System.out} and {@code System.err}, and its
     * {@code MDC}. Threads that a step starts need no such thing. But a pool that is older than the task, or that tasks share, does not
     * know for whom it works: {@code pool.execute(task.wrap(() -> score(chunk)))}. What it writes after the task has ended belongs to the
     * run.
     *
     * @param action what the other thread runs
     * @return an action that does the same for this task
     */
    Runnable wrap(Runnable action);

    /**
     * As {@link #wrap(Runnable)}, for {@code pool.submit(task.wrap(() -> score(chunk)))}.
     *
     * @param <T> the type of the result
     * @param action what the other thread runs
     * @return an action that returns and throws the same as {@code action}
     */
    <T> Callable<T> wrap(Callable<T> action);

    /**
     * As {@link #wrap(Runnable)}, for {@code CompletableFuture.supplyAsync(task.wrapSupplier(() -> score(chunk)))}.
     *
     * @param <T> the type of the result
     * @param action what the other thread runs
     * @return an action that returns and throws the same as {@code action}
     */
    <T> Supplier<T> wrapSupplier(Supplier<T> action);

    /** {@return the files of the run, for content that is too large for an artifact} */
    TaskFiles files();

    /**
     * What this task adds to the report of its run.
     *
     * @return takes parts of the report; in tests, where nobody reads it, {@link TaskReport#none()}
     */
    default TaskReport report() {
        return TaskReport.none();
    }

    /**
     * The datastore of the run, to read other runs: {@code PenguinFlowRun.latest(task.datastore())}.
     *
     * @return a view of the datastore that is read-only: methods that would change it throw a
     *     {@link dev.cairn.datastore.DatastoreException}
     */
    Datastore datastore();
}
