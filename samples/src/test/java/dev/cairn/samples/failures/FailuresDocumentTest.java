package dev.cairn.samples.failures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.client.Cairn;
import dev.cairn.client.Run;
import dev.cairn.client.Task;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunId;
import dev.cairn.samples.JavaProcess;
import dev.cairn.view.RunStates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/failures.md}: what its table says of each failure, happens. */
@DisabledOnOs(OS.WINDOWS)
class FailuresDocumentTest {
    private static final Path PAGE = Path.of("..", "docs", "failures.md");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    /** What each row is about, as {@link Harm} knows it. */
    private static final Map<String, String> HARM = Map.ofEntries(
            Map.entry("throws an exception", "throw"),
            Map.entry("throws an exception whose `getMessage` throws", "throw-mute"),
            Map.entry("`StackOverflowError`", "overflow"),
            Map.entry("`OutOfMemoryError`, for an array that is too large", "memory"),
            Map.entry("fills the heap, and keeps it full", "fill"),
            Map.entry("ignores interrupts, longer than its `@Timeout`", "slow deaf"),
            Map.entry("blocks on a socket, longer than its `@Timeout`", "slow socket"),
            Map.entry("the process gets `SIGTERM`", "term"),
            Map.entry("the process gets `SIGTERM`, and the step ignores interrupts", "term-deaf"),
            Map.entry("the process gets `SIGTERM`, and the step blocks on a socket", "term-socket"),
            Map.entry("calls `System.exit(0)`", "exit"),
            Map.entry("calls `Runtime.halt(3)`", "halt"),
            Map.entry("the native code of a library crashes", "crash"),
            Map.entry("the process is killed, by `kill -9` for example", "kill"),
            Map.entry("leaves threads behind", "threads"),
            Map.entry("deletes the datastore", "delete"));

    @TempDir
    private Path parent;

    /**
     * A row of the table.
     *
     * @param exit the exit status of the run
     * @param stored how the run is stored, or {@code nothing}
     * @param says what is printed, among other things
     * @param runs the tasks that run when it is resumed; empty if it cannot be
     */
    private record Row(String name, int exit, String stored, List<String> says, List<String> runs) {}

    private static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String line : Files.readAllLines(PAGE)) {
            String[] cells = line.split(" ?\\| ?");
            if (cells.length == 6 && cells[2].matches("[0-9]+")) {
                rows.add(new Row(cells[1], Integer.parseInt(cells[2]), cells[3], code(cells[4]), code(cells[5])));
            }
        }
        return rows;
    }

    private static List<String> code(String cell) {
        return CODE.matcher(cell)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    @Test
    void eachHarmHasItsRow() throws IOException {
        assertThat(rows().stream().map(Row::name)).containsExactlyInAnyOrderElementsOf(HARM.keySet());
    }

    /** Most of them wait for one another's processes, so a few are checked at once. */
    @TestFactory
    Stream<DynamicTest> eachRowIsTrue() throws IOException {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        Map<String, Future<Row>> checks = new LinkedHashMap<>();
        for (Row row : rows()) {
            checks.put(row.name(), threads.submit(() -> {
                check(row);
                return row;
            }));
        }
        threads.shutdown();
        return checks.entrySet().stream()
                .map(check -> DynamicTest.dynamicTest(check.getKey(), () -> await(check.getValue())));
    }

    private static void await(Future<Row> check) throws Exception {
        try {
            check.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause().getMessage(), e.getCause());
        }
    }

    private void check(Row row) throws IOException, InterruptedException {
        String harm = HARM.get(row.name());
        Path directory = Files.createDirectory(parent.resolve(harm.replace(' ', '-')));
        Path store = directory.resolve("store");
        boolean slow = harm.startsWith("slow ");
        JavaProcess.Result result = run(
                directory,
                "run",
                "--quiet",
                slow ? "--slow" : "--harm",
                slow ? harm.substring("slow ".length()) : harm,
                "--directory",
                store.toString());

        String printed = result.output() + result.errors();
        assertThat(result.exitStatus()).as(printed).isEqualTo(row.exit());
        assertThat(row.says())
                .allSatisfy(text -> assertThat(printed.replace("`", "")).contains(text));
        if (row.stored().equals("nothing")) {
            assertThat(store).doesNotExist();
            return;
        }
        String run = stored(store, row.stored());
        boolean died = row.stored().equals("died");
        if (died) {
            age(store, run, 0);
            assertThat(run(directory, "resume").errors()).contains("is still running");
            age(store, run, 60);
        }
        if (!row.runs().isEmpty()) {
            if (!died) {
                assertThat(lastLine(result.output()))
                        .isEqualTo("resume it: HurtingRunner resume Hurting/" + run + " --datastore file:" + store);
            }
            JavaProcess.Result resumed = run(directory, "resume", run, "--harm", "none", "--slow", "none");
            assertThat(resumed.exitStatus())
                    .as(resumed.output() + resumed.errors())
                    .isZero();
            assertThat(executed(store)).isEqualTo(row.runs());
        } else {
            JavaProcess.Result resumed = run(directory, "resume", run);
            assertThat(resumed.exitStatus())
                    .as(resumed.output() + resumed.errors())
                    .isNotZero();
        }
    }

    private static JavaProcess.Result run(Path directory, String command, String... arguments)
            throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(command, "--datastore", "file:" + directory.resolve("store")));
        all.addAll(List.of(arguments));
        return new JavaProcess(directory, List.of("-Xmx64m"))
                .run(HurtingRunner.class.getName(), all.toArray(String[]::new));
    }

    private static String lastLine(String text) {
        List<String> lines = text.lines().toList();
        return lines.get(lines.size() - 1);
    }

    /** The newest run, which is stored as it should be; one whose process has gone without a word will have died. */
    private static String stored(Path store, String expected) {
        try (Datastore datastore = Datastore.of("file:" + store)) {
            Run run = Cairn.open(datastore).flow("Hurting").latest();
            String word = RunStates.word(run.state());
            assertThat(word.equals("running") ? "died" : word).isEqualTo(expected);
            return run.id();
        }
    }

    /** As if the last sign of life of a run had been given so many seconds ago, however long its process took to end. */
    private static void age(Path store, String run, int seconds) {
        try (Datastore datastore = Datastore.of("file:" + store)) {
            datastore.runs().heartbeat(new RunId(run), Instant.now().minusSeconds(seconds));
            assertThat(RunStates.word(
                            Cairn.open(datastore).flow("Hurting").run(run).state()))
                    .isEqualTo(seconds == 0 ? "running" : "died");
        }
    }

    private static List<String> executed(Path store) {
        try (Datastore datastore = Datastore.of("file:" + store);
                Stream<Task> attempts =
                        Cairn.open(datastore).flow("Hurting").latest().attempts()) {
            return attempts.filter(task -> task.origin().isEmpty())
                    .map(Task::id)
                    .toList();
        }
    }
}
