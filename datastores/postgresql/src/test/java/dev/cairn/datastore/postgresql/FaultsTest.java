package dev.cairn.datastore.postgresql;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.client.Run;
import dev.cairn.datastore.Address;
import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.LogLine;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.TaskCommit;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.datastore.TaskStatus;
import dev.cairn.datastore.postgresql.s3.S3Patience;
import dev.cairn.engine.flows.Numbers;
import dev.cairn.engine.flows.TestFlow;
import dev.cairn.engine.flows.TestRun;
import dev.cairn.maintenance.Verification;
import dev.cairn.runtime.FlowFailedException;
import dev.cairn.runtime.definition.Items;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A bad network and servers that die: the work goes on or fails with one clear sentence, nothing that was acknowledged is lost, and
 * nothing is stored twice. {@code -Dfault.tasks} says how many tasks, {@code -Dfault.seed} how the network fails, and {@code
 * -Dfault.outage} for how many seconds the object store is gone.
 */
@Timeout(600)
class FaultsTest {
    private static final int TASKS = Integer.getInteger("fault.tasks", 150);
    private static final long SEED = Long.getLong("fault.seed", 20261130);
    private static final Duration OUTAGE = Duration.ofSeconds(Integer.getInteger("fault.outage", 3));
    private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");

    private final List<AutoCloseable> opened = new ArrayList<>();

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : opened) {
            each.close();
        }
    }

    private <T extends AutoCloseable> T closing(T resource) {
        opened.add(0, resource);
        return resource;
    }

    private Datastore open(String url, Duration patience) {
        Limits limits = new Limits(Duration.ofSeconds(5), Duration.ofSeconds(20), patience);
        S3Patience s3 = new S3Patience(Duration.ofSeconds(5), Duration.ofSeconds(10), patience, 100);
        return closing(
                new Opening(StoreUrl.parse(url), limits, s3, name -> null, Clock.systemUTC(), () -> Duration.ZERO)
                        .open());
    }

    private static String through(FaultyProxy proxy, String database) {
        return "postgresql://cairn@127.0.0.1:" + proxy.port() + "/" + database;
    }

    private static RunId newRun(Datastore datastore) {
        RunRecord run = RunRecord.builder(RunId.next(Clock.systemUTC()), "Flow", "com.acme.Flow", NOW)
                .build();
        datastore.runs().create(run);
        return run.id();
    }

    private static byte[] content(int i) {
        byte[] content = new byte[i % 20 == 0 ? 200_000 : 2000];
        new Random(SEED + i).nextBytes(content);
        return content;
    }

    private static TaskRecord record(RunId run, int i) {
        byte[] content = content(i);
        ArtifactRef artifact = new ArtifactRef(Address.ofContent(content), content.length, "byte[]", NOW, false, null);
        return TaskRecord.builder(run, TaskId.parse("train/" + i), 0, TaskStatus.SUCCEEDED, NOW, NOW.plusSeconds(1))
                .artifacts(Map.of("x", artifact))
                .build();
    }

    /** Commits a task with a small or a large value, and two lines of output. */
    private static CompletableFuture<CommitResult> commit(Datastore datastore, RunId run, int i) {
        byte[] content = content(i);
        TaskRecord record = record(run, i);
        datastore.runs().log(run, record.task(), 0, List.of(line("begin " + i), line("end " + i)));
        boolean large = content.length > PlacedBlobs.LARGEST_ROW;
        if (large) {
            datastore.blobs().put(content);
        }
        return datastore
                .runs()
                .commit(new TaskCommit(record, large ? Map.of() : Map.of(Address.ofContent(content), content)));
    }

    private static LogLine line(String text) {
        return new LogLine(NOW, LogLine.Stream.LOG, text);
    }

    private static void assertWhole(Datastore datastore, RunId run, int count) {
        try (Stream<TaskRecord> attempts = datastore.runs().attempts(run)) {
            assertThat(attempts.map(attempt -> attempt.task().toString()).sorted())
                    .hasSize(count)
                    .doesNotHaveDuplicates();
        }
        for (int i = 0; i < count; i++) {
            TaskRecord record = record(run, i);
            assertThat(datastore.runs().task(run, record.task())).contains(record);
            assertThat(datastore.blobs().read(Address.ofContent(content(i)))).isEqualTo(content(i));
            try (Stream<LogLine> lines = datastore.runs().log(run, record.task(), 0)) {
                assertThat(lines.map(LogLine::text)).containsExactly("begin " + i, "end " + i);
            }
        }
        assertThat(Verification.of(datastore).problems()).isEmpty();
    }

    @Test
    void connectionsThatBreakLoseNothingAndRepeatNothing() {
        PostgresqlServer server = PostgresqlServer.shared();
        String database = server.newDatabase();
        FaultyProxy toDatabase = closing(new FaultyProxy(server.port(), SEED));
        FaultyProxy toBucket = closing(new FaultyProxy(S3Server.shared().port(), ~SEED));
        String prefix = S3Server.shared().newPrefix();
        Datastore datastore = open(
                through(toDatabase, database) + S3Server.parameters(prefix, toBucket.port()), Duration.ofSeconds(60));
        RunId run = newRun(datastore);
        toDatabase.cut(25);
        toBucket.cut(25);

        List<CompletableFuture<CommitResult>> commits = new ArrayList<>();
        for (int i = 0; i < TASKS; i++) {
            commits.add(commit(datastore, run, i));
            if (i % 7 == 0) {
                commits.get(i).join(); // so that there are many batches
            }
        }
        commits.forEach(commit -> assertThat(commit.join()).isEqualTo(CommitResult.COMMITTED));

        toDatabase.cut(0);
        toBucket.cut(0);
        assertThat(toDatabase.cuts()).as("seed %d: cut connections", SEED).isPositive();
        assertWhole(
                open(server.url(database) + S3Server.shared().parameters(prefix), Duration.ofSeconds(60)), run, TASKS);
    }

    @Test
    void aServerThatIsKilledAndComesBackLosesNothing() throws IOException {
        PostgresqlServer server = PostgresqlServer.start();
        String url = server.newUrl();
        Datastore datastore = open(url, Duration.ofSeconds(60));
        RunId run = newRun(datastore);

        List<CompletableFuture<CommitResult>> commits = new ArrayList<>();
        for (int i = 0; i < TASKS; i++) {
            commits.add(commit(datastore, run, i));
            if (i == TASKS / 3 || i == 2 * TASKS / 3) {
                server.kill();
                server.run();
            }
        }
        commits.forEach(commit -> assertThat(commit.join()).isEqualTo(CommitResult.COMMITTED));

        assertWhole(datastore, run, TASKS);
        assertWhole(open(url, Duration.ofSeconds(60)), run, TASKS);
    }

    /** A foreach, one of whose tasks does something. */
    private static TestFlow<Numbers> flow(AtomicInteger calls, TestFlow.Body<Numbers> inTheMiddle) {
        return Numbers.flow("Faulty")
                .step(
                        foreach("start", "join", "count", Items.range(), "work"),
                        (numbers, task) -> numbers.count = TASKS)
                .step(linear("work", "join"), (numbers, task) -> {
                    calls.incrementAndGet();
                    numbers.value = task.index("count");
                    if (task.index("count") == TASKS / 2) {
                        inTheMiddle.call(numbers, task);
                    }
                })
                .step(end("join").join(), (numbers, task) -> {
                    List<Long> results = new ArrayList<>();
                    for (int i = 0; i < task.inputs().size(); i++) {
                        results.add((Long) task.inputs().get(i).value("value"));
                    }
                    numbers.results = results;
                })
                .build();
    }

    @Test
    void aRunWhoseServerIsKilledAndComesBackGoesOn() {
        PostgresqlServer server = PostgresqlServer.start();
        Datastore datastore = open(server.newUrl(), Duration.ofSeconds(60));
        AtomicInteger calls = new AtomicInteger();

        Run run = TestRun.of(flow(calls, (numbers, task) -> {
                    server.kill();
                    server.run();
                }))
                .datastore(datastore)
                .run();

        assertThat(calls).as("calls of the step").hasValue(TASKS);
        assertThat(run.step("join").task().artifact("results").value())
                .isEqualTo(LongStream.range(0, TASKS).boxed().toList());
        assertThat(Verification.of(datastore).problems()).isEmpty();
    }

    @Test
    void aRunWhoseServerStaysAwayFailsInOneSentence() {
        PostgresqlServer server = PostgresqlServer.shared();
        FaultyProxy proxy = closing(new FaultyProxy(server.port(), SEED));
        Datastore datastore = open(through(proxy, server.newDatabase()), Duration.ofMillis(300));

        assertThatThrownBy(() -> TestRun.of(flow(new AtomicInteger(), (numbers, task) -> proxy.goAway(true)))
                        .datastore(datastore)
                        .run())
                .isInstanceOf(FlowFailedException.class)
                .hasMessageContaining("the connection to PostgreSQL at 127.0.0.1:" + proxy.port() + " is lost: ")
                .hasMessageContaining(". Check the server and the network, then resume the run.");
        proxy.goAway(false);
    }

    @Test
    void aServerThatStaysAwayFailsTheCommitInOneSentence() {
        PostgresqlServer server = PostgresqlServer.shared();
        String database = server.newDatabase();
        FaultyProxy proxy = closing(new FaultyProxy(server.port(), SEED));
        Datastore datastore = open(through(proxy, database), Duration.ofMillis(300));
        RunId run = newRun(datastore);
        for (int i = 0; i < 10; i++) {
            assertThat(commit(datastore, run, i).join()).isEqualTo(CommitResult.COMMITTED);
        }
        proxy.goAway(true);

        assertThatThrownBy(() -> commit(datastore, run, 10).join())
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOf(DatastoreException.class)
                .hasMessageStartingWith("the connection to PostgreSQL at 127.0.0.1:" + proxy.port() + " is lost: ")
                .hasMessageContaining(". Check the server and the network, then resume the run.");
        proxy.goAway(false);
        assertThatThrownBy(() -> datastore.blobs().put(new byte[] {1}))
                .isInstanceOf(DatastoreException.class)
                .hasMessageEndingWith(" Nothing was stored since; open the datastore again.");

        assertWhole(open(server.url(database), Duration.ofSeconds(60)), run, 10);
    }

    @Test
    void anObjectStoreThatIsGoneForAWhileIsWaitedFor() throws Exception {
        String url = PostgresqlServer.shared().newUrl();
        FaultyProxy proxy = closing(new FaultyProxy(S3Server.shared().port(), SEED));
        Datastore datastore =
                open(url + S3Server.parameters(S3Server.shared().newPrefix(), proxy.port()), OUTAGE.plusSeconds(60));
        RunId run = newRun(datastore);
        proxy.goAway(true);
        Thread repair = new Thread(() -> {
            LockSupport.parkNanos(OUTAGE.toNanos());
            proxy.goAway(false);
        });
        repair.start();

        commit(datastore, run, 0).join();

        assertThat(repair.isAlive())
                .as("it was stored before the object store was back")
                .isFalse();
        assertWhole(datastore, run, 1);
    }

    @Test
    void anObjectStoreThatIsOverloadedIsAskedAgain() {
        String url = PostgresqlServer.shared().newUrl();
        FaultyProxy proxy = closing(new FaultyProxy(S3Server.shared().port(), SEED));
        Datastore datastore =
                open(url + S3Server.parameters(S3Server.shared().newPrefix(), proxy.port()), Duration.ofSeconds(3));
        RunId run = newRun(datastore);
        proxy.goAway(true); // kept connections
        proxy.goAway(false);
        proxy.overload(true);

        assertThatThrownBy(() -> datastore.blobs().put(content(0)))
                .isInstanceOf(DatastoreException.class)
                .hasMessageStartingWith("cannot write objects in `s3://");

        proxy.overload(false);
        assertThat(commit(datastore, run, 0).join()).isEqualTo(CommitResult.COMMITTED);
        assertWhole(datastore, run, 1);
    }

    /** A service that does not look at checksums stores it; then whoever reads it is told. */
    @Test
    void whatTheNetworkChangesOnTheWayIntoTheBucketIsRefusedOrFound() {
        String url = PostgresqlServer.shared().newUrl();
        FaultyProxy proxy = closing(new FaultyProxy(S3Server.shared().port(), SEED));
        Datastore datastore =
                open(url + S3Server.parameters(S3Server.shared().newPrefix(), proxy.port()), Duration.ofSeconds(3));
        proxy.flip(true);

        assertThatThrownBy(() ->
                        datastore.blobs().read(datastore.blobs().put(content(0)).address()))
                .isInstanceOf(DatastoreException.class);

        proxy.flip(false);
        assertThat(datastore.blobs().read(datastore.blobs().put(content(20)).address()))
                .isEqualTo(content(20));
    }

    @Test
    void latencyCostsABatchAFewRoundTripsAndNotATask() {
        PostgresqlServer server = PostgresqlServer.shared();
        String database = server.newDatabase();
        FaultyProxy proxy = closing(new FaultyProxy(server.port(), SEED));
        Datastore datastore = open(through(proxy, database), Duration.ofSeconds(60));
        RunId run = newRun(datastore);
        proxy.delay(Duration.ofMillis(50));
        long before = proxy.roundTrips();

        List<CompletableFuture<CommitResult>> commits = new ArrayList<>();
        for (int i = 1; i <= 2000; i++) {
            commits.add(datastore
                    .runs()
                    .commit(new TaskCommit(
                            TaskRecord.builder(run, TaskId.parse("train/" + i), 0, TaskStatus.SUCCEEDED, NOW, NOW)
                                    .build(),
                            Map.of())));
        }
        commits.forEach(commit -> assertThat(commit.join()).isEqualTo(CommitResult.COMMITTED));

        assertThat(proxy.roundTrips() - before).isLessThan(200);
    }
}
