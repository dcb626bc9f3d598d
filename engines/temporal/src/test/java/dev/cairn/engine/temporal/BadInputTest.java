package dev.cairn.engine.temporal;

import static dev.cairn.engine.temporal.CommandLineTest.id;
import static dev.cairn.engine.temporal.CommandLineTest.typeIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import dev.cairn.client.Run;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunLife;
import dev.cairn.datastore.TaskId;
import dev.cairn.engine.EngineException;
import dev.cairn.engine.UnknownEngineException;
import dev.cairn.engine.flows.Numbers;
import dev.cairn.engine.flows.TestRun;
import dev.cairn.engine.temporal.CommandLineTest.Typed;
import dev.cairn.runtime.RunReference;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.Retries;
import dev.cairn.runtime.definition.StepDefinition;
import io.temporal.api.common.v1.Payload;
import io.temporal.worker.WorkerFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people get wrong is answered in one or two sentences. */
class BadInputTest {
    @TempDir
    static Path directory;

    private static TestTemporal temporal;

    @BeforeAll
    static void start() {
        temporal = new TestTemporal();
    }

    @AfterAll
    static void stop() {
        temporal.close();
    }

    @Test
    void noServer() throws Exception {
        Typed run = typeIn(directory, "run", "Fan", "--engine", "temporal://127.0.0.1:1/default/flows");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.lines())
                .contains("the Temporal server at 127.0.0.1:1 does not respond. Start it, or check host and port of"
                        + " `temporal://127.0.0.1:1/default/flows`.");
        assertThat(typeIn(directory, "worker", "--engine", "temporal://127.0.0.1:1/default/flows")
                        .lines())
                .containsExactly(
                        "the Temporal server at 127.0.0.1:1 does not respond. Start it, or check host and port of"
                                + " `temporal://127.0.0.1:1/default/flows`.");
    }

    @Test
    void noSuchNamespace() throws Exception {
        String url = "temporal://" + temporal.target() + "/missing/flows";

        Typed run = typeIn(directory, "run", "Fan", "--engine", url);

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.lines())
                .contains("the Temporal server at " + temporal.target()
                        + " has no namespace `missing`. Create it, or name" + " another one in `" + url + "`.");
    }

    @Test
    void noRightToTheNamespace() throws Exception {
        String url = "temporal://" + temporal.target() + "/forbidden/flows";

        Typed run = typeIn(directory, "run", "Fan", "--engine", url);

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.lines())
                .contains("the Temporal server at " + temporal.target()
                        + " refused the run: PERMISSION_DENIED (Request unauthorized.). Check its log.");
    }

    @Test
    void noWorker() throws Exception {
        String url = temporal.url("nobody");
        try (OtherProcess run = OtherProcess.cairn(directory, "run", "Fan", "--engine", url)) {
            assertThat(run.awaitLine(line -> line.contains("10 seconds")))
                    .endsWith(
                            "] nothing of the run has started for 10 seconds: no worker takes tasks from task queue `nobody`"
                                    + " of namespace `default` at " + temporal.target()
                                    + ". Start one with `worker --engine " + url
                                    + "`.");

            try (OtherProcess worker = OtherProcess.cairn(directory, "worker", "--engine", url)) {
                assertThat(run.await()).isZero();
                worker.kill();
            }
        }
    }

    @Test
    void workerWithoutTheFlow() throws Exception {
        String url = temporal.url("others");
        FlowDefinition<?> other = Numbers.flow("Other")
                .step(StepDefinition.end("start"), (flow, task) -> {})
                .build();
        Datastore datastore = Datastore.of("file:" + directory.resolve(".cairn"));
        TemporalWorker worker = temporal.worker("others", List.of(other), datastore, 1);
        try (OtherProcess run = OtherProcess.cairn(directory, "run", "Fan", "--engine", url)) {
            String id = id(run.awaitLine(line -> line.startsWith("run Fan/")));
            assertThat(run.awaitLine(line -> line.contains("refused")))
                    .endsWith("] a worker refused run Fan/" + id + ", because it has no flow `Fan`: it has Other."
                            + " Start a worker with the jar of the flow on this task queue, or stop this one.");
        } finally {
            worker.close();
            datastore.close();
        }
    }

    @Test
    void datastoreInMemory() throws Exception {
        String message =
                "the datastore `memory:` is in the memory of this process, so workers cannot open it. Use a datastore"
                        + " that all of them can open, such as postgresql:, or file: with a directory that they share.";

        Typed run = typeIn(directory, "run", "Fan", "--engine", temporal.url("memory"), "--datastore", "memory:");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.lines()).contains(message);
        assertThatThrownBy(() ->
                        TemporalWorker.of(temporal.target(), "default", "memory", List.of(), Datastore.inMemory(), 1))
                .isInstanceOf(EngineException.class)
                .hasMessage(message);
    }

    @Test
    void datastoreThatTheWorkerDoesNotSee() throws Exception {
        String url = temporal.url("elsewhere");
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        try (OtherProcess worker = OtherProcess.cairn(elsewhere, "worker", "--engine", url)) {
            worker.awaitLine(line -> line.startsWith("worker of"));
            try (OtherProcess run = OtherProcess.cairn(directory, "run", "Fan", "--engine", url)) {
                String id = id(run.awaitLine(line -> line.startsWith("run Fan/")));
                assertThat(run.awaitLine(line -> line.contains("refused")))
                        .endsWith(
                                "] a worker refused run Fan/" + id + ", because its datastore file:" + elsewhere
                                        + "/.cairn does not have the run. Start workers with the --datastore of the run, and a directory that they share.");
            }
        }
    }

    /** It takes what is the same in both versions. */
    @Test
    void otherVersionOfTheCode() throws Exception {
        FlowDefinition<?> flow = Numbers.flow("Versions")
                .step(StepDefinition.linear("start", "end"), (each, task) -> {})
                .step(StepDefinition.end("end"), (each, task) -> {})
                .build();
        Datastore datastore = Datastore.of("file:" + directory.resolve("versions"));
        TemporalWorker newer = temporal.worker("versions", List.of(flow), datastore, 1, run -> Set.of("end"));
        CompletableFuture<String> refused = new CompletableFuture<>();
        CompletableFuture<Run> run = CompletableFuture.supplyAsync(() -> TestRun.of(flow)
                .code(Map.of("start", "1", "end", "1"))
                .datastore(datastore)
                .outputListener((path, line) -> refused.complete(line.text()))
                .engine(temporal.engine("versions"))
                .run());
        String id = path(refused.get(1, TimeUnit.MINUTES));

        assertThat(refused.get())
                .isEqualTo("a worker refused task Versions/" + id
                        + "/end, because its code of step `end` is not that with which"
                        + " the run was started. Start a worker with the version that started the run, or stop the run and"
                        + " resume it with this version.");
        assertThat(datastore.runs().task(new RunId(id), TaskId.of("start"))).isPresent();
        newer.close();
        TemporalWorker older = temporal.worker("versions", List.of(flow), datastore, 1, each -> Set.of());
        assertThat(run.get(1, TimeUnit.MINUTES).successful()).isTrue();
        older.close();
        datastore.close();
    }

    /** What is started with one graph is not driven with another one. */
    @Test
    void otherGraph() {
        FlowDefinition<?> one = Numbers.flow("Graphs")
                .step(StepDefinition.linear("start", "end"), (each, task) -> {})
                .step(StepDefinition.end("end"), (each, task) -> {})
                .build();
        FlowDefinition<?> other = Numbers.flow("Graphs")
                .step(StepDefinition.end("start"), (each, task) -> {})
                .build();
        try (Datastore datastore = Datastore.of("file:" + directory.resolve("graphs"))) {
            TemporalWorker newer = temporal.worker("graphs", List.of(other), datastore, 1);
            CompletableFuture<String> refused = new CompletableFuture<>();
            CompletableFuture<Run> run = CompletableFuture.supplyAsync(() -> TestRun.of(one)
                    .datastore(datastore)
                    .runId("20261130T120000000-graphs00")
                    .outputListener((path, line) -> refused.complete(line.text()))
                    .engine(temporal.engine("graphs"))
                    .run());

            assertThat(refused.join())
                    .isEqualTo(
                            "a worker refused run Graphs/20261130T120000000-graphs00, because its version of the flow has"
                                    + " other steps, transitions, retries or resources than the one that started the run. Start a"
                                    + " worker with the version that started the run.");
            newer.close();
            TemporalWorker older = temporal.worker("graphs", List.of(one), datastore, 1);
            assertThat(run.join().successful()).isTrue();
            older.close();
        }
    }

    /** A run that has begun does not stand still without a word. */
    @Test
    void otherGraphInTheMiddle() throws Exception {
        CompletableFuture<Void> begun = new CompletableFuture<>();
        FlowDefinition<?> one = Numbers.flow("Turned")
                .step(
                        StepDefinition.linear("start", "end")
                                .retry(Retries.of(1).delay(Duration.ofSeconds(5))),
                        (each, task) -> {
                            if (begun.complete(null)) {
                                throw new IllegalStateException("not yet");
                            }
                        })
                .step(StepDefinition.end("end"), (each, task) -> {})
                .build();
        FlowDefinition<?> other = Numbers.flow("Turned")
                .step(StepDefinition.end("start"), (each, task) -> {})
                .build();
        try (Datastore datastore = Datastore.of("file:" + directory.resolve("turned"))) {
            TemporalWorker first = temporal.worker("turned", List.of(one), datastore, 1);
            CompletableFuture<String> refused = new CompletableFuture<>();
            CompletableFuture<Run> run = CompletableFuture.supplyAsync(() -> TestRun.of(one)
                    .datastore(datastore)
                    .runId("20261130T120000000-turned00")
                    .outputListener((path, line) -> {
                        if (line.text().contains("refused")) {
                            refused.complete(line.text());
                        }
                    })
                    .engine(temporal.engine("turned"))
                    .run());
            begun.join();
            first.close();
            TemporalWorker newer = temporal.worker("turned", List.of(other), datastore, 1);

            assertThat(refused.get(3, TimeUnit.MINUTES))
                    .isEqualTo(
                            "a worker refused run Turned/20261130T120000000-turned00, because its version of the flow has"
                                    + " other steps, transitions, retries or resources than the one that started the run. Start a"
                                    + " worker with the version that started the run.");
            newer.close();
            TemporalWorker older = temporal.worker("turned", List.of(one), datastore, 1);
            assertThat(run.get(3, TimeUnit.MINUTES).successful()).isTrue();
            older.close();
        }
    }

    /** As if a version of Cairn came to a history that it does not know how to go on with. */
    @Test
    void workersThatCannotDrive() throws Exception {
        FlowDefinition<?> flow = Numbers.flow("Driven")
                .step(StepDefinition.end("start"), (each, task) -> {})
                .build();
        String id = "20261130T120000000-driven00";
        try (Datastore datastore = Datastore.of("file:" + directory.resolve("driven"));
                TemporalConnection connection =
                        TemporalConnection.open(TemporalAddress.parse(temporal.url("driven")))) {
            WorkerFactory broken = WorkerFactory.newInstance(connection.client());
            broken.newWorker("driven").registerWorkflowImplementationFactory(FlowWorkflow.class, () -> scope -> {
                throw new IllegalStateException("no way on");
            });
            broken.start();
            CompletableFuture<String> said = new CompletableFuture<>();
            CompletableFuture<Run> run = CompletableFuture.supplyAsync(() -> TestRun.of(flow)
                    .datastore(datastore)
                    .runId(id)
                    .outputListener((path, line) -> said.complete(line.text()))
                    .engine(temporal.engine("driven"))
                    .run());

            assertThat(said.get(1, TimeUnit.MINUTES))
                    .isEqualTo("the workflow of run Driven/" + id
                            + " does not go on, because its workers fail to drive it (no way on). They try again; their"
                            + " logs say more.");
            broken.shutdownNow();
            TemporalWorker sound = temporal.worker("driven", List.of(flow), datastore, 1);
            assertThat(run.get(1, TimeUnit.MINUTES).successful()).isTrue();
            sound.close();
        }
    }

    @Test
    void keepsGoing() {
        assertThatThrownBy(() -> TestRun.of(Numbers.flow("Going")
                                .step(StepDefinition.end("start"), (each, task) -> {})
                                .build())
                        .datastore(Datastore.of("file:" + directory.resolve("going")))
                        .keepGoing()
                        .engine(temporal.engine("going"))
                        .run())
                .isInstanceOf(EngineException.class)
                .hasMessage("a run on Temporal ends with its first failure, so it cannot keep going after one."
                        + " Leave `--keep-going`, or `keepGoing()`, out.");
    }

    @Test
    void messageThatIsTooLarge() {
        PayloadLimit limit = new PayloadLimit();

        assertThat(limit.encode(List.of(payload(4096)))).hasSize(1);
        assertThatThrownBy(() -> limit.encode(List.of(payload(4097))))
                .isInstanceOf(EngineException.class)
                .hasMessage(
                        "a message of 4097 bytes was not sent to Temporal, because 4096 is the limit. Split the flow"
                                + " into fewer branches at this point, or use shorter names of steps.");
    }

    private static Payload payload(int bytes) {
        return Payload.newBuilder()
                .setData(ByteString.copyFrom(new byte[bytes]))
                .build();
    }

    /** It keeps everything in memory, so a new one knows nothing of the run. */
    @Test
    void serverThatGoesAway() throws Exception {
        LoopbackServer server = new LoopbackServer();
        String target = server.target();
        CompletableFuture<String> silent = new CompletableFuture<>();
        try (Datastore datastore = Datastore.of("file:" + directory.resolve("away"))) {
            CompletableFuture<RunReference> started = new CompletableFuture<>();
            CompletableFuture<Run> run = CompletableFuture.supplyAsync(() -> TestRun.of(Numbers.flow("Away")
                            .step(StepDefinition.end("start"), (each, task) -> {})
                            .build())
                    .datastore(datastore)
                    .onStart(started::complete)
                    .outputListener((path, line) -> {
                        if (line.text().contains("respond")) {
                            silent.complete(line.text());
                        }
                    })
                    .engine(new TemporalEngine(new TemporalAddress(target, "default", "away"), Limits.STANDARD))
                    .run());
            awaitWorkflow(target, started.join().id().toString());
            server.close();
            assertThat(silent.join())
                    .isEqualTo("the Temporal server at " + target
                            + " does not respond (UNAVAILABLE). The run goes on when it does.");

            server = new LoopbackServer(Integer.parseInt(target.substring(target.indexOf(':') + 1)));

            assertThatThrownBy(run::join)
                    .cause()
                    .isInstanceOf(EngineException.class)
                    .hasMessage("the workflow of run Away/" + started.join().id() + " at " + target
                            + " has ended (no longer known) and left the run unfinished. Resume the run.");
        } finally {
            server.close();
        }
    }

    private static void awaitWorkflow(String target, String run) throws Exception {
        try (TemporalConnection connection = TemporalConnection.open(new TemporalAddress(target, "default", "away"))) {
            while (TemporalOwnerProvider.life(connection, "default", new RunId(run)) != RunLife.ALIVE) {
                TimeUnit.MILLISECONDS.sleep(20); // only the server is asked
            }
        }
    }

    @Test
    void workflowThatIsTerminated() {
        try (Datastore datastore = Datastore.of("file:" + directory.resolve("terminated"))) {
            String id = "20261130T120000000-term0000";
            TestRun<?> run = TestRun.of(Numbers.flow("Terminated")
                            .step(StepDefinition.end("start"), (each, task) -> {})
                            .build())
                    .datastore(datastore)
                    .runId(id)
                    .engine(temporal.engine("terminated"));
            run.detached().run();
            try (TemporalConnection connection =
                    TemporalConnection.open(TemporalAddress.parse(temporal.url("terminated")))) {
                connection.client().newUntypedWorkflowStub(id).terminate("by a test");
            }
            TestRun<?> follower = TestRun.of(Numbers.flow("Terminated")
                            .step(StepDefinition.end("start"), (each, task) -> {})
                            .build())
                    .datastore(datastore)
                    .runId(id)
                    .engine(temporal.engine("terminated"));

            assertThatThrownBy(follower::run)
                    .isInstanceOf(EngineException.class)
                    .hasMessage("the workflow of run Terminated/" + id + " at " + temporal.target()
                            + " has ended (terminated) and left the run unfinished. Resume the run.");
        }
    }

    private static String path(String line) {
        return line.replaceAll(".*Versions/([^/]+)/.*", "$1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "temporal://host/default/flows",
                "temporal://host:7233/flows",
                "temporal://host:7233/default/flows/more",
                "temporal:host:7233"
            })
    void noUrlOfATaskQueue(String url) {
        assertThatThrownBy(() -> TemporalAddress.parse(url))
                .isInstanceOf(UnknownEngineException.class)
                .hasMessage(
                        "`" + url + "` is not the URL of a Temporal task queue. Use"
                                + " temporal://<host>:<port>/<namespace>/<task queue>, such as temporal://localhost:7233/default/flows.");
    }

    @Test
    void wrongUseOfOptions() throws Exception {
        assertThat(typeIn(directory, "run", "Fan", "--detach").lines())
                .containsExactly(
                        "--detach needs an engine that runs tasks in other processes. Name it with --engine, such as"
                                + " --engine temporal://localhost:7233/default/flows.");
        Typed workers = typeIn(directory, "run", "Fan", "--engine", temporal.url("any"), "--max-workers", "3");
        assertThat(workers.status()).isEqualTo(2);
        assertThat(workers.lines())
                .containsExactly(
                        "--max-workers has no effect with --engine, because tasks run in workers. Give it to the"
                                + " `worker` command.");
        assertThat(typeIn(directory, "worker").lines())
                .containsExactly(
                        "a worker needs an engine that distributes tasks. Name it with --engine, such as --engine"
                                + " temporal://localhost:7233/default/flows.");
        assertThat(typeIn(directory, "run", "Fan", "--engine", "slurm://x").lines())
                .containsExactly("`slurm://x` is not the URL of an engine. Use"
                        + " temporal://<host>:<port>/<namespace>/<task queue>.");
        assertThat(typeIn(directory, "run", "Fan", "--run-id", "mine").lines())
                .containsExactly("`mine` is not a run id, which looks like 20261123T211357042-k3f9x2dq.");
    }
}
