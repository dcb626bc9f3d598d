package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.Sums.Flow;
import dev.cairn.engine.flows.FakeClock;
import dev.cairn.engine.flows.TestFlow;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pathspecs that lead nowhere: one sentence says where they stop, and what may have been meant. */
class UnknownNamesTest {
    @TempDir
    private Path directory;

    private final FakeClock clock = new FakeClock();
    private final Sums sums = new Sums(clock);
    private final TestFlow<Flow> flow = sums.flow();
    private Console console;
    private String run;

    @BeforeEach
    void run() {
        console = new Console(clock).in(directory);
        run = sums.run(directory, 2);
    }

    private void assertNotFound(String pathspec, String message) {
        for (String command : List.of("show", "dump")) {
            assertThat(console.type(flow, command, pathspec)).isEqualTo(ExitStatus.USAGE);
            assertThat(console.err()).isEqualTo(message + "\n");
            assertThat(console.out()).isEmpty();
        }
    }

    private void assertMalformed(String pathspec, String message) {
        for (String command : List.of("show", "dump")) {
            assertThat(console.type(flow, command, pathspec)).isEqualTo(ExitStatus.USAGE);
            assertThat(console.err()).isEqualTo(message + "\n");
        }
    }

    @Test
    void flow() {
        assertNotFound(
                "Smus/latest/end", "there is no run of flow `Smus` in file:" + directory + ". Did you mean `Sums`?");
    }

    @Test
    void flowWithoutRunAndWithoutDatastore() {
        Path none = directory.resolve("none");
        assertThat(console.type(List.of(flow), "show", "Smus", "--datastore", "file:" + none))
                .isEqualTo(ExitStatus.USAGE);
        assertThat(console.err())
                .isEqualTo("there is no flow `Smus` on the class path, and no datastore at `file:" + none
                        + "`. Did you mean `Sums`?\n");
    }

    @Test
    void aRun() {
        assertNotFound(
                "20200101T000000000-00000000/end",
                "there is no run Sums/20200101T000000000-00000000 in file:" + directory
                        + ". The newest runs of flow `Sums`: " + run + ".");
        assertNotFound(
                "Sums/lastest/end", "there is no run Sums/lastest in file:" + directory + ". Did you mean `latest`?");
    }

    @Test
    void runOfNoFlow() {
        assertThat(console.type(List.of(flow), "show", "20200101T000000000-00000000/work"))
                .isEqualTo(ExitStatus.USAGE);
        assertThat(console.err())
                .isEqualTo("there is no run `20200101T000000000-00000000` in file:" + directory + ".\n");
        assertThat(console.type(List.of(flow), "show", "lates/work")).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err())
                .isEqualTo("there is no run or flow `lates` in file:" + directory + ". Did you mean `latest`?\n");
        assertThat(console.type(List.of(flow), "show", "smus/work")).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err())
                .isEqualTo("there is no run or flow `smus` in file:" + directory + ". Did you mean `Sums`?\n");
    }

    @Test
    void step() {
        assertNotFound(
                "latest/wrok",
                "run Sums/" + run + " has no step `wrok`. Did you mean `work`? Its steps: start, work, join, end.");
    }

    @Test
    void task() {
        assertNotFound(
                "latest/work/9",
                "run Sums/" + run
                        + " has no task `work/9` that ended. Did you mean `work/0`? Step `work` has 3 finished"
                        + " tasks.");
    }

    @Test
    void artifact() {
        assertNotFound(
                "latest/join/sun",
                "artifact `sun` does not exist after task Sums/" + run + "/join. Did you mean `sum`?");
    }

    @Test
    void artifactOfManyTasks() {
        assertThat(console.type(flow, "show", "latest/work/product")).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err())
                .isEqualTo("step Sums/" + run + "/work has 3 finished tasks, and each may have its own artifact"
                        + " `product`. Name a task, such as Sums/" + run + "/work/0/product.\n");
    }

    @Test
    void malformed() {
        assertMalformed(
                "Sums//work",
                "`Sums//work` is not a pathspec, which looks like flow/run/step/task, such as"
                        + " ModelSelection/latest/train/3.");
        assertMalformed(
                "Sums/latest/work/1/product/more",
                "`Sums/latest/work/1/product/more` is not a pathspec, which looks like flow/run/step/task, such as"
                        + " ModelSelection/latest/train/3.");
        assertMalformed("latest/work[x]", "`work[x]` is not a task id, which looks like train/3.");
        assertMalformed(
                "latest/work/join/1",
                "`latest/work/join/1` is not a pathspec, which looks like flow/run/step/task, such as"
                        + " ModelSelection/latest/train/3.");
    }
}
