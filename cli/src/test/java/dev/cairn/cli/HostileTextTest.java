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
import dev.cairn.runtime.definition.ArtifactDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Text that tries to steer the terminal: it is shown, and does nothing. */
class HostileTextTest {
    /** Clears the screen, sets the title, runs backwards, ends the line, and is the last of the ASCII characters. */
    private static final String HOSTILE = "\u001b[2J\u001b]0;owned\u0007\u202etxt\r\nsecond \u009b31m\u007f\ud800";

    /** What picocli would take for a style and for variables, and how it is shown. */
    private static final String MARKED = "@|red x|@ ${env:PATH} ${name} $$ %n ${DEFAULT-VALUE}";

    private static final String SHOWN = MARKED.replace("@|", "\\u0040|").replace("${D", "\\u0024{D");

    @TempDir
    private Path directory;

    private final FakeClock clock = new FakeClock();
    private Console console;
    private TestFlow<Flow> flow;

    /** The flow class. */
    static final class Flow {
        String text;
        String label = MARKED;
        int number;
    }

    @BeforeEach
    void runWithHostileText() {
        console = new Console(clock).in(directory);
        flow = TestFlow.of("Hostile", Flow.class, Flow::new)
                .documentation("Does " + HOSTILE + " 100% of " + MARKED + ".")
                .field(
                        ArtifactDefinition.parameter("label", "String", Codecs.STRING)
                                .help(HOSTILE + " and " + MARKED),
                        each -> each.label,
                        (each, value) -> each.label = value)
                .field(
                        ArtifactDefinition.parameter("number", "int", Codecs.INT),
                        each -> each.number,
                        (each, value) -> each.number = value)
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

    /** Commands that show hostile text, or are given it: {@code %s} is a directory. */
    static Stream<String> commands() {
        return Stream.of(
                "list",
                "list --json",
                "list --status \u001b[2J",
                "list --parameter \u001b[2J=\u202e",
                "list --\u001b[2J",
                "list --limit \u001b[2J",
                "list --datastore \u001b[2J",
                "show",
                "show --json",
                "show latest",
                "show latest --json",
                "show latest --debug",
                "show latest/start",
                "show latest/start --json",
                "show latest/start/start",
                "show latest/start/text",
                "show \u001b[2J/latest",
                "show latest/\u001b[2J",
                "show latest/start/\u202e",
                "dump latest/start",
                "dump latest/start --json",
                "dump latest/start --format csv",
                "dump latest/start --format jsonl",
                "dump latest/start --artifact \u001b[2J",
                "dump latest/start/text --format csv",
                "dump latest/start/text --format jsonl",
                "diff latest",
                "diff latest --json",
                "diff latest \u202e",
                "graph",
                "graph latest",
                "graph latest --format mermaid",
                "graph latest --format dot",
                "graph latest --json",
                "graph --format \u202e",
                "files latest",
                "files latest --json",
                "files latest --to %s/copies",
                "files latest \u001b[2J",
                "logs latest",
                "logs latest --json",
                "logs latest --follow",
                "logs latest --stream \u001b[2J",
                "tag latest",
                "tag latest --json",
                "tag latest --add \u001b[2J",
                "replay latest/start",
                "replay latest/start --debug",
                "replay latest/\u202e",
                "report latest --output -",
                "report latest --output %s/\u202etxt.html",
                "report latest --output %s/no/\u001b[2J",
                "run",
                "run --debug",
                "run --tag fail",
                "run --tag fail --debug",
                "run --help",
                "run --label \u001b[2J\u202e",
                "run --number \u001b[2J\u202e",
                "run --params \u001b[2J",
                "run --engine \u001b[2J",
                "run --isolation \u001b[2J",
                "run --run-id \u001b[2J",
                "run --max-iterations \u001b[2J=1",
                "resume latest",
                "resume latest --debug",
                "resume \u202e",
                "check",
                "check latest",
                "check latest --json",
                "check --number \u202e",
                "step latest/start",
                "step latest/start --debug",
                "step latest/\u202e",
                "attach latest",
                "attach latest --debug",
                "worker",
                "worker --engine \u001b[2J",
                "stop latest",
                "stop \u001b[2J",
                "gc --keep-last 1 --dry-run",
                "gc --keep-tag \u001b[2J --dry-run",
                "verify",
                "verify --json",
                "verify \u001b[2J",
                "backup %s/\u202etxt",
                "backup %s",
                "export latest --to %s/\u202etxt",
                "export latest --to %s/no/\u001b[2J",
                "import \u001b[2J",
                "import %s/text",
                "delete latest",
                "delete \u001b[2J",
                "completion",
                "completion --name \u001b[2J",
                "\u001b[2J",
                "--help");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void noCommandPrintsAControlCharacter(String command) throws IOException {
        Files.writeString(directory.resolve("text"), HOSTILE.replace("\ud800", ""));
        for (String tag : List.of("pass", "fail")) {
            run(tag);
            console.type(flow, command.replace("%s", directory.toString()).split(" "));

            String printed = console.out() + console.err();
            assertThat(printed).isNotEmpty();
            assertThat(printed.codePoints()
                            .filter(character -> character != '\n' && character != '\t')
                            .filter(character -> Character.isISOControl(character)
                                    || Character.getType(character) == Character.FORMAT
                                    || Character.getType(character) == Character.LINE_SEPARATOR
                                    || Character.getType(character) == Character.SURROGATE)
                            .mapToObj(Integer::toHexString))
                    .isEmpty();
        }
    }

    @Test
    void noCommandIsLeftOut() {
        Set<String> attacked = commands().map(command -> command.split(" ")[0]).collect(Collectors.toSet());

        assertThat(attacked).containsAll(EveryCommandTest.all().toList());
    }

    @Test
    void helpShowsTextsAsTheyAre() {
        console.type(flow, "run", "--help");

        String help = console.out().replaceAll("\\s+", ""); // its lines are broken anywhere
        assertThat(help)
                .contains("and" + (SHOWN + ";default" + SHOWN).replace(" ", ""))
                .contains("100%of" + SHOWN.replace(" ", "") + ".");
    }

    @Test
    void whatIsShownSaysWhatWasThere() {
        console.type(flow, "list");
        assertThat(console.out())
                .endsWith(
                        "  pass, tag \\u001b[2J\\u001b]0;owned\\u0007\\u202etxt\\u000d\\u000asecond \\u009b31m\\u007f?\n");

        console.type(flow, "dump", "latest/start");
        assertThat(console.out())
                .contains(
                        "  text: String = \"\\u001b[2J\\u001b]0;owned\\u0007\\u202etxt\\u000d\\nsecond \\u009b31m\\u007f\"\n");
    }

    @Test
    void jsonSaysExactlyWhatWasThere() {
        console.type(flow, "show", "--json");
        assertThat(ParsedJson.at(console.out(), "documentation"))
                .isEqualTo("Does " + HOSTILE + " 100% of " + MARKED + ".");
        assertThat(ParsedJson.at(console.out(), "steps", 0, "documentation")).isEqualTo(HOSTILE);

        console.type(flow, "dump", "latest/start", "--json");
        assertThat(ParsedJson.at(console.out(), "tasks", 0, "artifacts", "text", "value"))
                .isEqualTo(HOSTILE.replace("\ud800", ""));
    }
}
