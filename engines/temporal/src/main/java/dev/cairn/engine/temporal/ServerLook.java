package dev.cairn.engine.temporal;

import dev.cairn.engine.EngineException;
import dev.cairn.engine.RunFollower;
import dev.cairn.engine.RunRequest;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.failure.v1.Failure;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflow.v1.PendingActivityInfo;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionResponse;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryRequest;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryReverseRequest;
import io.temporal.client.WorkflowException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks the server about a run while it is followed: whether somebody has taken it up, why workers refuse it, and whether its workflow is
 * still there. What it finds is a line for whoever follows the run, once. For one thread.
 */
final class ServerLook implements RunFollower.Look {
    private static final long EVERY_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long NO_WORKER_NANOS = Duration.ofSeconds(10).toNanos();
    private static final long HISTORY_NANOS = Duration.ofSeconds(10).toNanos();
    private static final int LAST_EVENTS = 50;
    private static final int MOST_CHILDREN = 8;
    private static final long CLOSED_NANOS = Duration.ofSeconds(5).toNanos();
    private static final Duration CANCEL = Duration.ofSeconds(10);

    private final RunRequest<?> request;
    private final TemporalAddress address;
    private final TemporalConnection connection;
    private final WorkflowExecution workflow;
    private final Set<String> noted = new HashSet<>();
    private final long start = System.nanoTime();
    private long looked = start;
    private long askedHistory = start;
    private long closedSince;
    private boolean takenUp;

    ServerLook(RunRequest<?> request, TemporalAddress address, TemporalConnection connection) {
        this.request = request;
        this.address = address;
        this.connection = connection;
        this.workflow = WorkflowExecution.newBuilder()
                .setWorkflowId(request.run().toString())
                .build();
    }

