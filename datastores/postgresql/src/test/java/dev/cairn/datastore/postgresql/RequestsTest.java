package dev.cairn.datastore.postgresql;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.client.Cairn;
import dev.cairn.client.Run;
import dev.cairn.client.Task;
import dev.cairn.datastore.Address;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.TaskCommit;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.datastore.TaskStatus;
import dev.cairn.engine.flows.Numbers;
import dev.cairn.engine.flows.TestRun;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.Items;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What things cost in round trips to PostgreSQL and in requests to S3: the figures of {@code docs/cloud.md}. */
class RequestsTest {
    private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");

    private final FaultyProxy database =
            new FaultyProxy(PostgresqlServer.shared().port(), 1);
    private final FaultyProxy bucket = new FaultyProxy(S3Server.shared().port(), 1);
    private final Datastore datastore = Datastore.of("postgresql://cairn@127.0.0.1:" + database.port() + "/"
            + PostgresqlServer.shared().newDatabase()
            + S3Server.parameters(S3Server.shared().newPrefix(), bucket.port()));
    private RunId run;

    /** So that connections are made, and their statements known. */
    @BeforeEach
    void warmUp() {
        RunRecord record = RunRecord.builder(RunId.next(Clock.systemUTC()), "Flow", "com.acme.Flow", NOW)
                .build();
        datastore.runs().create(record);
        run = record.id();
        for (int i = 0; i < 10; i++) {
            commit("warm/" + i);
            datastore.blobs().put(random(i, 200));
            datastore.blobs().read(Address.ofContent(random(i, 200)));
            datastore.runs().task(run, TaskId.parse("warm/" + i));
        }
    }

    @AfterEach
    void close() {
        datastore.close();
        database.close();
        bucket.close();
    }

    private void commit(String task) {
        TaskRecord record = TaskRecord.builder(run, TaskId.parse(task), 0, TaskStatus.SUCCEEDED, NOW, NOW)
                .build();
        datastore.runs().commit(new TaskCommit(record, Map.of())).join();
    }

    private static byte[] random(int seed, int size) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private long roundTrips(Runnable work) {
        long before = database.roundTrips();
        work.run();
        return database.roundTrips() - before;
    }

    private long requests(Runnable work) {
        long before = bucket.requests();
        work.run();
        return bucket.requests() - before;
    }

    /** BEGIN with the number of the batch, the owner of the run, the attempts, the counts, COMMIT. */
    @Test
    void aTaskAlone() {
        assertThat(roundTrips(() -> commit("train/0"))).isEqualTo(5);
    }

    @Test
    void readingATask() {
        commit("train/0");
        assertThat(roundTrips(() -> assertThat(datastore.runs().task(run, TaskId.parse("train/0")))
                        .isPresent()))
                .isEqualTo(1);
    }

    /** A page has 256 tasks; the counts at the first and at the last page, and transactions, come to that. */
    @Test
    void readingAThousandTasks() {
        for (int i = 0; i < 1000; i += 100) {
            commitMany(i, i + 100);
        }
        assertThat(roundTrips(() -> {
                    try (Stream<TaskRecord> tasks = datastore.runs().tasks(run, "train")) {
                        assertThat(tasks).hasSize(1000);
                    }
                }))
                .isLessThanOrEqualTo(14);
    }

    /** Of each page of 256 tasks the first value, then the others; and the schema once. */
    @Test
    void readingAThousandSmallValuesOfAStep() {
        FlowDefinition<Numbers> flow = Numbers.flow("Wide")
                .step(foreach("start", "join", "count", Items.range(), "work"), (numbers, task) -> numbers.count = 1000)
                .step(linear("work", "join"), (numbers, task) -> numbers.text = (task.index("count") + " ").repeat(700))
                .step(end("join").join(), (numbers, task) -> {})
                .build();
        String finished = TestRun.of(flow).datastore(datastore).run().pathspec();
        Run wide = Cairn.open(datastore, flow).run(finished);
        assertThat(roundTrips(() -> {
                    try (Stream<Task> tasks = wide.step("work").stream()) {
                        assertThat(tasks.map(task -> task.artifact("text").as(String.class)))
                                .hasSize(1000)
                                .startsWith("0 ".repeat(700), "1 ".repeat(700))
                                .endsWith("999 ".repeat(700))
                                .doesNotHaveDuplicates();
                    }
                }))
                .isLessThanOrEqualTo(25);
    }

    private void commitMany(int from, int to) {
        var commits = new ArrayList<CompletableFuture<?>>();
        for (int i = from; i < to; i++) {
            TaskRecord record = TaskRecord.builder(run, TaskId.parse("train/" + i), 0, TaskStatus.SUCCEEDED, NOW, NOW)
                    .build();
            commits.add(datastore.runs().commit(new TaskCommit(record, Map.of())));
        }
        commits.forEach(CompletableFuture::join);
    }

    @Test
    void aSmallValue() {
        byte[] value = random(1, 50_000);
        assertThat(requests(() -> {
                    datastore.blobs().put(value);
                    datastore.blobs().read(Address.ofContent(value));
                }))
                .isZero();
        assertThat(roundTrips(() -> datastore.blobs().read(Address.ofContent(value))))
                .isEqualTo(1);
    }

    @Test
    void aLargeValue() {
        byte[] value = random(2, 1_000_000);
        assertThat(requests(() -> datastore.blobs().put(value))).as("PUT").isEqualTo(1);
        assertThat(requests(() -> datastore.blobs().read(Address.ofContent(value))))
                .as("GET")
                .isEqualTo(1);
        assertThat(roundTrips(() -> datastore.blobs().read(Address.ofContent(value))))
                .isEqualTo(2);
    }

    /** Begun, three parts of up to 8 MiB, completed. */
    @Test
    void aLargeValueInParts() {
        byte[] value = random(3, 20 << 20);
        assertThat(requests(() -> datastore.blobs().put(value))).isEqualTo(5);
        assertThat(datastore.blobs().read(Address.ofContent(value))).isEqualTo(value);
    }
}
