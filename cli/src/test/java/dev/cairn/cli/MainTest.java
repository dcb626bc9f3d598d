package dev.cairn.cli;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.client.Cairn;
import dev.cairn.client.Run;
import dev.cairn.codec.Codecs;
import dev.cairn.engine.ProcessEnd;
import dev.cairn.engine.flows.TestFlow;
import dev.cairn.runtime.IncludedFile;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.internal.CairnVersion;
import dev.cairn.runtime.internal.DefaultDatastore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line: what it prints, and the exit status. */
class MainTest {
    private static final String DATASTORE = "memory:";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<String, String> environment = new HashMap<>();

    /** A flow with parameters. */
    static final class Rates {
        List<Double> rates = List.of(0.5);
        int learningSteps = 3;
        String name;
        double sum;
    }

    private static TestFlow<Rates> flow(boolean required) {
        ArtifactDefinition name = ArtifactDefinition.parameter("name", "String", Codecs.STRING);
        return TestFlow.of("Rates", Rates.class, Rates::new)
                .field(
                        ArtifactDefinition.parameter("rates", "List<Double>", Codecs.list(Codecs.BOXED_DOUBLE))
                                .help("learning rates to try"),
                        flow -> flow.rates,
                        (flow, value) -> flow.rates = value)
                .field(
                        ArtifactDefinition.parameter("learningSteps", "int", Codecs.INT),
                        flow -> flow.learningSteps,
                        (flow, value) -> flow.learningSteps = value)
                .field(required ? name.mandatory() : name, flow -> flow.name, (flow, value) -> flow.name = value)
                .artifact("sum", "double", Codecs.DOUBLE, flow -> flow.sum, (flow, value) -> flow.sum = value)
                .step(linear("start", "end"), (flow, task) -> {
                    if ("broken".equals(flow.name)) {
                        throw new IllegalStateException("no \u001b[31mdata");
                    }
                    flow.sum = flow.rates.stream().mapToDouble(rate -> rate).sum() * flow.learningSteps;
                })
                .step(end("end"), (flow, task) -> {})
                .build();
    }

    @Test
    void runPrintsItsStartAndItsEnd() {
        int status = execute(flow(false), "run", "--datastore", DATASTORE, "--tag", "a", "--tag", "b");

        Run run = latest();
        assertThat(status).isEqualTo(ExitStatus.OK);
        assertThat(out())
                .matches("run Rates/" + run.id() + " started in memory:\n" + "run Rates/" + run.id()
                        + " succeeded in \\d+\\.\\d s\n");
        assertThat(err()).matches("""
                step start started
                step start: 1 task in \\d+\\.\\d s
                step end started
                step end: 1 task in \\d+\\.\\d s
                """);
        assertThat(run.tags()).containsExactly("a", "b");
        assertThat(run.step("end").task().artifact("sum").value()).isEqualTo(1.5);
    }

    /** A flow that takes a file. */
    static final class Reading {
        IncludedFile data = IncludedFile.ofResource(MainTest.class, "none.csv");
        String text;
    }

    private static TestFlow<Reading> reading() {
        return TestFlow.of("Reading", Reading.class, Reading::new)
                .field(
                        ArtifactDefinition.parameter("data", "IncludedFile", IncludedFile.CODEC),
                        flow -> flow.data,
                        (flow, value) -> flow.data = value)
                .artifact("text", "String", Codecs.STRING, flow -> flow.text, (flow, value) -> flow.text = value)
                .step(end("start"), (flow, task) -> flow.text = flow.data.name() + ": " + flow.data.text())
                .build();
    }

    @Test
    void fileIsIncludedByItsPath(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("data.csv"), "a,b");
        int status = execute(reading(), "run", "--datastore", DATASTORE, "--data", file.toString());

