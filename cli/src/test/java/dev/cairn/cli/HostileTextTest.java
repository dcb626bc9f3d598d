package dev.cairn.cli;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.codec.Codecs;
import dev.cairn.datastore.Datastore;
import dev.cairn.engine.flows.FakeClock;
import dev.cairn.engine.flows.TestFlow;
import dev.cairn.engine.flows.TestRun;
import dev.cairn.runtime.FlowFailedException;
import dev.cairn.runtime.definition.Access;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that tries to steer the terminal: it is shown, and does nothing. */
class HostileTextTest {
    /** Clears the screen, sets the title, runs backwards, ends the line, and is the last of the ASCII characters. */
    private static final String HOSTILE = "\u001b[2J\u001b]0;owned\u0007\u202etxt\r\nsecond \u009b31m\u007f\ud800";

    @TempDir
    private Path directory;

    private final FakeClock clock = new FakeClock();
    private Console console;
    private TestFlow<Flow> flow;

    /** The flow class. */
    static final class Flow {
        String text;
    }

    @BeforeEach
    void runWithHostileText() {
        console = new Console(clock).in(directory);
        flow = TestFlow.of("Hostile", Flow.class, Flow::new)
                .documentation("Does " + HOSTILE + " 100% of it.")
                .artifact("text", "String", Codecs.STRING, each -> each.text, (each, value) -> each.text = value)
                .step(
                        end("start")
                                .documentation(HOSTILE)
                                .access(Access.nothing().mustAssign("text")),
                        (each, task) -> {
                            each.text = HOSTILE.replace("\ud800", "")
                                    + (task.context().tags().contains("fail") ? "!" : "");
                            task.context().log(HOSTILE);
                            String key = HOSTILE.replace("\ud800", "");
                            task.context().files().put(key, output -> output.write(1));
                            if (task.context().tags().contains("fail")) {
                                throw new IllegalStateException(HOSTILE);
                            }
                        })
                .build();
        run("pass");
    }

    /** The tag that no builder takes may have come from elsewhere. */
    private void run(String tag) {
        try (Datastore datastore = Datastore.of("file:" + directory)) {
            TestRun.of(flow)
                    .datastore(datastore)
                    .clock(clock)
                    .tag(tag)
                    .onStart(run -> datastore.runs().tag(run.id(), Set.of("tag " + HOSTILE), Set.of()))
                    .run();
        } catch (FlowFailedException e) {
            assertThat(tag).isEqualTo("fail");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "list",
                "show",
                "show latest",
                "show latest/start",
                "show latest/start/start",
                "show latest/start/text",
                "dump latest/start",
                "dump latest/start --format csv",
                "dump latest/start --format jsonl",
                "dump latest/start/text --format csv",
                "dump latest/start/text --format jsonl",
                "diff latest",
                "diff latest --json",
                "graph",
                "graph latest",
                "graph latest --format mermaid",
                "graph latest --format dot",
                "graph latest --json",
                "files latest",
                "files latest --json",
                "logs latest",
                "logs latest --json",
                "tag latest",
                "tag latest --json",
                "tag latest --add \u001b[2J",
                "files latest \u001b[2J",
                "list --status \u001b[2J",
                "list --parameter \u001b[2J=\u202e",
                "graph --format \u202e",
                "completion",
                "completion --name \u001b[2J",
                "run --help",
                "--help",
                "list --json",
                "show --json",
                "show latest --json",
                "show latest/start --json",
                "dump latest/start --json",
                "show \u001b[2J/latest",
                "show latest/\u001b[2J",
                "dump latest/start --artifact \u001b[2J",
                "list --\u001b[2J",
                "list --limit \u001b[2J",
                "list --datastore \u001b[2J",
            })
    void noCommandPrintsAControlCharacter(String command) {
        for (String tag : List.of("pass", "fail")) {
            run(tag);
            console.type(flow, command.split(" "));

            String printed = console.out() + console.err();
            assertThat(printed).isNotEmpty();
            assertThat(printed.codePoints()
                            .filter(character -> character != '\n' && character != '\t')
                            .filter(character -> Character.isISOControl(character)
                                    || Character.getType(character) == Character.FORMAT
                                    || Character.getType(character) == Character.SURROGATE))
                    .isEmpty();
        }
    }

    @Test
    void whatIsShownSaysWhatWasThere() {
        console.type(flow, "list");
        assertThat(console.out())
                .endsWith(
                        "  pass, tag \\u001b[2J\\u001b]0;owned\\u0007\\u202etxt\\u000d\\u000asecond \\u009b31m\\u007f?\n");

        console.type(flow, "dump", "latest/start");
        assertThat(console.out())
                .endsWith(
                        "  text: String = \"\\u001b[2J\\u001b]0;owned\\u0007\\u202etxt\\u000d\\nsecond \\u009b31m\\u007f\"\n");
    }

    @Test
    void jsonSaysExactlyWhatWasThere() {
        console.type(flow, "show", "--json");
        assertThat(ParsedJson.at(console.out(), "documentation")).isEqualTo("Does " + HOSTILE + " 100% of it.");
        assertThat(ParsedJson.at(console.out(), "steps", 0, "documentation")).isEqualTo(HOSTILE);

        console.type(flow, "dump", "latest/start", "--json");
        assertThat(ParsedJson.at(console.out(), "tasks", 0, "artifacts", "text", "value"))
                .isEqualTo(HOSTILE.replace("\ud800", ""));
    }
}
