package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.Sums.Flow;
import dev.cairn.engine.ProcessEnd;
import dev.cairn.engine.flows.FakeClock;
import dev.cairn.engine.flows.TestFlow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every command does about the mistakes that people make: a sentence or two, an exit status, and nothing else. */
class EveryCommandTest {
    private static final FakeClock CLOCK = new FakeClock();

    @TempDir
    private Path directory;

    private final Sums sums = new Sums(CLOCK);
    private final TestFlow<Flow> flow = sums.flow();
    private Console console;
    private Path store;
    private String run;

    @BeforeEach
    void run() {
        store = directory.resolve("store");
        console = new Console(CLOCK).in(store);
        sums.run(store, 2);
        run = sums.run(store, 2);
    }

    static Stream<String> all() {
        return made().stream();
    }

    /** The commands that are made where this was typed. */
    private static Set<String> made(String... arguments) {
        return FlowCommands.of(
                        new Sums(CLOCK).flow(),
                        new Surroundings(Terminal.ofProcess(), Map.of(), null, CLOCK, ProcessEnd.LEAVE),
                        arguments)
                .getSubcommands()
                .keySet();
    }

    @Test
    void onlyTheOneThatIsTypedIsMade() {
        assertThat(made("show", "latest")).containsExactly("show");
        assertThat(made("run")).containsExactly("run");
        for (String other : new String[] {"completion", "--help", "shwo", "Show", ""}) {
            assertThat(made(other)).as(other).isEqualTo(made()).hasSize(24);
        }
    }

    private int type(String command) {
        return console.type(flow, command.split(" "));
    }

    /** One or two sentences for people, and none of the inside. */
    private void assertSaysWhy(String command) {
        assertThat(console.err())
                .as(command)
                .isNotBlank()
                .doesNotContain("\tat ", "This should not happen", "java.", "Exception")
                .hasLineCount(1);
        assertThat(console.out()).as(command).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void explainsItself(String command) {
        assertThat(type(command + " --help")).isEqualTo(ExitStatus.OK);
        assertThat(console.out()).startsWith("Usage: ").contains(" " + command + " ");
        assertThat(console.err()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void refusesAnOptionThatItDoesNotHave(String command) {
        assertThat(type(command + " --no-such-option")).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err())
                .matches("(?s)(`--no-such-option` is unknown here\\.|`" + command + "` needs <).*")
                .contains("Try --help: ")
                .hasLineCount(1);
        assertThat(console.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "show %s",
                "show %s/work",
                "dump %s/work",
                "diff %s",
                "diff latest %s",
                "graph %s",
                "files %s",
                "logs %s",
                "tag %s --add x",
                "stop %s",
                "delete %s",
                "delete latest %s",
                "export %s --to file",
                "replay %s/work/0",
                "resume %s"
            })
    void unknownRunIsWrongUsage(String command) {
        String typed = command.formatted("zzzzzzzz");

        assertThat(type(typed)).as(typed).isEqualTo(ExitStatus.USAGE);
        assertSaysWhy(typed);
        assertThat(console.err())
                .startsWith(
                        "there is no run Sums/zzzzzzzz in file:" + store + ". The newest runs of flow `Sums`: " + run);
        type("list");
        assertThat(console.out()).hasLineCount(3); // nothing was deleted
    }

    @ParameterizedTest
    @ValueSource(strings = {"show latest/wrok", "dump latest/wrok", "logs latest/wrok", "replay latest/wrok/0"})
    void unknownStepIsWrongUsage(String command) {
        assertThat(type(command)).isEqualTo(ExitStatus.USAGE);
        assertSaysWhy(command);
        assertThat(console.err())
                .isEqualTo("run Sums/" + run + " has no step `wrok`. Did you mean `work`? Its steps: start, work, join,"
                        + " end.\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "show a//b",
                "dump a//b",
                "diff a//b",
                "graph a//b",
                "files a//b",
                "logs a//b",
                "tag a//b",
                "stop a//b",
                "replay a//b"
            })
    void whatIsNoNameIsWrongUsageEvenWithoutADatastore(String command) {
        String none = "file:" + directory.resolve("none");

        assertThat(type(command + " --datastore " + none)).isEqualTo(ExitStatus.USAGE);
        assertSaysWhy(command);
        assertThat(console.err())
                .isEqualTo("`a//b` is not a pathspec, which looks like flow/run/step/task, such as"
                        + " ModelSelection/latest/train/3.\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "list",
                "show latest",
                "dump latest/work",
                "diff latest",
                "graph latest",
                "files latest",
                "logs latest",
                "tag latest",
                "stop latest",
                "delete latest",
                "gc",
                "verify",
                "backup %s/copy",
                "export latest --to %s/file",
                "replay latest/work/0",
                "resume latest"
            })
    void withoutADatastoreNothingIsMade(String command) throws IOException {
        Path none = directory.resolve("none");
        String typed = command.formatted(directory) + " --datastore file:" + none;

        assertThat(type(typed)).as(typed).isEqualTo(ExitStatus.USAGE);
        assertSaysWhy(typed);
        assertThat(console.err()).startsWith("there is no datastore at `file:" + none + "`");
        try (Stream<Path> left = Files.list(directory)) {
            assertThat(left).containsExactly(store);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "list",
                "show latest",
                "show latest/work",
                "dump latest/work",
                "diff latest",
                "graph latest",
                "files latest",
                "logs latest",
                "tag latest --add x",
                "stop latest",
                "delete latest",
                "gc",
                "verify",
                "backup %s/copy",
                "export latest --to %s/file",
                "replay latest/work/0",
                "resume latest"
            })
    void damagedDatastoreIsAFailureThatIsToldOf(String command) throws IOException {
        Path database = store.resolve("store.db");
        byte[] bytes = Files.readAllBytes(database);
        for (int i = 4096; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31); // all but the first page
        }
        Files.write(database, bytes);
        String typed = command.formatted(directory);

        assertThat(type(typed)).as(typed).isEqualTo(ExitStatus.FAILED);
        assertThat(console.err() + console.out())
                .as(typed)
                .contains("damaged")
                .doesNotContain("\tat ", "This should not happen", "Exception");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "list",
                "list Sums --status succeeded",
                "show",
                "show Sums",
                "show latest",
                "show latest/work",
                "show latest/work/1",
                "show latest/work/1/product",
                "dump latest/work",
                "diff latest",
                "graph Sums",
                "graph latest",
                "files latest",
                "logs latest",
                "tag latest --add x",
                "stop latest",
                "verify",
                "delete latest"
            })
    void readsRunsOfFlowsThatAreNotOnTheClassPath(String command) {
        assertThat(console.type(List.of(), command.split(" ")))
                .as(console.err())
                .isEqualTo(ExitStatus.OK);
        assertThat(console.err()).isEmpty();
    }

