package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.Sums.Flow;
import dev.cairn.codec.ArtifactFormat;
import dev.cairn.codec.Codecs;
import dev.cairn.datastore.Address;
import dev.cairn.engine.flows.FakeClock;
import dev.cairn.engine.flows.TestFlow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code dump}: what it prints. */
class DumpCommandTest {
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

    @Test
    void taskWithItsParametersAndArtifacts() {
        assertThat(console.type(flow, "dump", "Sums/" + run + "/work/1")).isEqualTo(ExitStatus.OK);

        assertThat(console.out()).isEqualTo("""
                Sums/%s/work/1
                  title: String = "three"
                  numbers: List<Integer> = [1, 2, 3]
                  product: double = 4.0
                  factor: double = 2.0
                """.formatted(run));
        assertThat(console.err()).isEmpty();
    }

    @Test
    void needsNoCode() {
        console.type(flow, "dump", "Sums/" + run + "/work/1");
        String withCode = console.out();
        console.type(List.of(), "dump", "Sums/" + run + "/work/1");

        assertThat(console.out()).isEqualTo(withCode);
    }

    @Test
    void stepIsAllOfItsTasks() {
        console.type(flow, "dump", "latest/work", "--artifact", "product");

        assertThat(console.out()).isEqualTo("""
                Sums/%1$s/work/0
                  product: double = 2.0
                Sums/%1$s/work/1
                  product: double = 4.0
                Sums/%1$s/work/2
                  product: double = 6.0
                """.formatted(run));
    }

    @Test
    void pathspecMayNameTheArtifact() {
        console.type(flow, "dump", "latest/join/sum");

        assertThat(console.out()).isEqualTo("Sums/" + run + "/join\n  sum: double = 12.0\n");
    }

    @Test
    void internalArtifactsAreShownWhenAskedFor() {
        console.type(flow, "dump", "latest/work/1", "--private");

        assertThat(console.out().lines().map(line -> line.split(":")[0].strip()))
                .containsExactly(
                        "Sums/" + run + "/work/1",
                        "title",
                        "numbers",
                        "product",
                        "factor",
                        "_catch_exception",
                        "_current_step",
                        "_exception",
                        "_foreach_num_splits",
                        "_foreach_stack",
                        "_foreach_values",
                        "_foreach_var",
                        "_graph_info",
                        "_iteration_stack",
                        "_success",
                        "_task_ok",
                        "_transition",
                        "name");
        assertThat(console.out()).contains("""
                  _foreach_stack: ArrayList = [{"step": "work", "var": "numbers", "num_splits": 3, "index": 1, "value": "2"}]
                """);
    }

    @Test
    void internalArtifactCanBeNamed() {
        console.type(flow, "dump", "latest/work/1", "--artifact", "_success");

        assertThat(console.out()).isEqualTo("Sums/" + run + "/work/1\n  _success: Boolean = true\n");
    }

    @Test
    void largeValueIsCutAndTheWayToAllOfItSaid() {
        console.type(flow, "dump", "latest/start", "--artifact", "numbers", "--max-value-size", "42");

        assertThat(console.out()).isEqualTo("""
                Sums/%s/start
                  numbers: List<Integer> = [1, 2, 3] (43 bytes, whole with --max-value-size 43)
                """.formatted(run));
    }

    @Test
    void firstElementsOfCollections() {
        assertThat(console.type(flow, "dump", "latest/work/1", "--head", "2")).isEqualTo(ExitStatus.OK);

        assertThat(console.out()).isEqualTo("""
                Sums/%s/work/1
                  title: String = "three"
                  numbers: List<Integer> = [1, 2] (the first 2 of 3 elements)
                  product: double = 4.0
                  factor: double = 2.0
                """.formatted(run));
        console.type(flow, "dump", "latest/start/numbers", "--head=0");
        assertThat(console.out()).endsWith("= [] (the first 0 of 3 elements)\n");
        console.type(flow, "dump", "latest/start/numbers", "--head=3");
        assertThat(console.out()).endsWith("= [1, 2, 3] (3 elements)\n");
    }

