package dev.cairn.cli;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.codec.Codecs;
import dev.cairn.engine.flows.TestFlow;
import dev.cairn.runtime.definition.Access;
import dev.cairn.runtime.definition.ArtifactDefinition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values of parameters: an option comes before a file, a file before the environment, and the environment before the default. */
class ParameterSourcesTest {
    private final List<String> seen = new ArrayList<>();

    @TempDir
    private Path directory;

    private Console console;

    /** The flow class. */
    static final class Flow {
        double learningRate = 0.5;
        List<Integer> sizes = List.of(1);
        String text = "default";
        String token = "";
    }

    @BeforeEach
    void openConsole() {
        console = new Console(Clock.systemUTC()).in(directory.resolve("store")).with("CAIRN_RUN_QUIET", "true");
    }

    private TestFlow<Flow> flow() {
        return TestFlow.of("ModelSelection", Flow.class, Flow::new)
                .field(
                        ArtifactDefinition.parameter("learningRate", "double", Codecs.DOUBLE),
                        flow -> flow.learningRate,
                        (flow, value) -> flow.learningRate = value)
                .field(
                        ArtifactDefinition.parameter("sizes", "List<Integer>", Codecs.list(Codecs.BOXED_INT)),
                        flow -> flow.sizes,
                        (flow, value) -> flow.sizes = value)
                .field(
                        ArtifactDefinition.parameter("text", "String", Codecs.STRING),
                        flow -> flow.text,
                        (flow, value) -> flow.text = value)
                .field(
                        ArtifactDefinition.parameter("token", "String", Codecs.STRING)
                                .confidential(),
                        flow -> flow.token,
                        (flow, value) -> flow.token = value)
                .step(
                        end("start").access(Access.nothing().reads("learningRate", "sizes", "text", "token")),
                        (flow, task) ->
                                seen.add(flow.learningRate + " " + flow.sizes + " " + flow.text + " " + flow.token))
                .build();
    }

    private String run(String... options) {
        List<String> arguments = new ArrayList<>(List.of("run"));
        arguments.addAll(List.of(options));
        assertThat(console.type(flow(), arguments.toArray(String[]::new)))
                .as(console.err())
                .isEqualTo(ExitStatus.OK);
        return seen.get(seen.size() - 1).strip();
    }

