package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.Sums.Flow;
import dev.cairn.engine.flows.FakeClock;
import dev.cairn.engine.flows.TestFlow;
import dev.cairn.runtime.internal.CairnVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code show}: what it prints. */
class ShowCommandTest {
    @TempDir
    private Path directory;

    private final FakeClock clock = new FakeClock();
    private final Sums sums = new Sums(clock);
    private final TestFlow<Flow> flow = sums.flow();
    private Console console;
    private String good;
    private String bad;

    @BeforeEach
    void runTwice() {
        console = new Console(clock).in(directory);
        good = sums.run(directory, 2, "nightly");
        bad = sums.run(directory, 13);
    }

    @Test
    void flowWithParametersAndSteps() {
        assertThat(console.type(flow, "show")).isEqualTo(ExitStatus.OK);

        assertThat(console.out()).isEqualTo("""
                flow Sums

                parameters
                  factor  double  what numbers are multiplied by

                steps
                  start  -> work for each of numbers, joined in join
                         Finds the numbers.
                         They are few.
                  work   -> join
                  join   -> end
                  end
                """);
    }

    @Test
    void flowWithoutCodeIsShownAsItsNewestRunHasIt() {
        console.type(flow, "show", "Sums");
        String withCode = console.out();
        assertThat(console.type(List.of(), "show", "Sums")).isEqualTo(ExitStatus.OK);

        assertThat(console.out()).isEqualTo(withCode.replace("  what numbers are multiplied by", ""));
    }

    @Test
    void run() {
        assertThat(console.type(flow, "show", "Sums/" + good)).isEqualTo(ExitStatus.OK);

        assertThat(withoutCommit()).isEqualTo("""
                run Sums/%s
                  status   succeeded
                  started  2026-11-23 12:00:00 +00:00
                  took     4.6 s
                  by       %s, with Cairn %s on Java %s
                  tags     nightly

                parameters
                  factor  double  2.0

                steps
                  start   1 task  0.5 s
                  work   3 tasks  4.0 s  1 failed attempt
                  join    1 task  0.1 s
                  end     1 task  0.0 s
                """.formatted(
                        good, System.getProperty("user.name"), CairnVersion.current(), Runtime.version()));
    }

    @Test
    void failedRun() {
        console.type(flow, "show", "latest");

        assertThat(console.out()).startsWith("""
                run Sums/%s
                  status   failed
                  started  2026-11-23 12:00:04 +00:00
                  took     5.5 s
                """.formatted(bad)).contains("""
                  failure  task work/2: java.lang.IllegalStateException: no luck with 13
                """).endsWith("""
                steps
                  start   1 task  0.5 s
                  work   2 tasks  5.0 s  3 failed attempts
                  join   no task
                  end    no task
                """);
    }

    @Test
    void stepWithItsTasks() {
        console.type(flow, "show", bad + "/work");

        assertThat(console.out()).isEqualTo("""
                step Sums/%s/work -> join

                task    item  status     started                      took  attempts  assigned
                work/0  1     succeeded  2026-11-23 12:00:05 +00:00  1.0 s         1  product = 13.0
                work/1  2     succeeded  2026-11-23 12:00:07 +00:00  1.0 s         2  product = 26.0
                work/2  13    failed     2026-11-23 12:00:09 +00:00  1.0 s         2  java.lang.IllegalStateException: no luck with 13; product = 0.0
                """.formatted(bad));
    }

    @Test
    void stepThatDidNotRun() {
        console.type(flow, "show", bad + "/join");

        assertThat(console.out()).isEqualTo("step Sums/" + bad + "/join -> end\n  no task has ended\n");
    }

    @Test
    void artifactOfAStepThatDidNotRun() {
        assertThat(console.type(flow, "show", bad + "/join/total")).isEqualTo(ExitStatus.USAGE);

        assertThat(console.err())
                .isEqualTo("step Sums/" + bad + "/join has 0 finished tasks, so it has no artifact `total`.\n");
    }

