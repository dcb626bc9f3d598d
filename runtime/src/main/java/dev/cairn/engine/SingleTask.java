package dev.cairn.engine;

import dev.cairn.CairnException;
import dev.cairn.codec.Codecs;
import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.FailureRecord;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.engine.secret.AttachedSecrets;
import dev.cairn.engine.secret.Secrets;
import dev.cairn.engine.task.FinishedTasks;
import dev.cairn.engine.task.LostAttemptException;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.graph.FlowGraph;
import dev.cairn.runtime.graph.FlowStructure;
import dev.cairn.runtime.graph.ParentTasks;
import dev.cairn.runtime.values.ArtifactLoader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Executes one attempt at one task of a run that another process owns, from ids alone: the parents of the task are found in the records
 * of the run. It commits under the epoch of the owner, and never takes ownership. So an engine can be one that only starts processes.
 * Used by one thread.
 *
 * @param <F> the flow class
 */
public final class SingleTask<F> {
    private final FlowDefinition<F> definition;
    private final Datastore datastore;
    private final RunId run;
    private final Map<String, String> environment;
    private final OutputListener output;
    private final ProcessEnd processEnd;

    /** Whether an attempt is stored, and what an engine can do if it is not. */
    public enum Status {
        /** The task finished, now or before, perhaps with a caught failure. */
        COMMITTED,
        /** The attempt failed, now or before, and is stored. Another attempt may follow. */
        STEP_FAILED,
        /** The same would happen again: there is no such task, or this code cannot run it. */
        NOT_WORTH_RETRYING,
        /** The attempt is not stored: the datastore, the run or a task before it was not ready for it. It may be delivered again. */
        SURROUNDINGS_FAILED
    }

    /**
     * How an attempt ended.
     *
     * @param status whether it is stored
     * @param outcome what is stored; null if nothing is
     * @param message what happened, as one or two sentences
     */
    public record Result(Status status, @Nullable TaskOutcome outcome, String message) {}

    /** Says why an attempt cannot be executed, now or ever. */
    private static final class RefusedException extends CairnException {
        private static final long serialVersionUID = 1;

        private final Status status;

        private RefusedException(Status status, String message) {
            super(message);
            this.status = status;
        }
    }

    /**
     * For tasks of one run.
     *
     * @param environment the variables from which secret parameters are taken
     * @param output receives each line that the task writes
     * @param processEnd what happens to the process if the step ends it, or fills its heap
     * @param definition the flow
     * @param datastore where the run is stored
     * @param run the id of the run
     */
    public SingleTask(
            FlowDefinition<F> definition,
            Datastore datastore,
            RunId run,
            Map<String, String> environment,
            OutputListener output,
            ProcessEnd processEnd) {
        this.definition = definition;
        this.datastore = datastore;
        this.run = run;
        this.environment = environment;
        this.output = output;
        this.processEnd = processEnd;
    }

    /**
     * Executes an attempt on a thread of its own, commits it, and waits until the commit is durable.
     *
     * @param task the task
     * @param attempt the number of the attempt, from 0
     * @param parents its parents, if the caller knows them; null to find them
     * @return whether the attempt is stored, and why not if it is not
     * @throws InterruptedException if the calling thread was interrupted; then the attempt was stopped, and nothing of it is stored
     */
    public Result execute(TaskId task, int attempt, @Nullable List<TaskId> parents) throws InterruptedException {
        try {
            definition.requireCompatible();
            RunRecord found = find();
            requireSameGraph(found);
            List<TaskRecord> attempts = datastore.runs().attempts(run, task);
            Optional<TaskRecord> ended = ended(attempts, attempt);
            if (ended.isPresent()) {
                return result(TaskOutcome.of(ended.get()));
            }
            requireNoLater(attempts, task, attempt);
            RunRecord running = requireRunning(); // after its epoch was read, or else that may be of a new owner
            TaskUnit unit = new TaskUnit(found.flow(), run, task, attempt, parents(running, task, parents));
            Secrets secrets = new AttachedSecrets(definition, datastore, running).in(environment);
            return result(
                    new SingleExecution<>(definition, datastore, running, secrets, output, processEnd).execute(unit));
        } catch (RefusedException e) {
            return new Result(e.status, null, String.valueOf(e.getMessage()));
        } catch (DatastoreException e) {
            return new Result(Status.SURROUNDINGS_FAILED, null, String.valueOf(e.getMessage()));
        } catch (CairnException e) { // code, types or parameters that do not fit the run
            return new Result(Status.NOT_WORTH_RETRYING, null, String.valueOf(e.getMessage()));
        }
    }

