package dev.cairn.testing;

import dev.cairn.client.FlowRun;
import dev.cairn.client.Run;
import dev.cairn.client.Task;
import dev.cairn.datastore.LogLine;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.engine.TaskReplay;
import dev.cairn.runtime.JoinedTasks;
import dev.cairn.runtime.TaskArtifacts;
import dev.cairn.runtime.TaskContext;
import dev.cairn.runtime.definition.FlowDefinition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.LoggerFactory;

/**
 * A stored task once more: an attempt that failed in production is a line in a test.
 *
 * <pre>{@code
 * Replay.of(ModelSelection.class, "train/4", ModelSelectionRun.of(id, datastore)).run();
 * }</pre>
 *
 * <p>It loads what the attempt loaded, from its checkpoint if it went on from one, and calls the step on the calling thread, with its stored
 * arguments, the number of the attempt, and a clock that shows when it started. {@link #run} throws what the step throws. Retries,
 * {@code @Catch} and {@code @Timeout} do not count. Files are read from the run, as they are now; nothing is stored anywhere. Code may have
 * changed since; {@link #change} says so, and {@link #run} logs it.
 *
 * <p>Used by one thread.
 *
 * @param <F> the flow class
 */
public final class Replay<F> {
    private final TaskReplay<F> replay;
    private final Task attempt;
    private final List<String> log;

    private Replay(TaskReplay<F> replay, Task attempt, List<String> log) {
        this.replay = replay;
        this.attempt = attempt;
        this.log = log;
    }

    /**
     * The newest attempt at a task.
     *
     * @param <F> the flow class
     * @param flow the flow class
     * @param task the task, such as {@code train/4}
     * @param run the run, in progress or ended, whose datastore has the task's values
     * @return the attempt, loaded and ready to {@link #run}
     * @throws dev.cairn.client.NoSuchStepException if the flow had no such step
     * @throws IllegalArgumentException if no attempt at this task has ended, or if the run belongs to another flow
     * @throws dev.cairn.client.UnknownFlowException if the compiled flow is not on the class path
     * @throws dev.cairn.engine.ParameterException if the run was given secret parameters, and the environment lacks one of them
     */
    public static <F> Replay<F> of(Class<F> flow, String task, FlowRun<?> run) {
        return of(flow, task, run.run());
    }

    /**
     * The same, for a run that {@link dev.cairn.client.Cairn} found.
     *
     * @param <F> the flow class
     * @param flow the flow class
     * @param task the task, such as {@code train/4}
     * @param run the run, in progress or ended
     * @return the newest attempt, loaded and ready to {@link #run}
     */
    public static <F> Replay<F> of(Class<F> flow, String task, Run run) {
        List<Task> attempts = run.attempts(task);
        if (attempts.isEmpty()) {
            throw new IllegalArgumentException("run " + run.pathspec() + " has no attempt at task " + task
                    + " that has ended, so it cannot run again. `show` lists its tasks.");
        }
        return of(flow, attempts.get(attempts.size() - 1));
    }

    /**
     * An attempt that the client found: {@code run.attempts("train/4").get(0)} is the first one.
     *
     * @param <F> the flow class
     * @param flow the flow class
     * @param attempt an attempt that has ended, with whatever result
     * @return this attempt, loaded and ready to {@link #run}
     */
    @SuppressWarnings("unchecked")
    public static <F> Replay<F> of(Class<F> flow, Task attempt) {
        TaskArtifacts artifacts = attempt.taskArtifacts();
        FlowDefinition<?> definition = artifacts.definition();
        if (definition.flowClass() != flow) {
            throw new IllegalArgumentException("task " + attempt.pathspec() + " belongs to flow "
                    + definition.flowClass().getName() + ", not to " + flow.getName() + ".");
        }
        TaskRecord record = artifacts.record().orElseThrow();
        List<String> log = Collections.synchronizedList(new ArrayList<>());
        TaskReplay<F> replay = TaskReplay.of(
                (FlowDefinition<F>) definition, artifacts.datastore(), record, (path, line) -> add(log, line));
        return new Replay<>(replay, attempt, log);
    }

    private static void add(List<String> log, LogLine line) {
        log.add(line.text());
    }

    /** {@return the instance on which the step is called} Its fields are loaded; a test may change them before {@link #run}. */
    public F flow() {
        return replay.flow();
    }

    /** {@return the context of the task, to call the step by hand} */
    public TaskContext context() {
        return replay.arguments().context();
    }

    /**
     * The element of a foreach around the task, to call the step by hand.
     *
     * @param <T> the type of the step's parameter
     * @param artifact the artifact that the foreach is over
     * @return this task's own instance of the element; null if the list has null there
     */
    public <T> T item(String artifact) {
        return replay.arguments().item(artifact);
    }

    /**
     * The inputs of a join, to call the step by hand.
     *
     * @param <I> the generated type of the join's inputs
     * @param type the constructor of its generated type, such as {@code ModelSelectionArtifacts.JoinInputs::new}, which is visible in the
     *     package of the flow
     * @return the inputs, in item or branch order
     * @throws IllegalStateException if the step is not a join
     */
    public <I> I inputs(Function<JoinedTasks, I> type) {
        return type.apply(replay.arguments().inputs());
    }

    /** {@return how the code of the step differs from that of the attempt, such as {@code its code changed}; empty if it is the same} */
    public Optional<String> change() {
        return replay.change();
    }

    /** {@return the lines that the step logged so far, oldest first} The list is a copy. What it printed is not among them. */
    public List<String> log() {
        synchronized (log) {
            return List.copyOf(log);
        }
    }

    /**
     * Calls the step, which can be done once.
     *
     * @return what the task would have left
     */
    public Replayed run() {
        change().ifPresent(change -> LoggerFactory.getLogger(Replay.class)
                .warn("step `{}` of {} is not what ran then: {}", attempt.step(), attempt.pathspec(), change));
        try (replay) {
            return new Replayed(replay.call(), attempt);
        } catch (Throwable failure) {
            throw Replay.<RuntimeException>asItIs(failure);
        }
    }

    /** What a step throws, it throws: tests expect it. */
    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T asItIs(Throwable failure) throws T {
        throw (T) failure;
    }
}