    @Test
    void whereAStepIsCutItSaysSo() {
        console.type(flow, "show", bad + "/work", "--limit", "1");

        assertThat(console.out()).isEqualTo("""
                step Sums/%s/work -> join

                task    item  status     started                      took  attempts  assigned
                work/0  1     succeeded  2026-11-23 12:00:05 +00:00  1.0 s         1  product = 13.0
                There are more tasks: --limit <number> shows more than 1.
                """.formatted(bad));
    }

    @Test
    void taskThatWasTriedAgain() {
        console.type(flow, "show", good + "/work/1");

        assertThat(console.out()).isEqualTo("""
                task Sums/%s/work/1
                  status   succeeded
                  started  2026-11-23 12:00:02 +00:00
                  took     1.0 s
                  item     2
                  after    start
                  before   join
                  size     129 bytes

                attempts
                  1  failed     2026-11-23 12:00:01 +00:00  1.0 s  java.lang.IllegalStateException: no luck with 2
                  2  succeeded  2026-11-23 12:00:02 +00:00  1.0 s

                assigned
                  product  double  44 bytes  b05c89b5  4.0

                passed on
                  title    String         42 bytes  ee142a82
                  numbers  List<Integer>  43 bytes  11ea86b8
                """.formatted(good));
    }

    @Test
    void taskThatNeverFinished() {
        console.type(flow, "show", bad + "/work/2");

        assertThat(console.out().replaceAll("Sums\\.java:\\d+", "Sums.java:7").replaceAll("flow\\$\\d+", "flow\\$3"))
                .isEqualTo("""
                        task Sums/%s/work/2
                          status   failed
                          started  2026-11-23 12:00:09 +00:00
                          took     1.0 s
                          item     13
                          after    start
                          size     129 bytes

                        attempts
                          1  failed  2026-11-23 12:00:08 +00:00  1.0 s  java.lang.IllegalStateException: no luck with 13
                          2  failed  2026-11-23 12:00:09 +00:00  1.0 s  java.lang.IllegalStateException: no luck with 13

                        assigned
                          product  double  44 bytes  4f288d4d  0.0

                        passed on
                          title    String         42 bytes  ee142a82
                          numbers  List<Integer>  43 bytes  ba653dac

                        failure
                          java.lang.IllegalStateException: no luck with 13
                          \tat dev.cairn.cli.Sums.lambda$flow$3(Sums.java:7)
                        """.formatted(bad));
    }

    @Test
    void artifact() {
        console.type(flow, "show", good + "/join/sum");

        assertThat(console.out()).isEqualTo("""
                artifact Sums/%s/join/sum
                  type     double
                  size     44 bytes
                  sha      34cc66b5401e502d6c303e6ba8b2aed3d12d3f7562e8aab454cc0eacef1d3d6c
                  created  2026-11-23 12:00:04 +00:00
                  made by  Sums/%s/join
                  no task read it
                """.formatted(good, good));
    }

    @Test
    void artifactThatWasPassedOnNamesItsProducerAndItsReaders() {
        console.type(flow, "show", good + "/end/title");
        assertThat(console.err()).contains("artifact `title` does not exist"); // the join does not merge it
        console.type(flow, "show", good + "/work/2/numbers");

        assertThat(console.out())
                .contains("  made by  Sums/" + good + "/start\n")
                .endsWith("""

                may have been read by
                  Sums/%s/join
                """.formatted(good));
    }

    @Test
    void sizeOfARunIsToldOnDemand() {
        console.type(flow, "show", good, "--size");
        assertThat(console.out()).containsPattern("\n  size     1\\.\\d kB in 10 values\n");

        console.type(flow, "show", good);
        assertThat(console.out()).doesNotContain("  size  ");
    }

    @Test
    void launcherShowsAllFlows() {
        console.type(List.of(), "show");
        assertThat(console.out()).isEqualTo("Sums\n");

        console.type(List.of(flow), "show", "--json");
        assertThat(ParsedJson.of(console.out()))
                .isEqualTo(Map.of("flows", List.of(Map.of("flow", "Sums", "documentation", ""))));
    }

    /** The tests may run with or without a repository around them. */
    private String withoutCommit() {
        return console.out().replaceAll("  commit .*\n", "");
    }
}
