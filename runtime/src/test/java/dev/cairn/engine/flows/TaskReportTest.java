package dev.cairn.engine.flows;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cairn.client.Cairn;
import dev.cairn.client.Run;
import dev.cairn.client.Task;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunId;
import dev.cairn.engine.flows.TestFlow.Body;
import dev.cairn.runtime.FlowFailedException;
import dev.cairn.runtime.ReportPart.Heading;
import dev.cairn.runtime.ReportPart.Text;
import dev.cairn.runtime.TaskReport;
import dev.cairn.runtime.definition.Retries;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What tasks add to the report of their run. */
class TaskReportTest {
    private static final Map<String, String> CODE = Map.of("start", "1", "end", "1");

    private final Datastore datastore = Datastore.inMemory();

    /** The flow class. */
    static final class Flow {}

    private static TestFlow<Flow> flow(Body<Flow> start, Body<Flow> end) {
        return TestFlow.of("Reporting", Flow.class, Flow::new)
                .step(linear("start", "end").retry(Retries.of(1)), start)
                .step(end("end"), end)
                .build();
    }

    private TestRun<Flow> run(TestFlow<Flow> flow) {
        return TestRun.of(flow).datastore(datastore).code(CODE);
    }

    private static List<String> reported(Run run) {
        try (Stream<Task> tasks = run.reported()) {
            return tasks.map(task -> task.id() + "@" + task.attempt()).toList();
        }
    }

    @Test
    void theClientReadsWhatATaskAdded() {
        Run run = run(flow(
                        (flow, task) -> task.context().report().heading("One").text("two"), (flow, task) -> {}))
                .run();

        assertThat(run.step("start").task().report()).containsExactly(new Heading("One"), new Text("two"));
        assertThat(run.step("end").task().report()).isEmpty();
        assertThat(reported(run)).containsExactly("start@0");
        assertThat(run.files().keys()).as("files of the user").isEmpty();
    }

    @Test
    void eachAttemptHasItsOwnAndFailedOnesKeepTheirs() {
        Run run = run(flow(
                        (flow, task) -> {
                            task.context()
                                    .report()
                                    .text("attempt " + task.context().attempt());
                            if (task.context().attempt() == 0) {
                                throw new IllegalStateException("no luck");
                            }
                        },
                        (flow, task) -> {}))
                .run();

        assertThat(run.attempts("start"))
                .extracting(Task::report)
                .containsExactly(List.of(new Text("attempt 0")), List.of(new Text("attempt 1")));
        assertThat(reported(run)).containsExactlyInAnyOrder("start@0", "start@1");
    }

    @Test
    void aResumedRunHasThoseOfTheTasksThatItTookOver() {
        FlowFailedException failure = catchThrowableOfType(
                FlowFailedException.class,
                () -> run(flow((flow, task) -> task.context().report().text("first run"), (flow, task) -> {
                            task.context().report().text("end of first run");
                            throw new IllegalStateException("no luck");
                        }))
                        .run());
        TestFlow<Flow> mended = flow(
                (flow, task) -> task.context().report().text("never"),
                (flow, task) -> task.context().report().text("second run"));
        Run resumed = run(mended).resume(failure.runId());

        assertThat(resumed.step("start").task().origin()).isPresent();
        assertThat(resumed.step("start").task().report()).containsExactly(new Text("first run"));
        assertThat(resumed.step("end").task().report()).containsExactly(new Text("second run"));
        assertThat(reported(resumed)).containsExactlyInAnyOrder("start@0", "end@0");

        datastore.runs().delete(new RunId(failure.runId()));
        Run later = Cairn.open(datastore, mended).run(resumed.pathspec());
        assertThat(later.step("start").task().report()).containsExactly(new Text("first run"));
    }

    @Test
    void whatIsAddedAfterTheEndIsIgnored() {
        AtomicReference<TaskReport> kept = new AtomicReference<>();
        Run run = run(flow(
                        (flow, task) -> kept.set(task.context().report().text("in time")),
                        (flow, task) -> kept.get().text("too late")))
                .run();

        assertThat(run.step("start").task().report()).containsExactly(new Text("in time"));
        assertThat(run.step("end").task().report()).isEmpty();
    }
}
