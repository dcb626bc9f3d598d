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

/** {@code graph}. */
class GraphCommandTest {
    @TempDir
    private Path directory;

    private final FakeClock clock = new FakeClock();
    private final Sums sums = new Sums(clock);
    private final TestFlow<Flow> flow = sums.flow();
    private Console console;
    private String bad;

    @BeforeEach
    void run() {
        console = new Console(clock).in(directory);
        bad = sums.run(directory, 13);
    }

    @Test
    void drawsTheFlow() {
        assertThat(console.type(flow, "graph")).isEqualTo(ExitStatus.OK);
        String drawn = console.out();
        assertThat(drawn).isEqualTo("""
                start
                ├─ work  for each of numbers
                join
                end
                """);
        console.type(List.of(flow), "graph", "Sums");
        assertThat(console.out()).isEqualTo(drawn);
        console.type(List.of(), "graph", "Sums"); // without its code
        assertThat(console.out()).isEqualTo(drawn);
    }

    @Test
    void drawsARunWithHowFarItIs() {
        console.type(flow, "graph", bad);

        assertThat(console.out()).isEqualTo("""
                start  (1 task, 0.5 s)
                ├─ work  for each of numbers  (2 tasks, 5.0 s, 3 failed attempts)
                join  (no task)
                end  (no task)
                """);
    }

    @Test
    void printsMermaidDotAndJson() {
        console.type(flow, "graph", "--format", "mermaid");
        assertThat(console.out()).isEqualTo("""
                flowchart TD
                    s0["start"]
                    s1["work"]
                    s2["join"]
                    s3["end"]
                    s0 -->|"for each of numbers"| s1
                    s1 --> s2
                    s2 --> s3
                """);
        console.type(flow, "graph", "--format", "dot");
        assertThat(console.out()).startsWith("digraph \"Sums\" {\n").endsWith("\"join\" -> \"end\"\n}\n");
        console.type(flow, "graph", "--format", "json");
        String json = console.out();
        assertThat(ParsedJson.at(json, "edges", 0, "condition")).isEqualTo("for each of numbers");
        console.type(flow, "graph", "--json");
        assertThat(console.out()).isEqualTo(json);
    }

    @Test
    void wrongUsage() {
        assertThat(console.type(flow, "graph", "--format", "dott")).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err())
                .isEqualTo("--format must be one of text, mermaid, dot, json, but is `dott`. Did you mean `dot`?\n");
        assertThat(console.type(flow, "graph", "--format", "dot", "--json")).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err()).isEqualTo("--json and --format dot are two formats. Give only one of them.\n");
        assertThat(console.type(flow, "graph", "latest/work")).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err())
                .isEqualTo("`latest/work` names a part of a run, but only flows and runs have a graph. Name one of"
                        + " them.\n");
        assertThat(console.type(List.of(flow), "graph", "Smus")).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err())
                .isEqualTo("there is no run of flow `Smus` in file:" + directory + ". Did you mean `Sums`?\n");
    }
}