    @Override
    public void look(boolean someTaskEnded) {
        long now = System.nanoTime();
        if (now - looked < EVERY_NANOS) {
            return;
        }
        looked = now;
        try {
            ask(now, someTaskEnded);
        } catch (StatusRuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                return; // whoever waits will notice
            } else if (e.getStatus().getCode()
                    == Status.Code.NOT_FOUND) { // it lost its data, or keeps what has ended only briefly
                requireRecentEnd(now, "no longer known");
                return;
            }
            note("the Temporal server at " + address.target() + " does not respond ("
                    + e.getStatus().getCode() + "). The run goes on when it does.");
        }
    }

    private void ask(long now, boolean someTaskEnded) {
        DescribeWorkflowExecutionResponse description = connection
                .stubs()
                .blockingStub()
                .describeWorkflowExecution(DescribeWorkflowExecutionRequest.newBuilder()
                        .setNamespace(address.namespace())
                        .setExecution(workflow)
                        .build());
        if (description.getWorkflowExecutionInfo().getStatus()
                != WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING) {
            requireRecentEnd(now, word(description.getWorkflowExecutionInfo().getStatus()));
        }
        for (PendingActivityInfo activity : description.getPendingActivitiesList()) {
            if (activity.hasLastFailure() && activity.getAttempt() > 1) {
                note(sentence(activity.getLastFailure()));
            }
        }
        if (!someTaskEnded) {
            askWhoTookItUp(now);
        } else if (now - askedHistory > HISTORY_NANOS) {
            askedHistory = now;
            askWhetherItGoesOn(workflow);
            description.getPendingChildrenList().stream()
                    .limit(MOST_CHILDREN)
                    .map(child -> WorkflowExecution.newBuilder()
                            .setWorkflowId(child.getWorkflowId())
                            .setRunId(child.getRunId())
                            .build())
                    .forEach(this::askWhetherItGoesOn);
        }
    }

    /** Of a workflow task that fails again and again, the history has the first failure, with nothing completed after it. */
    private void askWhetherItGoesOn(WorkflowExecution of) {
        for (HistoryEvent event : lastEvents(of)) {
            if (event.getEventType() == EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED) {
                return;
            } else if (event.getEventType() == EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED) {
                note(standstill(event));
                return;
            }
        }
    }

    /** The newest first. */
    private List<HistoryEvent> lastEvents(WorkflowExecution of) {
        try {
            return connection
                    .stubs()
                    .blockingStub()
                    .getWorkflowExecutionHistoryReverse(GetWorkflowExecutionHistoryReverseRequest.newBuilder()
                            .setNamespace(address.namespace())
                            .setExecution(of)
                            .setMaximumPageSize(LAST_EVENTS)
                            .build())
                    .getHistory()
                    .getEventsList();
        } catch (StatusRuntimeException e) {
            if (e.getStatus().getCode() != Status.Code.UNIMPLEMENTED) {
                throw e;
            }
            return allEvents(of); // the server for tests
        }
    }

    private List<HistoryEvent> allEvents(WorkflowExecution of) {
        List<HistoryEvent> events = new ArrayList<>(connection
                .stubs()
                .blockingStub()
                .getWorkflowExecutionHistory(GetWorkflowExecutionHistoryRequest.newBuilder()
                        .setNamespace(address.namespace())
                        .setExecution(of)
                        .build())
                .getHistory()
                .getEventsList());
        Collections.reverse(events);
        return events;
    }

    private void askWhoTookItUp(long now) {
        List<HistoryEvent> events = takenUp ? List.of() : firstEvents();
        for (HistoryEvent event : events) {
            takenUp |= event.getEventType() == EventType.EVENT_TYPE_WORKFLOW_TASK_STARTED;
            if (event.getEventType() == EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED) {
                note(standstill(event));
                takenUp = false; // until one does not fail
            }
            if (event.getEventType() == EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED) {
                takenUp = true;
                return;
            }
        }
        if (!takenUp && noted.isEmpty() && now - start > NO_WORKER_NANOS) {
            note("nothing of the run has started for 10 seconds: no worker takes tasks from task queue `"
                    + address.taskQueue() + "` of namespace `" + address.namespace() + "` at " + address.target()
                    + ". Start one with `worker --engine " + address.url() + "`.");
        }
    }

    private List<HistoryEvent> firstEvents() {
        return connection
                .stubs()
                .blockingStub()
                .getWorkflowExecutionHistory(GetWorkflowExecutionHistoryRequest.newBuilder()
                        .setNamespace(address.namespace())
                        .setExecution(workflow)
                        .setMaximumPageSize(20)
                        .build())
                .getHistory()
                .getEventsList();
    }

    /** A workflow stores the end of its run before it ends, unless somebody terminated it. */
    private void requireRecentEnd(long now, String how) {
        if (closedSince == 0) {
            closedSince = now;
        } else if (now - closedSince > CLOSED_NANOS) {
            throw new EngineException("the workflow of run "
                    + request.definition().name() + "/" + request.run() + " at " + address.target() + " has ended ("
                    + how + ") and left the run unfinished. Resume the run.");
        }
    }

    /** What keeps a workflow from going on. */
    private String standstill(HistoryEvent workflowTaskFailed) {
        Failure failure =
                workflowTaskFailed.getWorkflowTaskFailedEventAttributes().getFailure();
        if (failure.getApplicationFailureInfo().getType().equals(RefusedTaskError.class.getName())) {
            return sentence(failure);
        }
        return "the workflow of run " + request.definition().name() + "/" + request.run()
                + " does not go on, because its workers fail to drive it ("
                + sentence(innermost(failure)) + "). They try again; their logs say more.";
    }

    /** The client for Java wraps what was thrown in messages of its own. */
    private static Failure innermost(Failure failure) {
        Failure innermost = failure;
        while (innermost.hasCause() && !innermost.getCause().getMessage().isEmpty()) {
            innermost = innermost.getCause();
        }
        return innermost;
    }

    private static String word(WorkflowExecutionStatus status) {
        return status.name().substring(status.name().lastIndexOf('_') + 1).toLowerCase(Locale.ROOT);
    }

    private static String sentence(Failure failure) {
        return failure.getMessage().lines().findFirst().orElse("");
    }

    private void note(String line) {
        if (!line.isEmpty() && noted.add(line)) {
            request.note(line);
        }
    }

    /** Stops the run, and waits until nothing of it runs, within reason. */
    void cancel() {
        boolean interrupted = Thread.interrupted();
        try {
            io.temporal.client.WorkflowStub stub =
                    connection.client().newUntypedWorkflowStub(request.run().toString());
            stub.cancel();
            stub.getResult(CANCEL.toSeconds(), TimeUnit.SECONDS, ScopeOutcome.class);
        } catch (TimeoutException | WorkflowException e) {
            // it was cancelled, or takes longer: workers end it
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