        assertThat(status).isEqualTo(ExitStatus.OK);
        assertThat(Cairn.open(DefaultDatastore.open(DATASTORE), reading())
                        .flow("Reading")
                        .latest()
                        .step("start")
                        .task()
                        .artifact("text")
                        .value())
                .isEqualTo("data.csv: a,b");
    }

    @Test
    void fileThatIsMissingIsWrongUsage(@TempDir Path directory) {
        Path file = directory.resolve("none.csv");
        int status = execute(reading(), "run", "--datastore", DATASTORE, "--data", file.toString());

        assertThat(status).isEqualTo(ExitStatus.USAGE);
        assertThat(err())
                .isEqualTo("--data cannot be `" + file + "`: there is no file `" + file
                        + "`. Write the path of a file.\n");
    }

    @Test
    void missingDefaultFileIsWrongUsageToo() {
        int status = execute(reading(), "run", "--datastore", DATASTORE);

        assertThat(status).isEqualTo(ExitStatus.USAGE);
        assertThat(err())
                .isEqualTo(
                        "parameter `data` of flow Reading cannot be read: there is no resource `none.csv` next to class"
                                + " dev.cairn.cli.MainTest.\n");
    }

    @Test
    void parametersAreOptions() {
        execute(flow(false), "run", "--datastore", DATASTORE, "--rates", "1,2", "--learningSteps=2");

        assertThat(latest().step("end").task().artifact("sum").value()).isEqualTo(6.0);
    }

    @Test
    void optionsMayComeFromTheEnvironment() {
        environment.put("CAIRN_RUN_DATASTORE", DATASTORE);
        environment.put("CAIRN_RUN_LEARNING_STEPS", "10");
        environment.put("CAIRN_RUN_RATES", "7");
        int status = execute(flow(false), "run", "--rates", "1");

        assertThat(status).isEqualTo(ExitStatus.OK);
        assertThat(latest().step("end").task().artifact("sum").value()).isEqualTo(10.0);
    }

    @Test
    void failedRunShowsTheFramesOfTheUserOnly() {
        int status = execute(flow(false), "run", "--datastore", DATASTORE, "--name", "broken", "--quiet");

        assertThat(status).isEqualTo(ExitStatus.FAILED);
        assertThat(err())
                .matches("task Rates/" + latest().id()
                        + "/start failed: java.lang.IllegalStateException: no \\\\u001b\\[31mdata\n"
                        + "\tat dev\\.cairn\\.cli\\.MainTest\\.lambda\\$flow\\$\\d+\\(MainTest\\.java:\\d+\\)\n");
    }

    @Test
    void unreadableParameterIsWrongUsage() {
        int status = execute(flow(false), "run", "--datastore", DATASTORE, "--learningSteps", "many");

        assertThat(status).isEqualTo(ExitStatus.USAGE);
        assertThat(err())
                .isEqualTo("--learningSteps cannot be `many`: \"many\" is not an int. Write a whole number.\n");
        assertThat(out()).isEmpty();
    }

    @Test
    void missingParameterIsWrongUsage() {
        int status = execute(flow(true), "run", "--datastore", DATASTORE);

        assertThat(status).isEqualTo(ExitStatus.USAGE);
        assertThat(err())
                .isEqualTo("flow Rates needs a value for its parameter `name`. Give it with --name <String>.\n");
    }

    @Test
    void unknownOptionIsWrongUsage() {
        int status = execute(flow(false), "run", "--rate", "1");

        assertThat(status).isEqualTo(ExitStatus.USAGE);
        assertThat(err())
                .isEqualTo(
                        "`--rate` is unknown here. Did you mean `--rates`? Try --help: MainTest_RatesRunner run --help\n");
    }

    @Test
    void optionGivenTwiceIsWrongUsage() {
        int status = execute(flow(false), "run", "--rates", "1", "--rates", "2");

        assertThat(status).isEqualTo(ExitStatus.USAGE);
        assertThat(err())
                .isEqualTo("--rates is given twice. Give it once; write a list as comma-separated values."
                        + " Try --help: MainTest_RatesRunner run --help\n");
    }

    @Test
    void optionWithoutValueIsWrongUsage() {
        int status = execute(flow(false), "run", "--rates");

        assertThat(status).isEqualTo(ExitStatus.USAGE);
        assertThat(err())
                .isEqualTo(
                        "--rates needs a value: --rates <List<Double>>. Try --help: MainTest_RatesRunner run --help\n");
    }

    @Test
    void maxWorkersIsAPositiveNumber() {
        int status = execute(flow(false), "run", "--max-workers", "0");

        assertThat(status).isEqualTo(ExitStatus.USAGE);
        assertThat(err()).isEqualTo("--max-workers must be a whole number, at least 1, but is `0`.\n");
    }

    @Test
    void unknownDatastoreIsWrongUsage() {
        int status = execute(flow(false), "run", "--datastore", "tape:");

        assertThat(status).isEqualTo(ExitStatus.USAGE);
        assertThat(err()).isEqualTo("`tape:` is not a datastore. Use one of: file:, memory:\n");
    }

    @Test
    void debugShowsTheStackTrace() {
        execute(flow(false), "run", "--datastore", "tape:", "--debug");

        assertThat(err()).contains("\tat ");
    }

    @Test
    void helpNamesTheParameters() {
        int status = execute(flow(false), "run", "--help");

        assertThat(status).isEqualTo(ExitStatus.OK);
        assertThat(out())
                .contains("--rates=<List<Double>>")
                .contains("learning rates to try")
                .contains("--max-workers");
        assertThat(err()).isEmpty();
    }

    @Test
    void codeOfAnotherVersionIsRefusedInOneSentenceWithTheRemedy() {
        TestFlow<Rates> old = TestFlow.of("Rates", Rates.class, Rates::new)
                .generatedBy("9.9.0")
                .step(end("start"), (flow, task) -> {})
                .build();

        assertThat(execute(old, "run", "--datastore", DATASTORE)).isEqualTo(ExitStatus.FAILED);
        assertThat(out()).isEmpty();
        assertThat(err())
                .isEqualTo("the code of flow dev.cairn.cli.MainTest$Rates was generated by Cairn 9.9.0, which Cairn "
                        + CairnVersion.current()
                        + " on the class path cannot run. Give cairn-processor and cairn-runtime"
                        + " the same version, and compile the flow again.\n");
    }

    @Test
    void withoutCommandTheUsageIsShown() {
        assertThat(execute(flow(false))).isEqualTo(ExitStatus.USAGE);
        assertThat(err()).startsWith("Usage: MainTest_RatesRunner");
    }

    @Test
    void launcherTakesTheNameOfTheFlow() {
        int status = FlowCommands.of(List.of(flow(false)), surroundings())
                .execute("run", "Rates", "--datastore", DATASTORE, "--rates", "4");

        assertThat(status).isEqualTo(ExitStatus.OK);
        assertThat(latest().step("end").task().artifact("sum").value()).isEqualTo(12.0);
    }

    @Test
    void launcherSaysWhereAFlowIsMissing() {
        int status = FlowCommands.of(List.of(flow(false)), surroundings()).execute("run", "Rate");

        assertThat(status).isEqualTo(ExitStatus.USAGE);
        assertThat(err()).isEqualTo("`Rate` is unknown here. Did you mean `Rates`? Try --help: cairn run --help\n");
    }

    @Test
    void launcherNamesTheReasonWhereAClassHasNoGeneratedCode() {
        int status = FlowCommands.of(List.of(flow(false)), surroundings()).execute("run", MainTest.class.getName());

        assertThat(status).isEqualTo(ExitStatus.USAGE);
        assertThat(err())
                .isEqualTo("flow class dev.cairn.cli.MainTest has no generated code: the annotation processor did not"
                        + " run. To run it, add cairn-processor to annotationProcessorPaths of the compiler plugin, and"
                        + " compile again.\n");
    }

    @Test
    void launcherWithoutFlowsNamesBothReasons() {
        int status = FlowCommands.of(List.of(), surroundings()).execute("run", "com.acme.ModelSelection");

        assertThat(status).isEqualTo(ExitStatus.USAGE);
        assertThat(err())
                .isEqualTo(
                        "`com.acme.ModelSelection` was not found: there is no flow on the class path. If the compiled"
                                + " classes are missing there, add their directory or jar. If the annotation processor"
                                + " did not run, add cairn-processor to annotationProcessorPaths of the compiler plugin,"
                                + " and compile again.\n");
    }

    private int execute(TestFlow<?> flow, String... arguments) {
        return FlowCommands.of(flow, surroundings(), arguments).execute(arguments);
    }

    private Surroundings surroundings() {
        Terminal terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Surroundings(terminal, environment, null, Clock.systemUTC(), ProcessEnd.LEAVE);
    }

    private static Run latest() {
        return Cairn.open(DefaultDatastore.open(DATASTORE), flow(false))
                .flow("Rates")
                .latest();
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
