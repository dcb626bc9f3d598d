package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.engine.flows.FakeClock;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every command as a process of its own: what it prints, and how it ends, where all goes well and after each mistake that people make.
 * Each command has a store for itself, with a run that succeeded and, before it, one that failed.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EveryCommandProcessTest {
    private static final String URL = "temporal://localhost:7233/default/flows";

    @TempDir
    private static Path shared;

    private static String succeeded;
    private static String failed;

    @TempDir
    private Path directory;

    /**
     * A command and how it ends.
     *
     * @param typed what is typed; {@code $failed} is the id of the run that failed, {@code $dir} a directory of its own
     * @param out a pattern of all of its standard output
     * @param err a pattern of all of its standard error
     */
    private record Row(String typed, int status, String out, String err) {
        String name() {
            return typed.split(" ")[0];
        }
    }

    /** What a process printed, and how it ended. */
    private record Ended(Row row, int status, String out, String err) {}

    private static Row ok(String typed, String out) {
        return new Row(typed, ExitStatus.OK, out, "");
    }

    private static Row wrong(String typed, String err) {
        return new Row(typed, ExitStatus.USAGE, "", err);
    }

    private static Row ends(int status, String typed, String err) {
        return new Row(typed, status, "", err);
    }

    /** All commands, each of which does what it is there for; those that need what is missing here say so. */
    private static List<Row> commands() {
        String run = "Sums/" + succeeded;
        return List.of(
                new Row(
                        "run --factor 3",
                        ExitStatus.OK,
                        "run Sums/\\S+ started in file:.*\\n(.*\\n)*run Sums/\\S+ succeeded in .*\\nread it back: .* show Sums/\\S+ --datastore .*\\n",
                        "(step .*\\n)*"),
                new Row(
                        "resume $failed --factor 2",
                        ExitStatus.OK,
                        "run Sums/\\S+ resumes run Sums/" + failed
                                + " in file:.*\\n(.*\\n)*run Sums/\\S+ succeeded in .*\\n.*\\n",
                        "(step .*\\n)*"),
                ok(
                        "check $failed",
                        "flow Sums\\n(.*\\n)*resume of run Sums/" + failed + "\\n(.*\\n)*  end: had not run\\n"),
                ok("list", "run +status .*\\n" + run + "  succeeded .*\\nSums/" + failed + "  failed .*\\n"),
                ok("show latest/work/0", "task " + run + "/work/0\\n(.*\\n)*  product  double  .*  2\\.0\\n(.*\\n)*"),
                ok("dump latest/join/sum", run + "/join\\n  sum: double = 12\\.0\\n"),
                ok(
                        "diff latest",
                        "diff Sums/" + failed + " " + run + "\\n\\nparameters\\n  factor  13\\.0 -> 2\\.0\\n(.*\\n)*"),
                ok("graph", "start\\n(.*\\n)*end\\n"),
                ok("files latest", "Run " + run + " has no files\\.\\n"),
                ok("tag latest --add keep", "Run " + run + " has the tags: keep\\n"),
                ok(
                        "logs latest/work/1",
                        "\\S+ \\S+ \\[" + run + "/work/1\\] failed: .* no luck with 2; retry 1 of 1 follows\\n"),
                ok(
                        "replay latest/work/0",
                        "attempt 0 of task " + run + "/work/0 runs once more\\n.*left what it had left then\\n"),
                ok(
                        "report latest --output $dir/report.html",
                        "Wrote the report of run " + run + " to .*report\\.html \\(.*\\)\\.\\n"),
                ok("stop latest", "Run " + run + " has ended already\\.\\n"),
                ok("attach latest", "(.*\\n)*run " + run + " succeeded\\n"),
                wrong("worker --engine " + URL, "`" + URL + "` needs an artifact that is not on the class path: .*\\n"),
                ok("step latest/start", "attempt 0 of task " + run + "/start finished\\.\\n"), // long ago
                ok("delete latest", "Deleted run " + run + "\\.\\n"),
                ok("gc --keep-last 1", "(.*\\n)*Deleted .*\\n"),
                ok("verify", "Read 2 runs, .*: no problem found\\.\\n"),
                ok("backup $dir/copy", "Copied file:.* to file:.*/copy\\.\\n"),
                ok("export latest --to $dir/run.tar.zst", "Exported run " + run + "\\.\\nWrote .*\\n"),
                ok(
                        "import $shared/run.tar.zst --datastore file:$dir/other",
                        "Imported run " + run + " into file:.*/other\\.\\n"),
                ok("completion --name sums", "#!/usr/bin/env bash\\n(.*\\n)*"));
    }

    @BeforeAll
    static void prepare() {
        Sums sums = new Sums(new FakeClock());
        Path store = shared.resolve("store");
        failed = sums.run(store, 13);
        succeeded = sums.run(store, 2);
        Console console = new Console(new FakeClock()).in(store);
        assertThat(console.type(
                        sums.flow(),
                        "export",
                        "latest",
                        "--to",
                        shared.resolve("run.tar.zst").toString()))
                .isEqualTo(ExitStatus.OK);
    }

    @Test
    void noCommandIsLeftOut() {
        Set<String> names = commands().stream().map(Row::name).collect(Collectors.toSet());

        assertThat(names)
                .containsExactlyInAnyOrderElementsOf(EveryCommandTest.all().toList());
    }

    @Test
    void eachDoesWhatItIsThereFor() throws Exception {
        check(commands());
    }

    @Test
    void anUnknownOptionIsWrongUsage() throws Exception {
        check(commands().stream()
                .map(row -> wrong(
                        row.typed() + " --no-such-option",
                        "`--no-such-option` is unknown here\\..* Try --help: Sums_FlowRunner " + row.name()
                                + " --help\\n"))
                .toList());
    }

    @Test
    void anUnknownRunIsWrongUsage() throws Exception {
        String err =
                "there is no run Sums/zzzzzzzz in file:.*\\. The newest runs of flow `Sums`: " + succeeded + ".*\\n";
        List<Row> rows = new ArrayList<>(Stream.of(
                        "resume zzzzzzzz",
                        "check zzzzzzzz",
                        "show zzzzzzzz",
                        "dump zzzzzzzz/work",
                        "diff zzzzzzzz",
                        "graph zzzzzzzz",
                        "files zzzzzzzz",
                        "tag zzzzzzzz --add x",
                        "logs zzzzzzzz",
                        "replay zzzzzzzz/work/0",
                        "report zzzzzzzz",
                        "stop zzzzzzzz",
                        "attach zzzzzzzz",
                        "delete zzzzzzzz",
                        "export zzzzzzzz --to $dir/file")
                .map(typed -> wrong(typed, err))
                .toList());
        rows.add(ends(ExitStatus.NOT_WORTH_RETRYING, "step zzzzzzzz/start", err));
        check(rows);
    }

    @Test
    void anUnknownStepIsWrongUsage() throws Exception {
        String err = "(run Sums/\\S+|flow Sums) has no step `wrok`\\. Did you mean `work`\\?.*\\n";
        List<Row> rows = new ArrayList<>(Stream.of(
                        "show latest/wrok",
                        "show latest/wrok/1",
                        "dump latest/wrok",
                        "dump latest/wrok/product",
                        "logs latest/wrok",
                        "replay latest/wrok/0",
                        "resume $failed --from-step wrok",
                        "check $failed --from-step wrok")
                .map(typed -> wrong(typed, err))
                .toList());
        rows.add(wrong("run --max-iterations wrok=3", "flow Sums has no step `wrok`\\.\\n")); // no step of it can loop
        rows.add(ends(
                ExitStatus.NOT_WORTH_RETRYING, "step latest/wrok", "run Sums/\\S+ has ended \\(succeeded\\), .*\\n"));
        check(rows);
    }

    /** Where the classes of the flow are not on the class path, what is stored can be read all the same. */
    @Test
    void withoutTheClassesOfTheFlowOnlyWhatNeedsThemIsRefused() throws Exception {
        String notFound = "`Sums` was not found: there is no flow on the class path\\. .*\\n";
        Map<String, Row> refused = Map.of(
                "run", wrong("run Sums", notFound),
                "resume", wrong("resume Sums $failed", notFound),
                "check", wrong("check Sums", notFound),
                "replay", wrong("replay latest/work/0", "flow `Sums` is not on the class path.*\\n"),
                "worker", wrong("worker --engine " + URL, "there is no flow on the class path, .*\\n"),
                "step",
                        ends(
                                ExitStatus.NOT_WORTH_RETRYING,
                                "step Sums/latest/start",
                                "this program has no flow `Sums`\\.\\n"),
                "graph", ok("graph Sums", "start\\n(.*\\n)*end\\n"));
        check(
                Main.class,
                commands().stream()
                        .map(row -> refused.getOrDefault(row.name(), row))
                        .toList());
    }

    @Test
    void aDamagedDatastoreIsAFailureThatIsToldOf() throws Exception {
        Set<String> without = Set.of("graph", "import", "completion", "worker");
        check(
                SumsProcess.class,
                commands().stream()
                        .filter(row -> !without.contains(row.name()))
                        .map(row -> ends(
                                row.name().equals("step") ? ExitStatus.SURROUNDINGS_FAILED : ExitStatus.FAILED,
                                row.typed(),
                                ".*damaged.*\\n"))
                        .toList(),
                EveryCommandProcessTest::damage,
                true);
    }

    /** As before {@code | head}, which ends before the command does. */
    @Test
    void aClosedPipeIsNoFailure() throws Exception {
        check(
                SumsProcess.class,
                commands().stream()
                        .map(row -> new Row(row.typed(), row.status(), "", row.err()))
                        .toList(),
                store -> {},
                false);
    }

    private static void damage(Path store) throws IOException {
        Path database = store.resolve("store.db");
        byte[] bytes = Files.readAllBytes(database);
        for (int i = 4096; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31); // all but the first page
        }
        Files.write(database, bytes);
    }

    /** What happens to a store before a command uses it. */
    @FunctionalInterface
    private interface Accident {
        void happenTo(Path store) throws IOException;
    }

    private void check(List<Row> rows) throws Exception {
        check(SumsProcess.class, rows);
    }

    private void check(Class<?> program, List<Row> rows) throws Exception {
        check(program, rows, store -> {}, true);
    }

    private void check(Class<?> program, List<Row> rows, Accident accident, boolean isRead) throws Exception {
        List<Callable<Ended>> processes = new ArrayList<>();
        for (Row row : rows) {
            Path own = Files.createDirectory(directory.resolve(String.valueOf(processes.size())));
            processes.add(() -> type(program, row, own, accident, isRead));
        }
        SoftAssertions all = new SoftAssertions();
        for (Ended ended : execute(processes)) {
            String typed = ended.row().typed();
            all.assertThat(ended.err())
                    .as("standard error of %s", typed)
                    .matches(ended.row().err());
            all.assertThat(ended.out())
                    .as("standard output of %s", typed)
                    .matches(ended.row().out());
            all.assertThat(ended.status())
                    .as("status of %s", typed)
                    .isEqualTo(ended.row().status());
        }
        all.assertAll();
    }

    private static List<Ended> execute(List<Callable<Ended>> processes)
            throws InterruptedException, ExecutionException {
        ExecutorService executor =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Ended> ended = new ArrayList<>();
            for (Future<Ended> each : executor.invokeAll(processes)) {
                ended.add(each.get());
            }
            return ended;
        } finally {
            executor.shutdownNow();
        }
    }

    private static Ended type(Class<?> program, Row row, Path own, Accident accident, boolean isRead) throws Exception {
        Path store = copy(shared.resolve("store"), own.resolve("store"));
        accident.happenTo(store);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:+IgnoreUnrecognizedVMOptions",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        for (String word : row.typed().split(" ")) {
            command.add(word.replace("$failed", failed)
                    .replace("$shared", shared.toString())
                    .replace("$dir", own.toString()));
        }
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(own.toFile())
                .redirectError(own.resolve("err").toFile());
        builder.environment().put("CAIRN_RUN_DATASTORE", "file:" + store);
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        String out = "";
        try (InputStream output = process.getInputStream()) {
            if (isRead) {
                out = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
        return new Ended(row, process.waitFor(), out, Files.readString(own.resolve("err")));
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path each : files.toList()) {
                Files.copy(each, to.resolve(from.relativize(each).toString()));
            }
        }
        return to;
    }
}
