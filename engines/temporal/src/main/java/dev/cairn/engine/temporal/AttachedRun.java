package dev.cairn.engine.temporal;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.datastore.Runs;
import dev.cairn.datastore.TaskId;
import dev.cairn.engine.FlowPlan;
import dev.cairn.engine.RunRequest;
import dev.cairn.engine.TaskFact;
import dev.cairn.engine.TaskRunner;
import dev.cairn.runtime.definition.FlowDefinition;
import io.temporal.failure.ApplicationFailure;
import java.util.Set;

/** A run of which this worker executes tasks, and the runner that they share. Thread-safe. */
final class AttachedRun implements AutoCloseable {
    /** The type of failures after which nothing can be written to the run. */
    static final String ENDED = "cairn-run-ended";

    private final RunRequest<?> request;
    private final WorkerFlow<?> flow;
    private final WorkerDatastore datastore;
    private final TaskRunner<?> runner;
    private final Set<String> changedSteps;
    private int users; // guarded by this
    private long unusedSince = System.nanoTime(); // guarded by this
    private boolean stopped; // guarded by this

    private AttachedRun(
            RunRequest<?> request, WorkerFlow<?> flow, WorkerDatastore datastore, Set<String> changedSteps) {
        this.request = request;
        this.datastore = datastore;
        this.flow = flow;
        this.changedSteps = changedSteps;
        this.runner = request.newTaskRunner();
    }

    /**
     * Attaches to a run that is stored.
     *
     * @throws dev.cairn.CairnException if the datastore does not have it, or if it needs a secret that this process does not have
     */
    static AttachedRun of(WorkerFlow<?> flow, WorkerSettings settings, WorkerDatastore datastore, RunId run) {
        Datastore current = datastore.current();
        if (current.runs().find(run).isEmpty()) {
            throw ApplicationFailure.newFailure(
                    "a worker refused run " + flow.definition().name() + "/" + run + ", because its datastore "
                            + current.url()
                            + " does not have the run. Start workers with the --datastore of the"
                            + " run, and a directory that they share.",
                    "cairn-no-run");
        }
        RunRequest<?> request = RunRequest.of(flow.definition(), current, run);
        return new AttachedRun(request, flow, datastore, settings.code().changedSteps(request));
    }

    RunId id() {
        return request.run();
    }

    FlowDefinition<?> definition() {
        return flow.definition();
    }

    FlowPlan plan() {
        return flow.plan();
    }

    ResourceQueues queues() {
        return flow.queues();
    }

    TaskRunner<?> runner() {
        return runner;
    }

    /** Whether the run was resumed from another one. */
    boolean isResumed() {
        return request.resumed();
    }

    /** Takes over from the run that this one was resumed from what was done for elements of the foreach that a task opened. */
    void takeOverAfter(TaskFact ended) throws InterruptedException {
        if (isResumed()) {
            request.takeOverAfter(ended, this::stopped);
        }
    }

    /**
     * Makes sure that the code of a step is that with which the run was started.
     *
     * @throws ApplicationFailure if it is not; another worker may have it
     */
    void requireSameCode(TaskId task) {
        if (changedSteps.contains(task.step())) {
            throw ApplicationFailure.newFailure(
                    "a worker refused task " + request.definition().name() + "/" + id() + "/" + task
                            + ", because its code of"
                            + " step `" + task.step()
                            + "` is not that with which the run was started. Start a worker with the"
                            + " version that started the run, or stop the run and resume it with this version.",
                    "cairn-other-code");
        }
    }

    /**
     * Makes sure that the run has not ended.
     *
     * @throws ApplicationFailure that is not retried, if it has
     */
    void requireAlive() {
        RunRecord record = record();
        if (record.status() != RunStatus.RUNNING) {
            throw ApplicationFailure.newNonRetryableFailure(
                    "run " + record.flow() + "/" + record.id() + " has ended (" + record.status()
                            + "), so nothing can be stored for it.",
                    ENDED);
        }
    }

    RunRecord record() {
        return stored().find(id()).orElseThrow();
    }

    /** Leaves all tasks of the run in this process to other workers: what they do is not stored. */
    void abandon() {
        runner.abandon();
        runner.stop();
    }

    /** Interrupts all tasks of the run in this process: it is to stop. */
    void stop() {
        synchronized (this) {
            stopped = true;
        }
        runner.stop();
    }

    synchronized boolean stopped() {
        return stopped;
    }

    Runs stored() {
        return request.datastore().runs();
    }

    /** Waits until everything that this process has committed for the run is stored, or was refused. */
    void settle() {
        stored().counts(id());
    }

    /** Notes that something could not be stored: whoever uses the run next gets a datastore that was opened again. */
    void storeFailed() {
        datastore.reopenAfter(request.datastore());
    }

    /** Notes that an activity uses it; false if it was stopped, or if its datastore failed. */
    boolean use() {
        boolean sound = datastore.current() == request.datastore();
        synchronized (this) {
            users += stopped || !sound ? 0 : 1;
            return sound && !stopped;
        }
    }

    synchronized void leave() {
        users--;
        unusedSince = System.nanoTime();
    }

    /** Whether nobody has used it for some time. */
    synchronized boolean isUnused(long nanos) {
        return users == 0 && System.nanoTime() - unusedSince > nanos;
    }

    @Override
    public void close() {
        runner.close();
    }
}
