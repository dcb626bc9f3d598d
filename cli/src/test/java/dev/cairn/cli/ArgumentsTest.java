package dev.cairn.cli;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.codec.Codecs;
import dev.cairn.engine.flows.TestFlow;
import dev.cairn.runtime.definition.ArtifactDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is typed is what a flow gets, whatever it looks like. */
class ArgumentsTest {
    @TempDir
    private Path directory;

    private final List<String> texts = new ArrayList<>();

    /** A flow with a parameter for any text. */
    static final class Notes {
        String text = "none";
        List<Integer> items = List.of(1, 2);
        String missing;
    }

    private TestFlow<Notes> flow() {
        return TestFlow.of("Notes", Notes.class, Notes::new)
                .field(
                        ArtifactDefinition.parameter("text", "String", Codecs.STRING)
                                .help("what to note"),
                        flow -> flow.text,
                        (flow, value) -> flow.text = value)
                .field(
                        ArtifactDefinition.parameter("items", "List<Integer>", Codecs.list(Codecs.BOXED_INT)),
                        flow -> flow.items,
                        (flow, value) -> flow.items = value)
                .field(
                        ArtifactDefinition.parameter("missing", "String", Codecs.STRING),
                        flow -> flow.missing,
                        (flow, value) -> flow.missing = value)
                .step(end("start"), (flow, task) -> texts.add(flow.text))
                .build();
    }

    private Console console() {
        return new Console(Clock.systemUTC()).in(directory.resolve("store"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@",
                "@@",
                "@x",
                "-",
                "--",
                "---",
                "-x",
                "--x",
                "--items",
                "--help",
                "-h",
                "--items=3",
                "a=b",
                "=",
                "=-",
                " ",
                "",
                "'",
                "\"x\"",
                "%s"
            })
    void aValueIsTakenAsItIsTyped(String text) {
        assertThat(console().type(flow(), "run", "--text=" + text)).isEqualTo(ExitStatus.OK);
        assertThat(texts).containsExactly(text);
    }

    @Test
    void aValueThatBeginsWithAnAtSignIsNotTheNameOfAFile() throws IOException {
        String text = "@" + Files.writeString(directory.resolve("notes.txt"), "hello --items 9");

        assertThat(console().type(flow(), "run", "--text", text)).isEqualTo(ExitStatus.OK);
        assertThat(texts).containsExactly(text);
    }

    @Test
    void anArgumentThatBeginsWithAnAtSignIsNotTheNameOfAFile() throws IOException {
        String argument = "@" + Files.writeString(directory.resolve("options.txt"), "--text hello");
        Console console = console();

        assertThat(console.type(flow(), "run", argument)).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err())
                .isEqualTo("`" + argument + "` is unknown here. Try --help: ArgumentsTest_NotesRunner run --help\n");
        assertThat(texts).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"@", "@@", "@x", "-", "-x", "---", "--x", "a=b", "=", " ", "", "'", "%s"})
    void aValueOfItsOwnIsTakenAsItIsTyped(String text) {
        assertThat(console().type(flow(), "run", "--text", text)).isEqualTo(ExitStatus.OK);
        assertThat(texts).containsExactly(text);
    }

    @Test
    void nothingIsAnOptionAfterTheEndOfOptions() {
        Console console = console();
        assertThat(console.type(flow(), "run", "--text=--", "--")).isEqualTo(ExitStatus.OK);
        assertThat(texts).containsExactly("--");

        assertThat(console.type(flow(), "run", "--", "--text=a")).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err()).startsWith("`--text=a` is unknown here. ");
        assertThat(console.type(flow(), "run", "--", "--")).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err()).startsWith("`--` is unknown here. ");
        assertThat(texts).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--items", "--items=3", "--help", "--"})
    void anOptionIsNotTheValueOfTheOneBeforeIt(String next) {
        Console console = console();

        assertThat(console.type(flow(), "run", "--text", next)).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err())
                .isEqualTo("--text needs a value: --text <String>. Try --help: ArgumentsTest_NotesRunner run --help\n");
    }

    @Test
    void anUnknownCommandIsUnknownAlsoToWhoAsksForHelp() {
        Console console = console();

        assertThat(console.type(flow(), "lst", "--help")).isEqualTo(ExitStatus.USAGE);
        assertThat(console.out()).isEmpty();
        assertThat(console.err())
                .isEqualTo(
                        "`lst` is unknown here. Did you mean `list`? Try --help: ArgumentsTest_NotesRunner --help\n");
        assertThat(console.type(flow(), "run", "--help", "--txt")).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err())
                .isEqualTo("`--txt` is unknown here. Did you mean `--text`?"
                        + " Try --help: ArgumentsTest_NotesRunner run --help\n");
    }

    @Test
    void helpShowsTheDefaultsOfParameters() {
        Console console = console();

        assertThat(console.type(flow(), "run", "--help")).isEqualTo(ExitStatus.OK);
        assertThat(console.out().lines().map(String::strip))
                .contains("--text=<String>      what to note; default none")
                .contains("List<Integer>; default [1, 2]")
                .contains("--missing=<String>   String");
    }

    @Test
    void anArgumentThatCouldNotBeDecodedIsRefused() {
        Console console = console();

        assertThat(console.type(flow(), "run", "--text", "caf\uFFFD\uFFFD")).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err())
                .isEqualTo(
                        "argument `caf\uFFFD\uFFFD` has characters that the encoding of this locale does not support."
                                + " Set LC_ALL to a locale that uses UTF-8, such as C.UTF-8.\n");
        assertThat(texts).isEmpty();
    }
}