    private String refused(String... options) {
        List<String> arguments = new ArrayList<>(List.of("run"));
        arguments.addAll(List.of(options));
        assertThat(console.type(flow(), arguments.toArray(String[]::new))).isEqualTo(ExitStatus.USAGE);
        assertThat(seen).isEmpty();
        return console.err();
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text).toString();
    }

    @Test
    void environmentOfTheFlowComesBeforeThatOfAllFlows() {
        console.with("CAIRN_RUN_LEARNING_RATE", "0.1").with("CAIRN_RUN_TEXT", "all");
        assertThat(run()).isEqualTo("0.1 [1] all");

        console.with("CAIRN_MODEL_SELECTION_LEARNING_RATE", "0.2").with("CAIRN_MODEL_SELECTION_SIZES", "4,5");
        assertThat(run()).isEqualTo("0.2 [4, 5] all");
    }

    @Test
    void fileComesBeforeTheEnvironmentAndOptionsComeBeforeTheFile() throws IOException {
        console.with("CAIRN_MODEL_SELECTION_LEARNING_RATE", "0.2").with("CAIRN_MODEL_SELECTION_TEXT", "environment");
        String file = file("run.properties", "# rates\nlearningRate = 0.3\nsizes=7, 8\n");

        assertThat(run("--params", file)).isEqualTo("0.3 [7, 8] environment");
        assertThat(run("--params", file, "--learningRate", "0.4")).isEqualTo("0.4 [7, 8] environment");
    }

    @Test
    void fileMayBeJson() throws IOException {
        String file = file("run.json", "{\"learningRate\": 1, \"sizes\": [7, 8], \"text\": \"caf\u00e9 = 1\"}");

        assertThat(run("--params", file)).isEqualTo("1.0 [7, 8] caf\u00e9 = 1");
        assertThat(run("--params", file("other", " {\"sizes\": \"1,2\"}"))).isEqualTo("0.5 [1, 2] default");
        console.with("CAIRN_RUN_PARAMS", file);
        assertThat(run("--text", "mine")).isEqualTo("1.0 [7, 8] mine");
    }

    @Test
    void secretsMayBeInTheFileAndInTheEnvironmentOfTheFlow() throws IOException {
        String file = file("run.properties", "token=hunter2\n");
        assertThat(run("--params", file)).endsWith(" hunter2");

        console.with("CAIRN_RUN_TOKEN", "of all").with("CAIRN_MODEL_SELECTION_TOKEN", "own");
        assertThat(run()).endsWith(" own");
        assertThat(run("--params", file)).endsWith(" hunter2");
        assertThat(run("--params", file, "--token-file", file("token", "file\n")))
                .endsWith(" file");
    }

    @Test
    void resumeTakesThemToo() throws IOException {
        run();
        assertThat(console.type(
                        flow(),
                        "resume",
                        "latest",
                        "--from-step",
                        "start",
                        "--params",
                        file("run.properties", "text=again")))
                .as(console.err())
                .isEqualTo(ExitStatus.OK);
        assertThat(seen.get(1)).isEqualTo("0.5 [1] again ");
    }

    @Test
    void misspeltVariableOfTheFlowIsToldOf() {
        console.with("CAIRN_MODEL_SELECTION_LERNING_RATE", "0.2").with("CAIRN_MODEL_SELECTION_HOME", "/opt");
        run();

        assertThat(console.err())
                .isEqualTo("environment variable `CAIRN_MODEL_SELECTION_LERNING_RATE` sets no parameter of flow"
                        + " ModelSelection. Did you mean `CAIRN_MODEL_SELECTION_LEARNING_RATE`?\n");
    }

    @Test
    void wrongValuesNameWhereTheyAreFrom() throws IOException {
        String file = file("run.properties", "learningRate=fast\n");
        assertThat(refused("--params", file))
                .isEqualTo("`learningRate` in file `" + file
                        + "` cannot be `fast`: \"fast\" is not a double. Write a number.\n");
        file = file("run.json", "{\"sizes\": [1, \"x\"]}");
        assertThat(refused("--params", file)).startsWith("`sizes` in file `" + file + "` cannot be `[1, \"x\"]`: ");
        console.with("CAIRN_MODEL_SELECTION_LEARNING_RATE", "slow");
        assertThat(refused())
                .isEqualTo(
                        "CAIRN_MODEL_SELECTION_LEARNING_RATE cannot be `slow`: \"slow\" is not a double. Write a number.\n");
    }

    @Test
    void wrongFilesAreRefusedBeforeAnythingRuns() throws IOException {
        String none = directory.resolve("none").toString();
        assertThat(refused("--params", none))
                .isEqualTo("file `" + none + "` cannot be read: java.nio.file.NoSuchFileException: " + none
                        + ". Check the path of --params.\n");
        String file = file("a.json", "{\"lerningRate\": 1}");
        assertThat(refused("--params", file))
                .isEqualTo(
                        "file `" + file + "` sets `lerningRate`, but flow ModelSelection has no such parameter. Did you"
                                + " mean `learningRate`?\n");
        file = file("b.json", "{\"text\": 1, \"text\": 2}");
        assertThat(refused("--params", file))
                .isEqualTo("file `" + file
                        + "` cannot be read as JSON: it has \"text\" twice. Write a JSON object with the names of"
                        + " options.\n");
        file = file("c.json", "[1]");
        assertThat(refused("--params", file))
                .isEqualTo("file `" + file + "` is not a JSON object. Write one with the names of options.\n");
        file = file("d.properties", "text=1\ntext=2\n");
        assertThat(refused("--params", file)).isEqualTo("file `" + file + "` sets `text` twice. Set it once.\n");
        Files.write(Path.of(file), "text=caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(refused("--params", file)).isEqualTo("file `" + file + "` is not text in UTF-8. Convert it.\n");
    }

    @Test
    void noMessageTellsASecret() throws IOException {
        String file = file("run.json", "{\"token\": {\"hunter2\": 1}, \"sizes\": \"x\"}");

        console.type(flow(), "run", "--params", file);
        assertThat(console.err() + console.out()).doesNotContain("hunter2").contains("`sizes` in file");
    }
}