    private String path() {
        return definition.name() + "/" + run;
    }

    private RunRecord find() {
        RunRecord found = datastore
                .runs()
                .find(run)
                .orElseThrow(() -> refused("run " + path() + " is not in " + datastore.url()
                        + ". Name the datastore in which it was started."));
        if (!found.flow().equals(definition.name())) {
            throw refused("run " + run + " belongs to flow " + found.flow() + ", not to " + definition.name()
                    + ". Run its tasks with the code of flow " + found.flow() + ".");
        }
        return found;
    }

    /** In another graph, the same ids are other tasks. */
    private void requireSameGraph(RunRecord found) {
        ArtifactRef ref = Objects.requireNonNull(found.artifacts().get(FlowGraph.ARTIFACT));
        Object stored = Objects.requireNonNull(new ArtifactLoader(datastore).value(ref, Codecs.any()));
        if (!FlowGraph.of((Map<?, ?>) stored).connectsLike(FlowGraph.of(definition))) {
            throw refused("run " + path() + " was started with code in which the steps of flow " + definition.name()
                    + " are connected in another way. Run its tasks with that code, or resume the run with this one.");
        }
    }

    /** What is stored of the attempt, or of one that finished the task. */
    private static Optional<TaskRecord> ended(List<TaskRecord> attempts, int attempt) {
        return attempts.stream()
                .filter(each -> each.finished() || each.attempt() == attempt)
                .reduce((older, newer) -> newer);
    }

    private void requireNoLater(List<TaskRecord> attempts, TaskId task, int attempt) {
        int last = attempts.stream().mapToInt(TaskRecord::attempt).max().orElse(-1);
        if (last > attempt) {
            throw refused("attempt " + attempt + " of task " + path() + "/" + task + " comes too late: attempt " + last
                    + " has ended.");
        }
    }

    private RunRecord requireRunning() {
        RunRecord now = find();
        if (now.status() != RunStatus.RUNNING) {
            throw refused(
                    "run " + path() + " has ended (" + now.status().toString().toLowerCase(Locale.ROOT)
                            + "), so no more tasks of it can run. Resume it, to go on in a new run.");
        }
        return now;
    }

    private List<TaskId> parents(RunRecord running, TaskId task, @Nullable List<TaskId> given) {
        ParentTasks parents =
                new ParentTasks(new FlowStructure(FlowGraph.of(definition)), new FinishedTasks(datastore, running));
        ParentTasks.Answer answer = given == null ? parents.of(task) : parents.of(task, given);
        if (answer instanceof ParentTasks.Found found) {
            return found.parents();
        } else if (answer instanceof ParentTasks.Awaited awaited) {
            throw new RefusedException(
                    Status.SURROUNDINGS_FAILED,
                    "task " + path() + "/" + task + " cannot start yet: " + awaited.reason() + ".");
        }
        throw refused("task " + path() + "/" + task + " cannot run: " + ((ParentTasks.Never) answer).reason() + ".");
    }

    /** What the outcome of an attempt means to whoever ordered it. */
    private Result result(TaskOutcome outcome) {
        String task = "attempt " + outcome.attempt() + " of task " + path() + "/" + outcome.task();
        FailureRecord failure = outcome.failure();
        TaskFact fact = outcome.fact();
        if (fact == null) {
            boolean late = failure != null && failure.type().equals(LostAttemptException.class.getName());
            return new Result(
                    late ? Status.NOT_WORTH_RETRYING : Status.SURROUNDINGS_FAILED,
                    null,
                    task + " is not stored: " + (failure == null ? "it was stopped" : failure.message()));
        } else if (fact.ending() instanceof TaskFact.Failed failed) {
            return new Result(
                    failed.mayRetry() ? Status.STEP_FAILED : Status.NOT_WORTH_RETRYING, outcome, task + " failed");
        }
        return new Result(
                Status.COMMITTED,
                outcome,
                task + (failure == null ? " finished" : " failed, and its failure was caught"));
    }

    private static RefusedException refused(String message) {
        return new RefusedException(Status.NOT_WORTH_RETRYING, message);
    }
}
