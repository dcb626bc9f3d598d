package dev.cairn.engine.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user types and reads: commands and workers are processes. */
class CommandLineTest {
    @TempDir
    static Path directory;

    private static TestTemporal temporal;
    private static String engine;
    private static OtherProcess worker;
    private static String workerSays;

    @BeforeAll
    static void start() throws Exception {
        temporal = new TestTemporal();
        engine = temporal.url("flows");
        worker = OtherProcess.cairn(directory, "worker", "--engine", engine, "--max-workers", "2");
        workerSays = worker.awaitLine(line -> line.startsWith("worker of"));
        assertThat(workerSays)
                .contains("Fan, ", "Fragile, ", "Gate")
                .endsWith(" takes tasks from " + engine + ", 2 at once; runs are stored in " + store());
    }

    private static String store() {
        return "file:" + directory.resolve(".cairn");
    }

    @AfterAll
    static void stop() {
        worker.close();
        temporal.close();
    }

    /** {@code docs/commands.md} shows what a worker says, with another flow and in other places. */
    @Test
    void thePageOfCommandsShowsTheWorker() throws Exception {
        String page = Files.readString(Path.of("../../docs/commands.md"));
        String url = "temporal://localhost:7233/default/flows";

        assertThat(page)
                .contains("$ cairn worker --engine " + url + "\n"
                        + workerSays
                                .replaceAll("worker of .* takes", "worker of ModelSelection takes")
                                .replace(engine, url)
                                .replace("2 at once", "4 at once")
                                .replace(store(), "file:/home/ada/flows/.cairn")
                        + "\n```\n");
    }

    @Test
    void aRunIsFollowedAsIfItWereLocal() throws Exception {
        Typed typed = type("run", "Fan", "--engine", engine);

        assertThat(typed.status()).isZero();
        String run = typed.run();
        assertThat(typed.lines().get(0)).isEqualTo("run Fan/" + run + " started in " + store());
        assertThat(typed.withoutTimes())
                .contains("[Fan/" + run + "/work/2] 2 squared is 4", "[Fan/" + run + "/end] the total is 5");
        assertThat(typed.last(2)).matches("run Fan/" + run + " succeeded in .*");
        assertThat(typed.last(1)).isEqualTo("read it back: cairn show Fan/" + run);
        assertThat(type("logs", "Fan/" + run + "/work/2").lines()).anyMatch(line -> line.endsWith("2 squared is 4"));
    }

    @Test
    void aRunGoesOnByItselfAndIsFollowedLater() throws Exception {
        Path gate = Files.createDirectory(directory.resolve("gate"));

        Typed started = type("run", "Gate", "--directory", gate.toString(), "--engine", engine, "--detach");

        assertThat(started.status()).isZero();
        String run = started.run();
        assertThat(started.lines())
                .containsExactly(
                        "run Gate/" + run + " started in " + store(),
                        "it goes on by itself; follow it: cairn attach Gate/" + run);
        try (OtherProcess attached = OtherProcess.cairn(directory, "attach", "Gate/latest")) {
            Files.createFile(gate.resolve("open"));
            assertThat(attached.await()).isZero();
            assertThat(attached.lines()).containsExactly("run Gate/" + run + " succeeded");
        }
    }

    @Test
    void aFailureIsToldAsIfItWereLocal() throws Exception {
        Typed typed = type("run", "Fragile", "--engine", engine);

        assertThat(typed.status()).isEqualTo(1);
        String run = typed.run();
        assertThat(typed.lines())
                .startsWith("run Fragile/" + run + " started in " + store())
                .contains(
                        "task Fragile/" + run + "/check failed: java.lang.IllegalStateException: the data is broken",
                        "\tat com.acme.remote.Fragile.check(Fragile.java:23)")
                .endsWith(
                        "look into it: cairn show Fragile/" + run + "/check",
                        "resume it: cairn resume Fragile Fragile/" + run);

        Typed resumed = type("resume", "Fragile", "Fragile/" + run, "--broken", "false", "--engine", engine);

        assertThat(resumed.status()).isZero();
        assertThat(resumed.lines()).anyMatch(line -> line.contains("start") && line.contains("reused"));
        assertThat(type("attach", "Fragile/" + run).lines())
                .contains("task Fragile/" + run + "/check failed: java.lang.IllegalStateException: the data is broken");
    }

