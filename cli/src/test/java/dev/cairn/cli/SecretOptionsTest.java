package dev.cairn.cli;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.codec.Codecs;
import dev.cairn.engine.ParameterException;
import dev.cairn.engine.ProcessEnd;
import dev.cairn.engine.flows.TestFlow;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.FlowDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a secret gets to a run on the command line, and how it does not. */
class SecretOptionsTest {
    private static final String PROGRAM = "SecretOptionsTest_VaultRunner";

    private final List<String> seen = new ArrayList<>();

    @TempDir
    private Path directory;

    private Console console;

    /** A flow that needs a token. */
    static final class Vault {
        String apiToken;
        int pin;
        String user = "me";
    }

    @BeforeEach
    void openConsole() {
        console = new Console(Clock.systemUTC()).in(directory.resolve("store"));
    }

    private FlowDefinition<Vault> flow() {
        return TestFlow.of("Vault", Vault.class, Vault::new)
                .field(
                        ArtifactDefinition.parameter("apiToken", "String", Codecs.STRING)
                                .help("token of the registry")
                                .mandatory()
                                .confidential(),
                        flow -> flow.apiToken,
                        (flow, value) -> flow.apiToken = value)
                .field(
                        ArtifactDefinition.parameter("pin", "int", Codecs.INT).confidential(),
                        flow -> flow.pin,
                        (flow, value) -> flow.pin = value)
                .field(
                        ArtifactDefinition.parameter("user", "String", Codecs.STRING),
                        flow -> flow.user,
                        (flow, value) -> flow.user = value)
                .step(end("start"), (flow, task) -> {
                    seen.add(flow.apiToken + " " + flow.pin);
                    if (flow.user.equals("nobody")) {
                        throw new IllegalStateException("nobody may enter");
                    }
                })
                .build();
    }

    private int run(String... options) {
        String[] arguments = new String[options.length + 1];
        arguments[0] = "run";
        System.arraycopy(options, 0, arguments, 1, options.length);
        return console.type(flow(), arguments);
    }

    @Test
    void fromTheEnvironment() {
        console.with("CAIRN_RUN_API_TOKEN", "hunter2").with("CAIRN_RUN_PIN", "1234");

        assertThat(run()).as(console.err()).isEqualTo(ExitStatus.OK);
        assertThat(seen).containsExactly("hunter2 1234");
    }

    @Test
    void fromFiles() throws IOException {
        Path token = Files.writeString(directory.resolve("token"), "hunter2\n");
        Path pin = Files.writeString(directory.resolve("pin"), "1234\n");
        console.with("CAIRN_RUN_PIN_FILE", pin.toString()).with("CAIRN_RUN_API_TOKEN", "another");

        assertThat(run("--apiToken-file", token.toString())).as(console.err()).isEqualTo(ExitStatus.OK);
        assertThat(seen).containsExactly("hunter2 1234");
    }

    @Test
    void whoResumesTheRunNeedsTheSameFiles() throws IOException {
        Path token = Files.writeString(directory.resolve("my token"), "hunter2\n");

        assertThat(run("--apiToken-file", token.toString(), "--user", "nobody")).isEqualTo(ExitStatus.FAILED);

        assertThat(console.out().lines().reduce((line, next) -> next))
                .hasValueSatisfying(
                        last -> assertThat(last).contains(" resume --apiToken-file '" + token + "' Vault/"));
    }