    @Test
    void firstElementsInJson() {
        assertThat(console.type(flow, "dump", "latest/work/1", "--head", "2", "--json"))
                .isEqualTo(ExitStatus.OK);

        assertThat(ParsedJson.at(console.out(), "tasks", 0, "artifacts", "numbers", "value"))
                .isEqualTo(List.of(1, 2));
        assertThat(ParsedJson.at(console.out(), "tasks", 0, "artifacts", "numbers", "elements"))
                .isEqualTo(3);
        assertThat(((Map<?, ?>) ParsedJson.at(console.out(), "tasks", 0, "artifacts", "product"))
                        .containsKey("elements"))
                .isFalse();
    }

    @Test
    void headOfWhatHasNoElements() {
        for (String[] named : List.of(
                new String[] {"dump", "latest/work/1/product", "--head", "2"},
                new String[] {"dump", "latest/work", "--artifact", "product", "--head", "2", "--json"})) {
            assertThat(console.type(flow, named)).isEqualTo(ExitStatus.USAGE);
            assertThat(console.err())
                    .containsPattern("--head is for lists, sets, maps and arrays, but `Sums/" + run
                            + "/work/[01]/product` has type `double`. Leave it out.");
        }
        assertThat(ParsedJson.at(console.out(), "tasks", 1, "artifacts", "product", "value"))
                .isEqualTo(4.0);
    }

    @Test
    void headThatIsNoCount() {
        for (String count : List.of("-1", "two", "2147483648", "")) {
            assertThat(console.type(flow, "dump", "latest/start/numbers", "--head=" + count))
                    .isEqualTo(ExitStatus.USAGE);
            assertThat(console.err()).contains("--head must be a whole number, at least 0, but is `" + count + "`.");
        }
    }

    @Test
    void headWithWhatContradictsIt() {
        assertThat(console.type(flow, "dump", "latest/start", "--head", "2", "--raw", "raw"))
                .isEqualTo(ExitStatus.USAGE);
        assertThat(console.err())
                .contains("--raw writes whole values and --head shows their first elements. Give only one of them.");
        assertThat(console.type(flow, "dump", "latest/start", "--head", "2", "--max-value-size", "9"))
                .isEqualTo(ExitStatus.USAGE);
        assertThat(console.err())
                .contains(
                        "--max-value-size decides by bytes what is shown, and --head by elements. Give only one of them.");
    }

    @Test
    void artifactMayBeNamedTwice() {
        assertThat(console.type(flow, "dump", "latest/join/sum", "--artifact", "sum", "--json"))
                .isEqualTo(ExitStatus.OK);

        assertThat(((Map<?, ?>) ParsedJson.at(console.out(), "tasks", 0, "artifacts")).size())
                .isEqualTo(1);
        assertThat(ParsedJson.at(console.out(), "tasks", 0, "artifacts", "sum", "value"))
                .isEqualTo(12.0);
    }

    @Test
    void jsonHasTheValues() {
        assertThat(console.type(flow, "dump", "latest/work/1", "--json")).isEqualTo(ExitStatus.OK);

        assertThat(ParsedJson.at(console.out(), "tasks", 0, "pathspec")).isEqualTo("Sums/" + run + "/work/1");
        assertThat(ParsedJson.at(console.out(), "tasks", 0, "artifacts", "numbers"))
                .isEqualTo(Map.of(
                        "type",
                        "List<Integer>",
                        "size",
                        43,
                        "sha",
                        "11ea86b85cefc5295a16cf33f10d7c3a61cc9c621093398359061ebfd254a24c",
                        "createdAt",
                        "2026-11-23T12:00:00.500Z",
                        "value",
                        List.of(1, 2, 3)));
        assertThat(ParsedJson.at(console.out(), "tasks", 0, "artifacts", "product", "value"))
                .isEqualTo(4.0);
    }

    @Test
    void jsonLeavesOutLargeValuesAndSaysSo() {
        console.type(flow, "dump", "latest/start/numbers", "--json", "--max-value-size", "42");

        Object numbers = ParsedJson.at(console.out(), "tasks", 0, "artifacts", "numbers");
        assertThat(ParsedJson.at(console.out(), "tasks", 0, "artifacts", "numbers", "tooLarge"))
                .isEqualTo(true);
        assertThat(((Map<?, ?>) numbers).containsKey("value")).isFalse();
    }

