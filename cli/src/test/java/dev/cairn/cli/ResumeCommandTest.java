package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.Sums.Flow;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunAttributes;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.engine.flows.FakeClock;
import dev.cairn.engine.flows.TestFlow;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code resume}: what it takes over, and what it says. */
class ResumeCommandTest {
    private static final Pattern STARTED = Pattern.compile("run Sums/(\\S+) resumes run Sums/(\\S+) in (.*)");

    @TempDir
    private Path directory;

    private final FakeClock clock = new FakeClock();
    private final Sums sums = new Sums(clock);
    private final TestFlow<Flow> flow = sums.flow();
    private Console console;
    private String bad;

    @BeforeEach
    void runOnce() {
        console = new Console(clock).in(directory);
        bad = sums.run(directory, 13);
    }

    private List<String> lines() {
        return console.out().lines().toList();
    }

    private String started(String origin) {
        Matcher matcher = STARTED.matcher(lines().get(0));
        assertThat(matcher.matches()).as(console.out() + console.err()).isTrue();
        assertThat(matcher.group(2)).isEqualTo(origin);
        assertThat(matcher.group(3)).isEqualTo("file:" + directory);
        return matcher.group(1);
    }

    /** The lines that the run printed, without time and path. */
    private List<String> printed() {
        return lines().stream()
                .filter(line -> line.contains("] "))
                .map(line -> line.substring(line.indexOf("] ") + 2))
                .toList();
    }

    @Test
    void theNewestRun() {
        assertThat(console.type(flow, "resume", "--max-workers", "1")).isEqualTo(ExitStatus.FAILED);

        String run = started(bad);
        assertThat(printed())
                .startsWith(
                        "parameter `factor` keeps the value that it had in run Sums/" + bad
                                + ", which is not its default",
                        "start: 1 task reused",
                        "work: 2 of 3 tasks reused, 1 runs: not finished",
                        "join: had not run",
                        "end: had not run");
        assertThat(lines().get(lines().size() - 1))
                .isEqualTo("resume it: Sums_FlowRunner resume Sums/" + run + " --datastore file:" + directory);
        assertThat(console.err()).contains("task Sums/" + run + "/work/2 failed");
    }

    @Test
    void aRunWithAnotherParameter() {
        assertThat(console.type(flow, "resume", bad, "--factor", "2")).isEqualTo(ExitStatus.OK);

        String run = started(bad);
        assertThat(printed())
                .startsWith(
                        "start: runs again: parameter `factor` changed",
                        "work: runs again: a step before it runs",
                        "join: had not run",
                        "end: had not run");
        console.type(flow, "show", run);
        assertThat(console.out()).contains("\n  origin   Sums/" + bad + "\n");
        console.type(flow, "show", run, "--json");
        assertThat(ParsedJson.at(console.out(), "origin")).isEqualTo("Sums/" + bad);
    }

    /** It is taken from it by force only. */
    @Test
    void aRunWhoseEngineCannotBeAsked() {
        try (Datastore datastore = Datastore.of("file:" + directory)) {
            RunRecord record = datastore.runs().find(new RunId(bad)).orElseThrow();
            datastore.runs().delete(record.id());
            datastore
                    .runs()
                    .create(record.toBuilder()
                            .status(RunStatus.RUNNING, null)
                            .failure(null, null)
                            .attributes(Map.of(RunAttributes.ENGINE, "nowhere://host/flows"))
                            .build());
        }

        assertThat(console.type(flow, "resume", bad, "--factor", "2")).isEqualTo(ExitStatus.FAILED);
        assertThat(console.err())
                .isEqualTo("whether run Sums/" + bad + " is still running is not known: its engine nowhere://host/flows"
                        + " cannot be asked. Try again when it responds, or take the run from it with --force, or"
                        + " forceResume(): then nothing more is stored for the run.\n");
        assertThat(console.type(flow, "resume", bad, "--factor", "2", "--force"))
                .isEqualTo(ExitStatus.OK);

        started(bad);
        try (Datastore datastore = Datastore.of("file:" + directory)) {
            assertThat(datastore.runs().find(new RunId(bad)).orElseThrow().status())
                    .isEqualTo(RunStatus.DIED);
        }
    }

