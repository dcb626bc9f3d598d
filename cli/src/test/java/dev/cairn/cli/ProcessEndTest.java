package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.client.Cairn;
import dev.cairn.client.Run;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.LogLine;
import dev.cairn.datastore.RunStatus;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a step does to its process, the run ends, and whoever started the process hears of it. */
@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ProcessEndTest {
    @TempDir
    private Path directory;

    private Process process;
    private Datastore datastore;

    @AfterEach
    void end() {
        process.destroyForcibly();
        if (datastore != null) {
            datastore.close();
        }
    }

    @Test
    void aStepThatCallsExitStopsTheRunAndIsAFailure() throws Exception {
        start("main", "exit");

        String error = error();
        assertThat(process.waitFor()).isEqualTo(ExitStatus.FAILED);
        Run run = latest();
        assertThat(error)
                .contains(
                        "task Ending/" + run.id() + "/start called System.exit, which stopped the run; the exit status"
                                + " is 1. End a step by returning from it, or by throwing an exception.\n");
        assertThat(run.status()).isEqualTo(RunStatus.INTERRUPTED);
    }

    @Test
    void otherHooksRunToTheirEnd() throws Exception {
        start("main", "exit-with-hook");

        assertThat(output().lines()).contains("the other hook ran");
        assertThat(process.waitFor()).isEqualTo(ExitStatus.FAILED);
    }

    @Test
    void anotherThreadThatCallsExitIsNamed() throws Exception {
        start("main", "exit-elsewhere");

        assertThat(error()).contains("thread `bystander` called System.exit, which stopped the run;");
        assertThat(process.waitFor()).isEqualTo(ExitStatus.FAILED);
        assertThat(latest().status()).isEqualTo(RunStatus.INTERRUPTED);
    }

    @Test
    void anApplicationThatEmbedsARunSeesItStopped() throws Exception {
        start("embedded", "exit");

        error();
        assertThat(process.waitFor()).isEqualTo(0);
        assertThat(latest().status()).isEqualTo(RunStatus.INTERRUPTED);
    }

    @Test
    void aHeapThatStaysFullEndsTheProcess() throws Exception {
        start("impatient", "fill");

        assertThat(error())
                .contains("the run was stopped: the Java heap was full and stayed full. Make it larger with -Xmx, or"
                        + " keep fewer objects in memory.\n");
        assertThat(process.waitFor()).isEqualTo(ExitStatus.FAILED);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aSecondSignalEndsTheProcessAtOnce() throws Exception {
        start("main", "deaf");
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        while (!"deaf".equals(output.readLine())) {
            continue;
        }

        terminate();
        while (process.isAlive()) { // until the hook that listens for the second one has begun
            terminate();
            process.waitFor(100, TimeUnit.MILLISECONDS);
        }
        assertThat(process.exitValue()).isEqualTo(ExitStatus.TERMINATED);
        assertThat(latest().status()).isEqualTo(RunStatus.RUNNING); // it had no time to say more
    }

    @Test
    void aReaderThatWentAwayIsNoMatterToTheRun() throws Exception {
        start("main", "print");
        process.getInputStream().close();
        process.getErrorStream().close();

        assertThat(process.waitFor()).isEqualTo(ExitStatus.OK);
        Run run = latest();
        assertThat(run.status()).isEqualTo(RunStatus.SUCCEEDED);
        try (Stream<LogLine> log = run.step("start").task().log()) {
            assertThat(log.map(LogLine::text))
                    .hasSize(2 * EndingProcess.LINES)
                    .startsWith("line 0", "error 0", "line 1")
                    .endsWith("error " + (EndingProcess.LINES - 1));
        }
    }

    /** Not by SIGINT: a shell lets what it starts in the background ignore that. */
    private void terminate() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-TERM", String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    private void start(String how, String what) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+IgnoreUnrecognizedVMOptions",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                EndingProcess.class.getName(),
                how,
                what,
                "file:" + directory));
        process = new ProcessBuilder(command).start();
    }

    private String error() throws IOException {
        return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private String output() throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private Run latest() {
        datastore = Datastore.of("file:" + directory);
        return Cairn.open(datastore).flow("Ending").latest();
    }
}