    @Test
    void unknownArtifactIsNamedWithWhatMayHaveBeenMeant() {
        assertThat(console.type(flow, "dump", "latest/work/1", "--artifact", "prodcut"))
                .isEqualTo(ExitStatus.USAGE);

        assertThat(console.out()).isEmpty();
        assertThat(console.err())
                .isEqualTo("artifact `prodcut` does not exist after task Sums/" + run
                        + "/work/1. Did you mean `product`?\n");
    }

    @Test
    void stepThatDidNotRun() {
        String failed = sums.run(directory, 13);
        assertThat(console.type(flow, "dump", failed + "/join")).isEqualTo(ExitStatus.USAGE);

        assertThat(console.err()).isEqualTo("step Sums/" + failed + "/join has no finished task.\n");
    }

    @Test
    void runOrFlowIsTooMuch() {
        assertThat(console.type(flow, "dump", "latest")).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err())
                .isEqualTo("`Sums/latest` names a run, but values belong to tasks. Name a step or a task, such as Sums/"
                        + run + "/end.\n");

        assertThat(console.type(flow, "dump", "Sums")).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err())
                .isEqualTo("`Sums` names a flow, but values belong to tasks. Name a step or a task, such as"
                        + " Sums/latest/start.\n");
    }

    @Test
    void nothingIsTooLittle() {
        assertThat(console.type(flow, "dump")).isEqualTo(ExitStatus.USAGE);

        assertThat(console.err())
                .isEqualTo(
                        "`dump` needs <pathspec>: flow/run/step or flow/run/step/task, where the run may be `latest`. Try"
                                + " --help: Sums_FlowRunner dump --help\n");
    }

    @Test
    void rawWritesTheStoredBytesAndTheirSchemas() throws IOException {
        Path files = directory.resolve("out/raw");
        assertThat(console.type(flow, "dump", "latest/work", "--artifact", "product", "--raw", files.toString()))
                .isEqualTo(ExitStatus.OK);

        assertThat(console.out()).isEqualTo("""
                Sums/%1$s/work/0/product: %2$s/work.0.product.artifact (44 bytes)
                Sums/%1$s/work/1/product: %2$s/work.1.product.artifact (44 bytes)
                Sums/%1$s/work/2/product: %2$s/work.2.product.artifact (44 bytes)
                """.formatted(run, files));
        byte[] artifact = Files.readAllBytes(files.resolve("work.1.product.artifact"));
        assertThat(ArtifactFormat.decode(
                        Codecs.DOUBLE, artifact, hash -> Codecs.DOUBLE.schema().bytes()))
                .isEqualTo(4.0);
        assertThat(files.resolve("work.1.product.schema")).hasContent("cairn schema 1\nf64\n");
        assertThat(Address.ofContent(Files.readAllBytes(files.resolve("work.1.product.schema"))))
                .isEqualTo(Address.ofBytes(ArtifactFormat.schemaHash(artifact)));
    }

    @Test
    void rawOverwritesNothing() {
        Path files = directory.resolve("raw");
        console.type(flow, "dump", "latest/join/sum", "--raw", files.toString());

        assertThat(console.type(flow, "dump", "latest/join/sum", "--raw", files.toString()))
                .isEqualTo(ExitStatus.USAGE);
        assertThat(console.err())
                .isEqualTo("`" + files.resolve("join.sum.artifact")
                        + "` exists, and --raw does not overwrite files. Name another directory.\n");
        Path file = files.resolve("join.sum.schema");
        assertThat(console.type(flow, "dump", "latest/join/sum", "--raw", file.toString()))
                .isEqualTo(ExitStatus.USAGE);
        assertThat(console.err())
                .isEqualTo("`" + file + "` exists, and --raw does not overwrite files. Name another directory.\n");
    }

    @Test
    void rawPrintsNoJson() {
        assertThat(console.type(flow, "dump", "latest/join/sum", "--json", "--raw", directory.toString()))
                .isEqualTo(ExitStatus.USAGE);
        assertThat(console.err()).isEqualTo("--raw writes files and --json prints. Give only one of them.\n");
    }

    @Test
    void aValueMayBeCalledLikeAnOption() {
        assertThat(console.type(flow, "dump", "latest/join", "--artifact", "json"))
                .isEqualTo(ExitStatus.USAGE);
        assertThat(console.err()).contains("`json`");
        assertThat(console.type(flow, "dump", "latest/join", "--artifact", "--json"))
                .isEqualTo(ExitStatus.USAGE);
    }
}