    @Test
    void aRunFromAStepOn() {
        String good = sums.run(directory, 2);

        assertThat(console.type(flow, "resume", "latest")).isEqualTo(ExitStatus.FAILED);
        assertThat(console.err())
                .isEqualTo(
                        "run Sums/" + good
                                + " succeeded, and nothing that its tasks depend on changed since, so nothing would run. To run"
                                + " steps again, name the first one of them (--from-step, or resumeFrom(..)), or start a new run.\n");
        assertThat(console.type(flow, "resume", good, "--from", "join")).isEqualTo(ExitStatus.OK);

        String run = started(good);
        assertThat(printed())
                .containsExactly(
                        "start: 1 task reused",
                        "work: 3 tasks reused",
                        "join: runs again: the resume begins there",
                        "end: runs again: a step before it runs");
        console.type(flow, "show", run);
        assertThat(console.out()).containsPattern("\n  start +1 task +[^ ]+ [^ ]+ +1 reused\n");
        assertThat(console.out()).containsPattern("\n  work   3 tasks +[^ ]+ [^ ]+ +3 reused\n");
        assertThat(console.out()).containsPattern("\n  join +1 task +[^ ]+ [^ ]+\n");
        console.type(flow, "show", run, "--json");
        assertThat(ParsedJson.at(console.out(), "steps", 1, "reused")).isEqualTo(3);
        console.type(flow, "show", run + "/work/1");
        assertThat(console.out()).contains("\n  origin   Sums/" + good + "/work/1\n");
        console.type(flow, "show", run + "/work/1", "--json");
        assertThat(ParsedJson.at(console.out(), "origin")).isEqualTo("Sums/" + good + "/work/1");
        console.type(flow, "show", run + "/work");
        assertThat(console.out()).contains("product = 6.0; from Sums/" + good + "/work/2\n");
        console.type(flow, "show", run + "/join", "--json");
        assertThat(console.out()).doesNotContain("origin");
        console.type(flow, "show", run);
        assertThat(console.out()).doesNotContain("  -");
    }

    @Test
    void theOutputOfWhatWasTakenOver() {
        assertThat(console.type(flow, "resume", bad, "--max-workers", "1")).isEqualTo(ExitStatus.FAILED);
        String run = started(bad);
        console.type(flow, "logs", bad + "/work/1");
        String before = console.out();
        assertThat(before).contains("failed: java.lang.IllegalStateException: no luck with 2; retry 1 of 1 follows");

        console.type(flow, "logs", run + "/work/1");
        assertThat(console.out()).isEmpty();
        assertThat(console.type(flow, "delete", bad)).isEqualTo(ExitStatus.OK);
        assertThat(console.type(flow, "logs", run + "/work/1")).isEqualTo(ExitStatus.OK);
        assertThat(console.out())
                .endsWith("Sums/" + run
                        + "/work/1] the output of this task was deleted with the run that executed it, in Sums/" + bad
                        + "/work/1\n");
    }

    @Test
    void theLauncherNamesTheFlow() {
        assertThat(console.type(List.of(flow), "resume", "Sums", "--factor", "13"))
                .isEqualTo(ExitStatus.FAILED);

        String run = started(bad);
        assertThat(lines().get(lines().size() - 1))
                .isEqualTo("resume it: cairn resume Sums Sums/" + run + " --datastore file:" + directory);
    }

    @Test
    void thereMayBeNothingToResume(@TempDir Path other) {
        console.in(other);
        assertThat(console.type(flow, "resume")).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err()).startsWith("there is no datastore at `file:" + other);

        String good = sums.run(other, 2);
        assertThat(console.type(flow, "resume")).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err())
                .isEqualTo("run Sums/" + good
                        + ", the newest one of its flow, succeeded. Name the run to resume; `list` shows them.\n");
        assertThat(console.type(flow, "resume", "--from-step", "wrk", "latest")).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err()).isEqualTo("flow Sums has no step `wrk`. Did you mean `work`?\n");
        console.type(flow, "delete", good);
        assertThat(console.type(flow, "resume")).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err())
                .isEqualTo("there is no run of flow Sums in file:" + other + ". Start one with `run`.\n");
    }

    @Test
    void whatCountsAsTheCodeIsPartOfTheCommand() {
        assertThat(console.type(flow, "run", "--fingerprint-packages", "com.acme, org x"))
                .isEqualTo(ExitStatus.USAGE);
        assertThat(console.err())
                .startsWith(
                        "--fingerprint-packages: `org x` is not the name of a package. Write it as in `import`, such as"
                                + " com.acme.model.");

        console.type(flow, "run", "--factor", "13", "--fingerprint-packages", "com.acme,org.x");

        assertThat(lines().get(lines().size() - 1))
                .startsWith("resume it: Sums_FlowRunner resume --fingerprint-packages com.acme,org.x Sums/");
    }

    @Test
    void aRunThatFailsEndsWithTheCommand() {
        console.type(flow, "run", "--factor", "13");

        String last = lines().get(lines().size() - 1);
        assertThat(last)
                .startsWith("resume it: Sums_FlowRunner resume Sums/")
                .endsWith(" --datastore file:" + directory);
        String[] command = last.split(" ");
        assertThat(console.type(flow, command[3], command[4], command[5], command[6], "--factor", "2"))
                .isEqualTo(ExitStatus.OK);
    }
}
