package dev.cairn.samples.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.LogLine;
import dev.cairn.datastore.RunStatus;
import dev.cairn.engine.Isolation;
import dev.cairn.samples.JavaProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Isolated tasks, started from a command line: they end with the process that started them, however that ends. */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class IsolatedProcessTest {
    @TempDir
    private Path directory;

    private Process parent;

    @AfterEach
    void end() {
        if (parent != null) {
            parent.destroyForcibly();
        }
    }

    private String url() {
        return "file:" + directory.resolve("store");
    }

    /** Starts a run that waits in its first step; the process of that. */
    private ProcessHandle start() throws IOException, InterruptedException {
        Path file = directory.resolve("pid");
        parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+IgnoreUnrecognizedVMOptions",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.cairn.samples.isolation.WaitingRunner",
                        "run",
                        "--isolation",
                        "process",
                        "--file",
                        file.toString(),
                        "--datastore",
                        url())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile())
                .start();
        while (!Files.exists(file)) {
            assertThat(parent.isAlive()).as(() -> output()).isTrue();
            parent.waitFor(50, TimeUnit.MILLISECONDS);
        }
        ProcessHandle child =
                ProcessHandle.of(Long.parseLong(Files.readString(file))).orElseThrow();
        assertThat(child.parent().map(ProcessHandle::pid)).isEqualTo(Optional.of(parent.pid()));
        return child;
    }

    private String output() {
        try {
            return Files.readString(directory.resolve("output"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void endWhenTheProcessThatStartedThemIsKilled() throws Exception {
        ProcessHandle child = start();

        parent.toHandle().destroyForcibly();

        assertThat(child.onExit().get(1, TimeUnit.MINUTES)).isEqualTo(child);
        try (Datastore datastore = Datastore.of(url())) {
            assertThat(WaitingRun.latest(datastore).run().attempts("start")).isEmpty();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void endWhenTheRunIsToldToStop() throws Exception {
        ProcessHandle child = start();

        parent.destroy();

        assertThat(parent.waitFor()).isEqualTo(143);
        assertThat(child.onExit().get(1, TimeUnit.MINUTES)).isEqualTo(child);
        try (Datastore datastore = Datastore.of(url())) {
            assertThat(WaitingRun.latest(datastore).run().status()).isEqualTo(RunStatus.INTERRUPTED);
        }
        assertThat(output()).contains("was interrupted").contains("resume it: ");
    }

    /** As of a terminal, on which somebody types Ctrl-C: the signal goes to all processes. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void leaveASignalToTheProcessThatStartedThem() throws Exception {
        ProcessHandle child = start();
        child.destroy();
        parent.waitFor(500, TimeUnit.MILLISECONDS);
        assertThat(child.isAlive()).isTrue();

        parent.destroy();

        assertThat(parent.waitFor()).isEqualTo(143);
        assertThat(child.onExit().get(1, TimeUnit.MINUTES)).isEqualTo(child);
    }

    @Test
    void aCommandLineRunsThem() throws Exception {
        JavaProcess.Result result = new JavaProcess(directory, List.of("-Xmx64m"))
                .run(
                        "dev.cairn.samples.isolation.DyingRunner",
                        "run",
                        "--how",
                        "exit",
                        "--isolation",
                        "process",
                        "--quiet",
                        "--datastore",
                        url());

        assertThat(result.errors()).isEmpty();
        assertThat(result.exitStatus()).as(result.output()).isZero();
        assertThat(result.output())
                .contains("/work] attempt 0\n")
                .contains(
                        "/work] failed: dev.cairn.runtime.TaskProcessException: the process of step `work` died: its exit"
                                + " status is 0.")
                .contains("retry 1 of 1 follows")
                .contains("/work] attempt 1\n")
                .contains(" succeeded in ");
    }

    @Test
    void aCommandLineRefusesWhatCannotBe() throws Exception {
        JavaProcess process = new JavaProcess(directory, List.of("-Xmx64m"));
        String runner = "dev.cairn.samples.isolation.DyingRunner";

        JavaProcess.Result memory = process.run(runner, "run", "--isolation", "process", "--datastore", "memory:");
        JavaProcess.Result word = process.run(runner, "run", "--isolation", "processes", "--datastore", url());

        assertThat(memory.exitStatus()).isEqualTo(2);
        assertThat(memory.errors())
                .isEqualTo(
                        "tasks cannot be isolated on the datastore `memory:`, which other processes cannot open: use one"
                                + " that they can, such as `file:.cairn`.\n");
        assertThat(word.exitStatus()).isEqualTo(2);
        assertThat(word.errors()).isEqualTo("--isolation must be `process` or `none`, but is `processes`.\n");
    }

    @Test
    void secretsAreOnNoCommandLineAndInNoEnvironment() {
        try (Datastore datastore = Datastore.of(url())) {
            ConfidentialRun run = ConfidentialRunner.builder()
                    .datastore(datastore)
                    .token("hunter2hunter2")
                    .region("north-by-northwest")
                    .isolation(Isolation.process("-Xmx64m"))
                    .run();

            assertThat(run.end().length()).isEqualTo(14);
            assertThat(run.end().command()).doesNotContain("hunter2").doesNotContain("northwest");
            assertThat(run.end().inEnvironment()).isFalse();
            try (Stream<LogLine> log = run.start().task().log()) {
                assertThat(log.map(LogLine::text)).singleElement().asString().doesNotContain("hunter2");
            }
        }
    }
}
