package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.Sums.Flow;
import dev.cairn.engine.flows.FakeClock;
import dev.cairn.engine.flows.TestFlow;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tag}. */
class TagCommandTest {
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
        run = sums.run(directory, 2, "draft");
    }

    @Test
    void addsAndRemovesInOneStep() {
        assertThat(console.type(flow, "tag", "latest", "--add", "good", "--add", "a b", "--remove", "draft"))
                .isEqualTo(ExitStatus.OK);
        assertThat(console.out()).isEqualTo("Run Sums/" + run + " has the tags: a b, good\n");

        console.type(flow, "list", "--tag", "good");
        assertThat(console.out()).contains(run);
    }

    @Test
    void showsTagsWhereNothingIsToBeChanged() {
        console.type(flow, "tag", run);
        assertThat(console.out()).isEqualTo("Run Sums/" + run + " has the tags: draft\n");

        console.type(flow, "tag", run, "--remove", "draft", "--remove", "none");
        assertThat(console.out()).isEqualTo("Run Sums/" + run + " has no tags.\n");
    }

    @Test
    void printsJson() {
        console.type(flow, "tag", run, "--add", "good", "--json");

        assertThat(ParsedJson.of(console.out()))
                .isEqualTo(Map.of("pathspec", "Sums/" + run, "tags", List.of("draft", "good")));
    }

    @Test
    void wrongUsageChangesNothing() {
        assertThat(console.type(flow, "tag", run, "--add", "x", "--remove", "x"))
                .isEqualTo(ExitStatus.USAGE);
        assertThat(console.err()).isEqualTo("`x` is both added and removed. Give it once.\n");
        assertThat(console.type(flow, "tag", run, "--add", " ")).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err()).isEqualTo("a tag must not be blank.\n");
        assertThat(console.type(flow, "tag", run + "/start", "--add", "x")).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err()).isEqualTo("`" + run + "/start` does not name a run.\n");

        console.type(flow, "tag", run);
        assertThat(console.out()).endsWith("has the tags: draft\n");
    }
}
