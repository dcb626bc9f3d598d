package dev.cairn.engine.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryRequest;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The histories of all workflows of a run: of those that went on with it, and of its child workflows. */
final class Histories {
    private final Map<WorkflowExecution, List<HistoryEvent>> all = new LinkedHashMap<>();
    private final TemporalConnection connection;

    private Histories(TemporalConnection connection) {
        this.connection = connection;
    }

    /** Reads them. */
    static Histories of(TestTemporal temporal, String run) {
        return of(temporal.target(), run);
    }

    /** Reads them from a server. */
    static Histories of(String target, String run) {
        TemporalAddress address = new TemporalAddress(target, "default", "any");
        try (TemporalConnection connection = TemporalConnection.open(address)) {
            Histories histories = new Histories(connection);
            histories.read(WorkflowExecution.newBuilder().setWorkflowId(run).build());
            return histories;
        }
    }

    Map<WorkflowExecution, List<HistoryEvent>> all() {
        return all;
    }

    private void read(WorkflowExecution last) {
        List<HistoryEvent> events = events(last);
        String id = last.getWorkflowId();
        String first =
                events.get(0).getWorkflowExecutionStartedEventAttributes().getFirstExecutionRunId();
        String current = first.isEmpty() ? last.getRunId() : first;
        while (!current.isEmpty()) {
            WorkflowExecution execution = WorkflowExecution.newBuilder()
                    .setWorkflowId(id)
                    .setRunId(current)
                    .build();
            events = events(execution);
            all.put(execution, events);
            events.stream()
                    .filter(event -> event.getEventType() == EventType.EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_STARTED)
                    .map(event -> event.getChildWorkflowExecutionStartedEventAttributes()
                            .getWorkflowExecution())
                    .forEach(this::read);
            current = events.get(events.size() - 1)
                    .getWorkflowExecutionContinuedAsNewEventAttributes()
                    .getNewExecutionRunId();
        }
    }

    private List<HistoryEvent> events(WorkflowExecution execution) {
        List<HistoryEvent> events = new ArrayList<>();
        ByteString page = ByteString.EMPTY;
        do {
            GetWorkflowExecutionHistoryResponse response = connection
                    .stubs()
                    .blockingStub()
                    .getWorkflowExecutionHistory(GetWorkflowExecutionHistoryRequest.newBuilder()
                            .setNamespace("default")
                            .setExecution(execution)
                            .setNextPageToken(page)
                            .build());
            events.addAll(response.getHistory().getEventsList());
            page = response.getNextPageToken();
        } while (!page.isEmpty());
        return events;
    }

    /** Of one workflow. */
    List<HistoryEvent> of(int number) {
        return List.copyOf(all.values()).get(number);
    }

    int count(EventType type) {
        return (int) all.values().stream()
                .flatMap(List::stream)
                .filter(event -> event.getEventType() == type)
                .count();
    }

    int events() {
        return all.values().stream().mapToInt(List::size).sum();
    }

    int longest() {
        return all.values().stream().mapToInt(List::size).max().orElseThrow();
    }

    long bytesOfLongest() {
        return all.values().stream()
                .mapToLong(events -> events.stream()
                        .mapToLong(HistoryEvent::getSerializedSize)
                        .sum())
                .max()
                .orElseThrow();
    }

    /** The largest number of activities and child workflows that a workflow had pending. */
    int mostPending() {
        int most = 0;
        for (List<HistoryEvent> events : all.values()) {
            int pending = 0;
            for (HistoryEvent event : events) {
                pending += change(event.getEventType());
                most = Math.max(most, pending);
            }
        }
        return most;
    }

    private static int change(EventType type) {
        return switch (type) {
            case EVENT_TYPE_ACTIVITY_TASK_SCHEDULED, EVENT_TYPE_START_CHILD_WORKFLOW_EXECUTION_INITIATED -> 1;
            case EVENT_TYPE_ACTIVITY_TASK_COMPLETED,
                    EVENT_TYPE_ACTIVITY_TASK_FAILED,
                    EVENT_TYPE_ACTIVITY_TASK_TIMED_OUT,
                    EVENT_TYPE_ACTIVITY_TASK_CANCELED,
                    EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_COMPLETED,
                    EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_FAILED,
                    EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_CANCELED -> -1;
            default -> 0;
        };
    }

    /** Requires that no message of any workflow is larger than it may be. */
    void requireSmallPayloads() {
        all.values().forEach(events -> events.forEach(Histories::requireSmall));
    }

    private static void requireSmall(Message message) {
        if (message instanceof Payload payload) {
            assertThat(payload.getData().size()).isLessThanOrEqualTo(PayloadLimit.MOST_BYTES);
            return;
        }
        for (Map.Entry<FieldDescriptor, Object> field : message.getAllFields().entrySet()) {
            List<?> values = field.getValue() instanceof List<?> list ? list : List.of(field.getValue());
            values.stream()
                    .filter(Message.class::isInstance)
                    .map(Message.class::cast)
                    .forEach(Histories::requireSmall);
        }
    }
}
