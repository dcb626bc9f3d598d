package dev.cairn.samples.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.client.Task;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.LogLine;
import dev.cairn.engine.Isolation;
import dev.cairn.engine.IsolationRefusedException;
import dev.cairn.maintenance.Verification;
import dev.cairn.runtime.FlowFailedException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a step does to its process, its attempt fails, and the run goes on. */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class IsolationTest {
    private static final Isolation SMALL = Isolation.process("-Xmx64m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    @TempDir
    private Path directory;

    private Datastore datastore;

    @BeforeEach
    void open() {
        datastore = Datastore.of("file:" + directory.resolve("store"));
    }

    @AfterEach
    void close() {
        datastore.close();
    }

    @Test
    void tasksRunInAFewProcessesThatAreUsedAgain() {
        SquaresRun local =
                SquaresRunner.builder().datastore(datastore).count(30).run();

        SquaresRun run = SquaresRunner.builder()
                .datastore(datastore)
                .count(30)
                .maxWorkers(2)
                .isolation(SMALL)
                .run();

        assertThat(run.end().sum()).isEqualTo(8555);
        assertThat(Addresses.of(run.run())).isEqualTo(Addresses.of(local.run())).hasSize(33);
        assertThat(log(run.work().get(7).task())).containsExactly("number 7");
        assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive))
                .isEmpty();
    }

    @Test
    void noTaskRunsInTheProcessOfTheRun() {
        DyingRun run =
                DyingRunner.builder().datastore(datastore).isolation(SMALL).run();

        assertThat(run.end().process()).isNotEqualTo(ProcessHandle.current().pid());
        assertThat(run.end().heap()).as("its own, not that of the others").isBetween(65L << 20, 80L << 20);
        assertThat(run.end().value()).isEqualTo(22);
    }

    @ParameterizedTest
    @DisabledOnOs(OS.WINDOWS)
    @CsvSource(
            delimiter = '|',
            value = {
                "exit   | its exit status is 0. The step, or something that it called, ended the process with System.exit or Runtime.halt; end a step by returning from it, or by throwing an exception.",
                "exit 3 | its exit status is 3. The step, or something that it called, ended the process with System.exit or Runtime.halt; end a step by returning from it, or by throwing an exception.",
                "halt   | its exit status is 7. The step, or something that it called, ended the process with System.exit or Runtime.halt; end a step by returning from it, or by throwing an exception.",
                "kill   | it was ended by signal 9 (SIGKILL). An operating system does that when the machine has no memory left.",
                "fill   | there was no memory left (Java heap space). Give it more with @Resources(memory = ..) or -Xmx, or keep fewer objects in memory.",
            })
    void aProcessThatDiesIsAFailedAttempt(String how, String message) {
        DyingRun run = DyingRunner.builder()
                .datastore(datastore)
                .how(how)
                .isolation(SMALL)
                .run();

        assertThat(run.end().value()).isEqualTo(22);
        assertThat(attempts(run.run().attempts("work")))
                .containsExactly(
                        "0 FAILED dev.cairn.runtime.TaskProcessException: the process of step `work` died: " + message,
                        "1 SUCCEEDED");
        assertThat(log(run.run().attempts("work").get(0)))
                .as("what it wrote before")
                .containsExactly("attempt 0");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aVirtualMachineThatCrashesIsAFailedAttempt() {
        Path report = directory.resolve("report.log");
        DyingRun run = DyingRunner.builder()
                .datastore(datastore)
                .how("crash")
                .isolation(Isolation.process("-Xmx64m", "-XX:ErrorFile=" + report, "-XX:-CreateCoredumpOnCrash"))
                .run();

        assertThat(run.end().value()).isEqualTo(22);
        assertThat(attempts(run.run().attempts("work")).get(0))
                .matches(
                        "0 FAILED dev\\.cairn\\.runtime\\.TaskProcessException: the process of step `work` died: its Java"
                                + " virtual machine crashed: SIGSEGV \\(0xb\\) at pc=\\S+, pid=\\d+, tid=\\d+\\. The details are in "
                                + report + "\\.");
        assertThat(report).exists();
    }

    /** A terminal sends a signal to all of its processes: what becomes of the run, the one that drives it says. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aProcessThatIsToldToStopGoesOn() {
        DyingRun run = DyingRunner.builder()
                .datastore(datastore)
                .how("terminate")
                .isolation(SMALL)
                .run();

        assertThat(attempts(run.run().attempts("work"))).containsExactly("0 SUCCEEDED");
    }

    @Test
    void aProcessThatDiesAtEachAttemptEndsTheRun() {
        assertThatThrownBy(() -> DyingRunner.builder()
                        .datastore(datastore)
                        .how("halt")
                        .attempts(9)
                        .isolation(SMALL)
                        .run())
                .isInstanceOf(FlowFailedException.class)
                .hasMessageMatching(
                        "task Dying/\\S+/work failed: dev\\.cairn\\.runtime\\.TaskProcessException: the process of"
                                + " step `work` died: its exit status is 7\\..*");

        assertThat(attempts(DyingRun.latest(datastore).run().attempts("work")))
                .hasSize(2)
                .allMatch(each -> each.contains("its exit status is 7"));
        assertThat(log(DyingRun.latest(datastore).run().attempts("work").get(1)))
                .containsExactly("attempt 1");
        assertThat(Verification.of(datastore).problems()).isEmpty();
    }

    @Test
    void whatAStepThrowsIsWhatItThrowsAnywhere() {
        assertThatThrownBy(() -> DyingRunner.builder()
                        .datastore(datastore)
                        .how("throw")
                        .attempts(9)
                        .isolation(SMALL)
                        .run())
                .isInstanceOf(FlowFailedException.class)
                .hasMessageMatching("task Dying/\\S+/work failed: java\\.lang\\.IllegalStateException: no data");
    }

    @Test
    void aProcessThatDiesCanBeCaught() {
        ForgivingRun run = ForgivingRunner.builder()
                .datastore(datastore)
                .how("halt")
                .isolation(SMALL)
                .run();

        assertThat(run.end().said()).startsWith("the process of step `work` died: its exit status is 7.");
        assertThat(run.work().failure().type()).isEqualTo("dev.cairn.runtime.TaskProcessException");
        assertThat(run.end().value()).as("what was before").isEqualTo(20);
    }

    @Test
    void aStepThatTakesTooLongLosesItsProcess() {
        StubbornRun run =
                StubbornRunner.builder().datastore(datastore).isolation(SMALL).run();

        List<Task> attempts = run.run().attempts("start");
        assertThat(attempts(attempts).get(0))
                .startsWith(
                        "0 FAILED dev.cairn.runtime.StepTimeoutException: step `start` took longer than its timeout,"
                                + " PT1S.");
        long first = Long.parseLong(log(attempts.get(0)).get(0));
        assertThat(run.start().process()).isNotEqualTo(first);
        assertThat(ProcessHandle.of(first).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void memoryIsOfOneProcess() {
        assertThatThrownBy(() -> DyingRunner.builder()
                        .datastore(Datastore.inMemory())
                        .isolation(SMALL)
                        .run())
                .isInstanceOf(IsolationRefusedException.class)
                .hasMessage(
                        "tasks cannot be isolated on the datastore `memory:`, which other processes cannot open: use one"
                                + " that they can, such as `file:.cairn`.");
    }

    @Test
    void anOptionThatDoesNotExistIsNamed() {
        assertThatThrownBy(() -> DyingRunner.builder()
                        .datastore(datastore)
                        .isolation(Isolation.process("-Xlarge"))
                        .run())
                .isInstanceOf(FlowFailedException.class)
                .cause()
                .hasMessage(
                        "a process for tasks could not be started: its exit status is 1, and it said: Unrecognized option:"
                                + " -Xlarge; Error: Could not create the Java Virtual Machine; Error: A fatal exception has occurred."
                                + " Program will exit. Check its options.");
    }

    @Test
    void aFlowFactoryAndAnotherEngineStayInThisProcess() {
        assertThatThrownBy(() -> DyingRunner.builder()
                        .datastore(datastore)
                        .flowFactory(Dying::new)
                        .isolation(SMALL)
                        .run())
                .isInstanceOf(IsolationRefusedException.class)
                .hasMessage(
                        "isolated tasks run in other processes, where the flow factory of this one cannot make objects:"
                                + " drop flowFactory(..) or isolation(..).");
        assertThatThrownBy(() -> DyingRunner.builder()
                        .datastore(datastore)
                        .engine(request -> java.util.Optional.empty())
                        .isolation(SMALL)
                        .run())
                .isInstanceOf(IsolationRefusedException.class)
                .hasMessage("only the default engine isolates tasks: drop engine(..) or isolation(..).");
    }

    private static List<String> attempts(List<Task> attempts) {
        return attempts.stream()
                .map(attempt -> attempt.attempt()
                        + (attempt.finished() ? " SUCCEEDED" : " FAILED")
                        + attempt.failure()
                                .map(failure -> " " + failure.type() + ": " + failure.message())
                                .orElse(""))
                .toList();
    }

    private static List<String> log(Task task) {
        try (Stream<LogLine> lines = task.log()) {
            return lines.filter(line -> line.stream() == LogLine.Stream.OUT)
                    .map(LogLine::text)
                    .toList();
        }
    }
}
