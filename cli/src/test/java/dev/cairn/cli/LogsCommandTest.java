package dev.cairn.cli;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cairn.datastore.ChildProcess;
import dev.cairn.datastore.Datastore;
import dev.cairn.engine.flows.FakeClock;
import dev.cairn.engine.flows.Numbers;
import dev.cairn.engine.flows.TestRun;
import dev.cairn.runtime.FlowFailedException;
import dev.cairn.runtime.definition.FlowDefinition;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code logs}: what it prints, of runs that have ended and of runs that go on. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LogsCommandTest {
    private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream());
    private static final String TIME = "(?m)^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3} ";

    @TempDir
    private Path directory;

    private Console console() {
        return new Console(Clock.systemUTC()).in(directory);
    }

    private String run() {
        return TalkingRun.run("file:" + directory, () -> 0, new FakeClock(), NOWHERE);
    }

    private static String logs(Console console, String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "logs";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        assertThat(console.type(List.of(), all)).as(console.err()).isEqualTo(ExitStatus.OK);
        return console.out().replaceAll(TIME, "");
    }

    @Test
    void ofARunAttemptByAttempt() {
        String run = "[Talking/" + run();

        assertThat(logs(console(), "Talking/latest"))
                .isEqualToNormalizingNewlines(run + "/start] hello \\u001b[31m\n"
                        + run + "/work/0] working\n"
                        + run + "/work/1] working\n"
                        + run + "/work/1] no luck\n"
                        + run + "/work/1] failed: java.lang.IllegalStateException: bad luck; retry 1 of 1 follows\n"
                        + run + "/work/1] working\n"
                        + run + "/work/1] waiting\n"
                        + run + "/work/1] worked\n"
                        + run + "/join] joined\n"
                        + run + "/end] nearly done\n"
                        + run + "/end] done\n"
                        + run + "] from a pool\n");
    }

    @Test
    void ofAStepAndOfATask() {
        String run = "[Talking/" + run();
        Console console = console();

        assertThat(logs(console, "Talking/latest/work").lines()).hasSize(7).allMatch(line -> line.contains("/work/"));
        assertThat(logs(console, "Talking/latest/work/0")).isEqualToNormalizingNewlines(run + "/work/0] working\n");
        assertThat(logs(console, "Talking/latest/end", "--follow"))
                .isEqualToNormalizingNewlines(run + "/end] nearly done\n" + run + "/end] done\n");
    }

    @Test
    void ofOneStream() {
        run();
        Console console = console();

        assertThat(logs(console, "Talking/latest", "--stream", "err").lines().map(line -> line.replaceAll(".*] ", "")))
                .containsExactly("no luck", "from a pool");
        assertThat(logs(console, "Talking/latest", "--stream", "log").lines()).hasSize(2);
        assertThat(logs(console, "Talking/latest/work/1", "--stream", "out").lines())
                .hasSize(4);
        assertThat(logs(console, "Talking/latest/work/0", "--stream", "log")).isEmpty();
        assertThat(console.err()).isEmpty();
    }

    /** The first thing that people type after a failure. */
    @Test
    void whoLooksForTheReasonOfAFailureIsToldWhereItIs() {
        FlowDefinition<?> flow = Numbers.flow("Quiet")
                .step(end("start"), (each, task) -> {
                    throw new IllegalStateException("bad luck");
                })
                .build();
        String run;
        try (Datastore datastore = Datastore.of("file:" + directory)) {
            FlowFailedException failure = catchThrowableOfType(
                    FlowFailedException.class,
                    () -> TestRun.of(flow).datastore(datastore).run());
            run = "Quiet/" + failure.runId();
        }
        Console console = console();

        assertThat(console.type(List.of(), "logs", "Quiet/latest")).isEqualTo(ExitStatus.OK);
        assertThat(console.out()).isEmpty();
        assertThat(console.err())
                .isEqualToIgnoringNewLines(
                        "Run " + run + " wrote nothing. Its failure is shown by `show " + run + "/start`.");
        assertThat(console.type(List.of(), "logs", "Quiet/latest", "--json")).isEqualTo(ExitStatus.OK);
        assertThat(console.err()).isEmpty();
    }

    @Test
    void asJson() {
        String run = run();
        Console console = console();
        logs(console, "Talking/latest", "--json", "--stream", "err");

        assertThat(console.out()).isEqualTo("""
                {
                  "pathspec": "Talking/%s",
                  "lines": [ {
                    "task": "work/1",
                    "attempt": 0,
                    "at": "2026-11-23T12:00:00Z",
                    "stream": "err",
                    "text": "no luck"
                  }, {
                    "at": "2026-11-23T12:00:00Z",
                    "stream": "err",
                    "text": "from a pool"
                  } ]
                }
                """.formatted(run));
    }

    @Test
    void whatHasNoOutput() {
        String run = run();
        Console console = console();

        assertThat(console.type(List.of(), "logs", "Talking")).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err())
                .startsWith(
                        "`Talking` names a flow, but output belongs to runs and tasks. Name a run, a step or a task,"
                                + " such as Talking/latest.");
        assertThat(console.type(List.of(), "logs", "Talking/latest/start/numbers"))
                .isEqualTo(ExitStatus.USAGE);
        assertThat(console.err())
                .startsWith(
                        "`Talking/latest/start/numbers` names an artifact, but output belongs to runs and tasks. Name"
                                + " a run, a step or a task, such as Talking/latest.");
        assertThat(console.type(List.of(), "logs", "Talking/latest", "--stream", "stdout"))
                .isEqualTo(ExitStatus.USAGE);
        assertThat(console.err()).startsWith("--stream must be `out`, `err` or `log`, but is `stdout`.");
        assertThat(console.type(List.of(), "logs", "Talking/latest", "--follow", "--json"))
                .isEqualTo(ExitStatus.USAGE);
        assertThat(console.err())
                .startsWith("--json prints one value and --follow prints lines as they come. Give only one of them.");
        assertThat(console.type(List.of(), "logs", "Talking/latest/work/7")).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err()).startsWith("run Talking/" + run + " has no task `work/7` that ended.");
        assertThat(console.type(List.of(), "logs", "Talking/latest/walk")).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err()).startsWith("run Talking/" + run + " has no step `walk`.");
    }

    @Test
    void aRunOfAnotherProcessIsFollowedToItsEnd() throws Exception {
        try (ChildProcess process = ChildProcess.start(TalkingRun.class, "file:" + directory)) {
            process.line();
            Console ofRun = console();
            Console ofTask = console();
            CompletableFuture<String> allOfRun = CompletableFuture.supplyAsync(
                    () -> logs(ofRun, "Talking/latest", "--follow"), task -> new Thread(task).start());
            CompletableFuture<String> allOfTask = CompletableFuture.supplyAsync(
                    () -> logs(ofTask, "Talking/latest/work/1", "--follow"), task -> new Thread(task).start());
            while (!ofRun.out().contains("waiting")
                    || !ofRun.out().contains("from a pool")
                    || !ofTask.out().contains("waiting")) {
                Thread.onSpinWait();
            }
            assertThat(ofRun.out()).contains("/work/1] no luck").doesNotContain("worked");
            assertThat(allOfRun).isNotDone();
            assertThat(logs(console(), "Talking/latest/work")).endsWith("/work/1] waiting" + System.lineSeparator());

            process.release();

            assertThat(allOfTask.get()).isEqualTo(logs(console(), "Talking/latest/work/1"));
            assertThat(allOfRun.get().lines())
                    .containsExactlyInAnyOrderElementsOf(
                            logs(console(), "Talking/latest").lines().toList());
            assertThat(process.waitFor()).isZero();
        }
    }

    @Test
    void aRunThatDiedIsFollowedNoLonger() throws Exception {
        try (ChildProcess process = ChildProcess.start(TalkingRun.class, "file:" + directory)) {
            process.line();
            Console now = console();
            do {
                now.type(List.of(), "logs", "Talking/latest");
            } while (!now.out().contains("waiting"));
            process.kill();
            Console later = new Console(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(2))).in(directory);

            assertThat(later.type(List.of(), "logs", "Talking/latest", "--follow"))
                    .isEqualTo(ExitStatus.FAILED);
            assertThat(later.out()).contains("/work/1] waiting");
        }
    }
}
