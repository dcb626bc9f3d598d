package dev.cairn.engine.temporal;

import static dev.cairn.engine.temporal.CommandLineTest.id;
import static dev.cairn.engine.temporal.CommandLineTest.typeIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.client.Run;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskId;
import dev.cairn.engine.EngineException;
import dev.cairn.engine.UnknownEngineException;
import dev.cairn.engine.flows.Numbers;
import dev.cairn.engine.flows.TestRun;
import dev.cairn.engine.temporal.CommandLineTest.Typed;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.StepDefinition;
import java.nio.file.Files;
import java.nio.file.Path;
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