    @Test
    void aRunThatIsStartedTwiceIsOneRun() throws Exception {
        String id = "20261130T120000000-abcdefgh";

        Typed first = type("run", "Fan", "--items", "4", "--run-id", id, "--engine", engine);
        Typed second = type("run", "Fan", "--items", "4", "--run-id", id, "--engine", engine);
        Typed other = type("run", "Fan", "--items", "5", "--run-id", id, "--engine", engine);

        assertThat(first.status()).isZero();
        assertThat(second.status()).isZero();
        assertThat(second.withoutTimes()).contains("[Fan/" + id + "/work/3] 3 squared is 9");
        assertThat(other.status()).isEqualTo(2);
        assertThat(other.lines())
                .containsExactly("run Fan/" + id + " was started with other values of `items`. Give the same values to"
                        + " follow it, or another id to start a new run.");
        assertThat(type("list", "Fan").lines().stream().filter(line -> line.contains(id)))
                .hasSize(1);
    }

    @Test
    void aRunIsStopped() throws Exception {
        Path gate = Files.createDirectory(directory.resolve("stopped"));
        try (OtherProcess run =
                OtherProcess.cairn(directory, "run", "Gate", "--directory", gate.toString(), "--engine", engine)) {
            String id = id(run.awaitLine(line -> line.startsWith("run Gate/")));
            awaitFile(gate);

            assertThat(type("stop", "Gate/" + id).lines())
                    .containsExactly("Asked run Gate/" + id + " to stop. Its process sees that within 10 seconds.");

            assertThat(run.await()).isEqualTo(130);
            assertThat(run.lines()).contains("run Gate/" + id + " was interrupted");
        }
    }

    /** As Temporal's UI does; nobody follows the run. */
    @Test
    void aRunIsStoppedWhoeverCancelsItsWorkflow() throws Exception {
        Path gate = Files.createDirectory(directory.resolve("cancelled"));
        String run = type("run", "Gate", "--directory", gate.toString(), "--engine", engine, "--detach")
                .run();
        awaitFile(gate);

        try (TemporalConnection connection = TemporalConnection.open(TemporalAddress.parse(engine))) {
            connection.client().newUntypedWorkflowStub(run).cancel();
        }

        assertThat(type("attach", "Gate/" + run).lines())
                .containsExactly("run Gate/" + run + " was interrupted. Resume it with `resume`.");
        Files.createFile(gate.resolve("open"));
        Typed resumed = type("resume", "Gate", "Gate/" + run, "--engine", engine);
        assertThat(resumed.status()).as("%s", resumed.lines()).isZero();
    }

    /** Not that of the launcher. */
    @Test
    void theMainMethodOfAFlowStartsAWorkerToo() throws Exception {
        String queue = temporal.url("generated");
        String main = "com.acme.remote.FanRunner";
        try (OtherProcess own = OtherProcess.java(directory, main, "worker", "--engine", queue)) {
            assertThat(own.awaitLine(line -> line.startsWith("worker of")))
                    .startsWith("worker of Fan takes tasks from " + queue + ", ");
            try (OtherProcess run = OtherProcess.java(directory, main, "run", "--engine", queue)) {
                assertThat(run.await()).isZero();
                assertThat(run.lines()).anyMatch(line -> line.endsWith("the total is 5"));
            }
        }
    }

    /** As Ctrl-C does. */
    @Test
    void whoeverFollowsARunStopsItByASignal() throws Exception {
        Path gate = Files.createDirectory(directory.resolve("signal"));
        try (OtherProcess run =
                OtherProcess.cairn(directory, "run", "Gate", "--directory", gate.toString(), "--engine", engine)) {
            String id = id(run.awaitLine(line -> line.startsWith("run Gate/")));
            awaitFile(gate);

            run.terminate();

            assertThat(run.await()).isEqualTo(143);
            assertThat(type("attach", "Gate/" + id).lines())
                    .contains("run Gate/" + id + " was interrupted. Resume it with `resume`.");
        }
    }

    static void awaitFile(Path directory) throws Exception {
        try (var watch = directory.getFileSystem().newWatchService()) {
            directory.register(watch, java.nio.file.StandardWatchEventKinds.ENTRY_CREATE);
            try (var files = Files.list(directory)) {
                if (files.findAny().isPresent()) {
                    return;
                }
            }
            watch.take();
        }
    }

    static String id(String line) {
        return line.replaceAll("run \\w+/(\\S+).*", "$1");
    }

    /** What a command printed. */
    record Typed(int status, List<String> lines) {
        String run() {
            return id(lines.get(0));
        }

        String last(int number) {
            return lines.get(lines.size() - number);
        }

        List<String> withoutTimes() {
            return lines.stream()
                    .map(line -> line.replaceAll("^[0-9-]+ [0-9:.]+ ", ""))
                    .toList();
        }
    }

    static Typed type(String... arguments) throws Exception {
        return typeIn(directory, arguments);
    }

    static Typed typeIn(Path where, String... arguments) throws Exception {
        try (OtherProcess process = OtherProcess.cairn(where, arguments)) {
            int status = process.await();
            return new Typed(status, process.lines());
        }
    }
}