    @Test
    void whatNeedsTheCodeSaysSo() {
        assertThat(console.type(List.of(), "replay", "latest/work/0")).isEqualTo(ExitStatus.USAGE);
        assertSaysWhy("replay");
        assertThat(console.err()).startsWith("flow `Sums` is not on the class path");
        for (String command : List.of("run Sums", "resume Sums")) {
            assertThat(console.type(List.of(), command.split(" "))).isEqualTo(ExitStatus.USAGE);
            assertThat(console.err()).startsWith("`Sums` was not found: there is no flow on the class path.");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "list --status done",
                "list --since tomorrow",
                "list --until 2026-13-01",
                "list --parameter factor",
                "list --parameter fctor=1",
                "list --parameter factor=x",
                "list --limit many",
                "show --limit 0",
                "diff latest --limit -1",
                "diff latest --fields 0",
                "graph --format svg",
                "dump latest/work --format xml",
                "dump latest/work --head x",
                "run --params none.json",
                "run --max-workers 0",
                "completion --name a/b"
            })
    void wrongValueOfAnOptionIsNamed(String command) {
        assertThat(type(command)).as(command).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err())
                .as(command)
                .isNotBlank()
                .doesNotContain("\tat ")
                .hasLineCount(1);
        assertThat(console.out()).isEmpty();
    }

    @Test
    void conditionsOfListAreMetByWhatItShows() {
        List<String> commands = new ArrayList<>(List.of(
                "list --parameter factor=2 --status succeeded --until 2027-01-01",
                "list --parameter factor=2.0 --since 2026-11-23T12:00:04Z"));
        type(commands.get(0));
        assertThat(console.out()).hasLineCount(3);
        type(commands.get(1));
        assertThat(console.out()).hasLineCount(2).contains(run);
        type("list --since 1m");
        assertThat(console.out()).contains(run);
        type("list --parameter factor=3 --status failed");
        assertThat(console.out())
                .isEqualTo("There is no run of flow `Sums` with status `failed` with parameter `factor=3` in file:"
                        + store + ".\n");
    }
}
