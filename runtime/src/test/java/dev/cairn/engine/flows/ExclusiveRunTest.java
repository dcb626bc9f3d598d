package dev.cairn.engine.flows;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.client.Run;
import dev.cairn.datastore.Example;
import dev.cairn.datastore.FlowIsRunningException;
import dev.cairn.datastore.Lease;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunQuery;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import java.time.Instant;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A run that starts only if no other run of its flow is alive. */
class ExclusiveRunTest extends OnEachStore {
    private static TestFlow<Numbers> flow(String name, TestFlow.Body<Numbers> body, String... formerNames) {
        return Numbers.flow(name)
                .formerNames(formerNames)
                .step(linear("start", "end"), body)
                .step(end("end"), (flow, task) -> {})
                .build();
    }

    private static TestFlow<Numbers> flow(String name, String... formerNames) {
        return flow(name, (flow, task) -> flow.value = 7, formerNames);
    }

    private Run runExclusively(TestFlow<Numbers> flow) {
        return TestRun.of(flow).datastore(datastore).exclusive().run();
    }

    private void assertRefused(ThrowingCallable start, RunId obstacle) {
        long before = runs();
        assertThatThrownBy(start)
                .isInstanceOfSatisfying(
                        FlowIsRunningException.class,
                        refusal -> assertThat(refusal.run()).isEqualTo(obstacle));
        assertThat(runs()).as("runs stored").isEqualTo(before);
    }

    private long runs() {
        try (Stream<RunRecord> runs = datastore.runs().list(RunQuery.all())) {
            return runs.count();
        }
    }

    private RunRecord stored(Run run) {
        return datastore.runs().find(new RunId(run.id())).orElseThrow();
    }

    @Test
    void startsOnceTheOtherRunHasEnded() {
        Run other = TestRun.of(flow(
                        "Totals",
                        (flow, task) -> assertRefused(
                                () -> runExclusively(flow("Totals")),
                                new RunId(task.context().runId()))))
                .datastore(datastore)
                .run();

        assertThat(stored(other).status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(stored(runExclusively(flow("Totals"))).status()).isEqualTo(RunStatus.SUCCEEDED);
    }

    @Test
    void keepsOnlyExclusiveOnesFromStarting() {
        Run exclusive = runExclusively(flow("Totals", (flow, task) -> {
            assertRefused(
                    () -> runExclusively(flow("Totals")),
                    new RunId(task.context().runId()));
            run(flow("Totals"));
            runExclusively(flow("Others"));
        }));

        assertThat(stored(exclusive).status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(runs()).isEqualTo(3);
    }

    @Test
    void runsUnderFormerNamesOfTheFlowCount() {
        Run old = run(flow(
                "Sums",
                (flow, task) -> assertRefused(
                        () -> runExclusively(flow("Totals", "Sums")),
                        new RunId(task.context().runId()))));

        assertThat(stored(old).status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(stored(runExclusively(flow("Totals", "Sums"))).status()).isEqualTo(RunStatus.SUCCEEDED);
    }

    @Test
    void aRunUnderAFormerNameOfTheClassCounts() {
        RunRecord old = Example.runOfClass("Totals", "com.acme.Sums").withHeartbeatAt(Instant.now());
        datastore.runs().create(old);

        assertRefused(() -> runExclusively(flow("Totals", "com.acme.Sums")), old.id());
    }

    @Test
    void aRunWhoseProcessDiedIsEnded() {
        String flowClass = Numbers.class.getName();
        RunRecord alive = Example.runOfClass("Totals", flowClass)
                .withHeartbeatAt(Instant.now().minus(Lease.DURATION.dividedBy(2)));
        RunRecord died = Example.runOfClass("Totals", flowClass)
                .withHeartbeatAt(Instant.now().minus(Lease.DURATION.plusSeconds(5)));
        datastore.runs().create(alive);
        datastore.runs().create(died);
        assertRefused(() -> runExclusively(flow("Totals")), alive.id());
        assertThat(datastore.runs().find(died.id())).contains(died);

        datastore.runs().finish(alive.id(), RunStatus.INTERRUPTED, Instant.now(), null, null);
        runExclusively(flow("Totals"));

        assertThat(datastore.runs().find(died.id()).map(RunRecord::status)).contains(RunStatus.DIED);
    }
}
