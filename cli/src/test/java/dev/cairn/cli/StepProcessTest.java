package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.client.Run;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.engine.flows.FlowShapes;
import dev.cairn.engine.flows.RecordText;
import dev.cairn.engine.flows.TestRun;
import dev.cairn.runtime.definition.FlowDefinition;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code step} in processes of their own, which steps end, and others too. */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StepProcessTest {
    @TempDir
    private Path directory;

    private Process process;
    private String error;

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    @Test
    void aWholeRunIsOneProcessPerTask() {
        FlowDefinition<?> flow = FlowShapes.nested();
        try (Datastore datastore = Datastore.of("file:" + directory)) {
            Run local = TestRun.of(flow).datastore(datastore).run();
            StepCommandEngine engine = new StepCommandEngine(3, arguments -> run(flow.name(), "", arguments));

            Run steps = TestRun.of(flow).datastore(datastore).engine(engine).run();

            assertThat(RecordText.of(datastore, steps.id())).isEqualTo(RecordText.of(datastore, local.id()));
            assertThat(engine.statuses()).hasSize(12).containsOnly(ExitStatus.OK);
        }
    }

    @Test
    void aStepThatCallsExitHasFailedAndThatIsStored() {
        during("exit", (datastore, run) -> {
            assertThat(step(run, "exit")).isEqualTo(ExitStatus.FAILED);

            assertThat(error)
                    .contains("task Hostile/" + run + "/start called System.exit, which stopped its attempt; the exit"
                            + " status is 1. End a step by returning from it, or by throwing an exception.\n");
            assertStoredExit(datastore, run);
            assertThat(step(run, "exit")).as("once more").isEqualTo(ExitStatus.FAILED);
            assertThat(error)
                    .startsWith(
                            "attempt 0 of task Hostile/" + run
                                    + "/start failed: dev.cairn.runtime.TaskProcessException: step `start` called System.exit.");
        });
    }

    @Test
    void aThreadOfAStepThatCallsExitIsTheSame() {
        during("exit-elsewhere", (datastore, run) -> {
            assertThat(step(run, "exit-elsewhere")).isEqualTo(ExitStatus.FAILED);

            assertStoredExit(datastore, run);
        });
    }

    private static void assertStoredExit(Datastore datastore, RunId run) {
        assertThat(datastore.runs().attempts(run, TaskId.of("start")))
                .extracting(TaskRecord::attempt, record -> record.failure().message())
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        0,
                        "step `start` called System.exit. End a step by returning from it, or by throwing an"
                                + " exception."));
    }

    /** The process ends with what the step says; who started it finds nothing stored, and delivers the attempt again. */
    @Test
    void aStepThatHaltsTheProcessLeavesNothing() {
        during("halt", (datastore, run) -> {
            assertThat(step(run, "halt")).isEqualTo(9);

            assertThat(datastore.runs().attempts(run, TaskId.of("start"))).isEmpty();
        });
    }

    @Test
    void aHeapThatStaysFullEndsTheProcess() {
        during("fill", (datastore, run) -> {
            assertThat(step(run, "fill")).isEqualTo(ExitStatus.SURROUNDINGS_FAILED);

            assertThat(error).contains("the Java heap was full and stayed full. Make it larger with -Xmx, or");
            assertThat(datastore.runs().attempts(run, TaskId.of("start"))).isEmpty();
        });
    }

    /** A machine that is taken away does not count against the retries of a step. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aProcessThatIsToldToStopStoresNothing() {
        during("block", (datastore, run) -> {
            try {
                start("Hostile", "block", "step", run.toString() + "/start");
                BufferedReader output =
                        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                assertThat(output.readLine()).isEqualTo("blocking");
                process.destroy();

                assertThat(process.waitFor()).isEqualTo(ExitStatus.TERMINATED);
            } catch (IOException | InterruptedException e) {
                throw new AssertionError(e);
            }
            assertThat(datastore.runs().attempts(run, TaskId.of("start"))).isEmpty();
        });
    }

    private int step(RunId run, String what) {
        return run("Hostile", what, "step", "Hostile/" + run + "/start", "--attempt", "0");
    }

    @FunctionalInterface
    private interface Action {
        void execute(Datastore datastore, RunId run);
    }

    private void during(String what, Action action) {
        try (Datastore datastore = Datastore.of("file:" + directory)) {
            TestRun.of(StepProcess.hostile())
                    .datastore(datastore)
                    .engine(request -> {
                        action.execute(datastore, request.run());
                        return Optional.empty();
                    })
                    .run();
        }
    }

    private int run(String flow, String what, String... arguments) {
        try {
            start(flow, what, arguments);
            process.getInputStream().transferTo(System.out);
            error = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            System.out.print(error);
            return process.waitFor();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void start(String flow, String what, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+IgnoreUnrecognizedVMOptions",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                StepProcess.class.getName(),
                flow));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("HOSTILE", what);
        builder.environment().put("CAIRN_RUN_DATASTORE", "file:" + directory);
        process = builder.start();
    }
}