    @ParameterizedTest
    @CsvSource({"--apiToken=hunter2,", "--apiToken,hunter2", "--apiToken,--user", "--apiToken,", "--apiToken=,"})
    void neverAsAnArgument(String option, String value) {
        console.with("CAIRN_RUN_API_TOKEN", "hunter2");
        int status = value == null ? run(option) : run("--user", "you", option, value);

        assertThat(status).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err())
                .isEqualTo(
                        "--apiToken is secret, and on the command line other users of this machine could see it and the shell"
                                + " would keep it: set the environment variable CAIRN_RUN_API_TOKEN, or name a file that has"
                                + " it with --apiToken-file <path>. Try --help: " + PROGRAM + " run --help\n");
        assertThat(seen).isEmpty();
    }

    @Test
    void aMissingOne() {
        assertThat(run("--user", "you")).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err())
                .isEqualTo("flow Vault needs a value for its secret parameter `apiToken`: set the environment variable"
                        + " CAIRN_RUN_API_TOKEN, or name a file that has it with --apiToken-file <path>.\n");
    }

    @Test
    void aMisspeltOneIsNotRepeated() {
        assertThat(run("--apiTokn=hunter2")).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err()).isEqualTo("`--apiTokn` is unknown here. Try --help: " + PROGRAM + " run --help\n");
        assertThat(run("--apiTokn", "hunter2")).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err()).doesNotContain("hunter2");
    }

    @Test
    void textThatIsNoValueIsNotTold() {
        console.with("CAIRN_RUN_API_TOKEN", "hunter2").with("CAIRN_RUN_PIN", "hunter3");

        assertThat(run("--debug")).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err())
                .startsWith(
                        "secret parameter `pin` cannot be read: the text in CAIRN_RUN_PIN is not a value of type int."
                                + " Write a whole number.\n")
                .doesNotContain("hunter");
    }

    @Test
    void helpSaysHow() {
        console.with("CAIRN_RUN_API_TOKEN", "hunter2");
        assertThat(run("--help")).isEqualTo(ExitStatus.OK);

        assertThat(console.out().replaceAll("\\s+", " "))
                .contains("--apiToken-file=<path> token of the registry (required, secret); a file that has it, or set"
                        + " CAIRN_RUN_API_TOKEN")
                .contains("--pin-file=<path> int (secret); a file that has it, or set CAIRN_RUN_PIN")
                .doesNotContain("--apiToken ", "--apiToken=", "--pin=", "hunter2");
    }

    @Test
    void showsThatThereAreSome() {
        console.with("CAIRN_RUN_API_TOKEN", "hunter2");
        assertThat(run()).isEqualTo(ExitStatus.OK);

        console.type(flow(), "show", "Vault");
        assertThat(console.out())
                .contains("parameters\n  apiToken  String  token of the registry (required, secret)\n"
                        + "  pin       int     (secret)\n  user      String\n");
        console.type(flow(), "show", "Vault", "--json");
        assertThat(ParsedJson.at(console.out(), "parameters", 0, "secret")).isEqualTo(true);
        assertThat(ParsedJson.at(console.out(), "parameters", 2, "secret")).isEqualTo(false);

        console.type(flow(), "show", "Vault/latest");
        assertThat(console.out()).contains("parameters\n  user      String  \"me\"\n  apiToken  secret  not stored\n");
        console.type(flow(), "show", "Vault/latest", "--json");
        assertThat(ParsedJson.at(console.out(), "secretParameters")).isEqualTo(List.of("apiToken"));
        console.type(flow(), "dump", "Vault/latest/start/apiToken");
        assertThat(console.err())
                .contains(" is secret, so its value is not stored. Only the steps of the run can read it.");
    }

    /** A launcher has texts from where it wants, and hears nothing of them. */
    @Test
    void launchersGiveTexts() {
        TextRunBuilder<Vault> builder = new TextRunBuilder<>(flow()).datastore("memory:");

        assertThatThrownBy(() -> builder.parameterText("pin", "hunter2"))
                .isExactlyInstanceOf(ParameterException.class)
                .hasMessage("the text for secret parameter `pin` is not a value of type int. Write a whole number.")
                .hasNoCause();
        new TextRunBuilder<>(flow())
                .datastore("memory:")
                .parameterText("apiToken", "hunter2")
                .run();
        assertThat(seen).containsExactly("hunter2 0");
    }

    @Test
    void whatKnowsTheEnvironmentDoesNotShowIt() {
        Surroundings surroundings = new Surroundings(
                Terminal.ofProcess(), Map.of("CAIRN_RUN_TOKEN", "hunter2"), null, Clock.systemUTC(), ProcessEnd.LEAVE);

        assertThat(surroundings.toString()).doesNotContain("hunter2");
    }
}
