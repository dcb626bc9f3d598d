package dev.cairn.cli;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.FileRecord;
import dev.cairn.datastore.RunId;
import dev.cairn.engine.flows.FakeClock;
import dev.cairn.engine.flows.TestFlow;
import dev.cairn.engine.flows.TestRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code files}: it lists, and it never writes outside the directory that it is given. */
class FilesCommandTest {
    @TempDir
    private Path directory;

    private final FakeClock clock = new FakeClock();
    private final Map<String, String> stored = new LinkedHashMap<>();
    private final TestFlow<Flow> flow = TestFlow.of("Filing", Flow.class, Flow::new)
            .step(
                    end("start"),
                    (each, task) -> stored.forEach((key, text) -> task.context()
                            .files()
                            .put(key, output -> output.write(text.getBytes(StandardCharsets.UTF_8)))))
            .build();
    private Console console;
    private Path target;

    /** The flow class. */
    static final class Flow {}

    @BeforeEach
    void prepare() {
        console = new Console(clock).in(directory.resolve("store"));
        target = directory.resolve("out").resolve("here");
    }

    private String run(String... keysAndTexts) {
        for (int i = 0; i < keysAndTexts.length; i += 2) {
            stored.put(keysAndTexts[i], keysAndTexts[i + 1]);
        }
        try (Datastore datastore = Datastore.of("file:" + directory.resolve("store"))) {
            return TestRun.of(flow).datastore(datastore).clock(clock).run().id();
        }
    }

    /** What is below a directory, with its content. */
    private static Map<String, String> below(Path root) throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                try {
                    found.put(root.relativize(file).toString(), Files.readString(file));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return found;
    }

    @Test
    void listsFilesByKey() {
        String run = run("model.bin", "12345", "charts/loss.svg", "<svg/>");

        assertThat(console.type(flow, "files", "latest")).isEqualTo(ExitStatus.OK);
        assertThat(console.out()).isEqualTo("""
                file                size  stored
                charts/loss.svg  6 bytes  2026-11-23 12:00:00 +00:00
                model.bin        5 bytes  2026-11-23 12:00:00 +00:00
                """);
        console.type(flow, "files", run, "model.bin", "--json");
        assertThat(ParsedJson.of(console.out()))
                .isEqualTo(Map.of(
                        "pathspec",
                        "Filing/" + run,
                        "files",
                        List.of(Map.of(
                                "key",
                                "model.bin",
                                "size",
                                5,
                                "sha",
                                "5994471abb01112afcc18159f6cc74b4f511b99806da59b3caf5a9c173cacfc5",
                                "storedAt",
                                "2026-11-23T12:00:00Z"))));
    }

    @Test
    void copiesFilesIntoFolders() throws IOException {
        run("model.bin", "12345", "charts/loss.svg", "<svg/>");

        assertThat(console.type(flow, "files", "latest", "--to", target.toString()))
                .isEqualTo(ExitStatus.OK);
        assertThat(console.out()).contains(target.resolve("charts/loss.svg").toString());
        assertThat(below(target)).isEqualTo(Map.of("model.bin", "12345", "charts/loss.svg", "<svg/>"));
    }

    @Test
    void copiesOnlyTheFilesThatAreNamed() throws IOException {
        run("a", "1", "b", "2");

        console.type(flow, "files", "latest", "b", "--to", target.toString());
        assertThat(below(target)).isEqualTo(Map.of("b", "2"));
    }

    @Test
    void noKeyLeadsOutOfTheDirectory() throws IOException {
        List<String> hostile = List.of(
                "../evil",
                "../../evil",
                "/etc/evil",
                "a/../../../evil",
                "b/..",
                ".",
                "a//b",
                "c/",
                "C:\\evil",
                "..\\evil",
                "con",
                "NUL.txt",
                "a\u0000b",
                "line\nbreak",
                "\u001b[2J",
                "\u202egnp.exe",
                "100%",
                "%2E%2E",
                "trailing.",
                "dir/.",
                "-rf",
                "~",
                "\ud83d\ude00");
        for (String key : hostile) {
            stored.put(key, "of " + key);
        }
        run();

        assertThat(console.type(flow, "files", "latest", "--to", target.toString()))
                .as(console.err())
                .isEqualTo(ExitStatus.OK);
        Map<String, String> copies = below(target);
        assertThat(copies).hasSize(hostile.size());
        assertThat(copies.values())
                .containsExactlyInAnyOrderElementsOf(
                        hostile.stream().map(key -> "of " + key).toList());
        assertThat(below(directory.resolve("out"))).hasSameSizeAs(copies); // nothing beside it
        assertThat(copies)
                .containsEntry(".%2E/evil", "of ../evil")
                .containsEntry("%/etc/evil", "of /etc/evil")
                .containsEntry("100%25", "of 100%")
                .containsEntry("co%6E", "of con")
                .containsEntry("C%3A%5Cevil", "of C:\\evil");
        assertThat(console.out()).doesNotContain("\u001b", "\u202e", "\u0000");
    }

    @Test
    void linksBelowTheDirectoryAreNotFollowed() throws IOException {
        run("a/b", "1", "c", "2");
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        Files.createDirectories(target);
        Files.createSymbolicLink(target.resolve("a"), elsewhere);

        assertThat(console.type(flow, "files", "latest", "a/b", "--to", target.toString()))
                .isEqualTo(ExitStatus.USAGE);
        assertThat(console.err())
                .isEqualTo("`" + target.resolve("a") + "` exists, and no file is overwritten. Name another directory"
                        + " with --to.\n");
        Files.createSymbolicLink(target.resolve("c"), elsewhere.resolve("c"));
        assertThat(console.type(flow, "files", "latest", "c", "--to", target.toString()))
                .isEqualTo(ExitStatus.USAGE);
        assertThat(below(elsewhere)).isEmpty();
    }

    @Test
    void nothingIsOverwritten() throws IOException {
        run("a", "new");
        Files.createDirectories(target);
        Files.writeString(target.resolve("a"), "old");

        assertThat(console.type(flow, "files", "latest", "--to", target.toString()))
                .isEqualTo(ExitStatus.USAGE);
        assertThat(below(target)).isEqualTo(Map.of("a", "old"));
    }

    @Test
    void damagedFileLeavesNoCopy() throws IOException {
        String run = run("a", "x".repeat(300_000));
        try (Datastore datastore = Datastore.of("file:" + directory.resolve("store"));
                Stream<FileRecord> files = datastore.runs().files(new RunId(run), "")) {
            datastore.blobs().delete(files.findFirst().orElseThrow().content().address());
        }

        assertThat(console.type(flow, "files", "latest", "--to", target.toString()))
                .isEqualTo(ExitStatus.FAILED);
        assertThat(console.err()).startsWith("there is no blob ");
        assertThat(below(target)).isEmpty();
    }

    @Test
    void whatIsNotThereIsNamed() {
        String run = run("model.bin", "1");

        assertThat(console.type(flow, "files", "latest", "modle.bin", "--to", target.toString()))
                .isEqualTo(ExitStatus.USAGE);
        assertThat(console.err())
                .isEqualTo("run Filing/" + run + " has no file `modle.bin`. Did you mean `model.bin`? `files` without a"
                        + " key lists them.\n");
        assertThat(target).doesNotExist();
    }

    @Test
    void runWithoutFiles() {
        String run = run();

        assertThat(console.type(flow, "files", run)).isEqualTo(ExitStatus.OK);
        assertThat(console.out()).isEqualTo("Run Filing/" + run + " has no files.\n");
    }
}
