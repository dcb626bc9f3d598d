package dev.cairn.engine.flows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.client.Cairn;
import dev.cairn.client.Run;
import dev.cairn.client.Task;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.LogLine;
import dev.cairn.maintenance.Verification;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A store with a run of every shape, as it was when the records were frozen: {@code frozen-runs.zip}, and what is in it, {@code
 * frozen-runs.txt}. Neither ever changes. {@code -Dgolden.add=true} writes them if they are missing.
 */
class FrozenRunsTest {
    private static final Path RESOURCES = Path.of("src/test/resources/dev/cairn/engine/flows");
    private static final Path STORE = RESOURCES.resolve("frozen-runs.zip");
    private static final Path TEXT = RESOURCES.resolve("frozen-runs.txt");

    @TempDir
    private Path directory;

    @BeforeEach
    void unpack() throws IOException {
        if (Boolean.getBoolean("golden.add") && Files.notExists(STORE)) {
            write();
        }
        try (InputStream file = Files.newInputStream(STORE);
                ZipInputStream zip = new ZipInputStream(file)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path target = directory.resolve("store").resolve(entry.getName());
                Files.createDirectories(target.getParent());
                Files.write(target, zip.readAllBytes());
            }
        }
    }

    private Datastore open() {
        return Datastore.of("file:" + directory.resolve("store"));
    }

    private void write() throws IOException {
        Path store = directory.resolve("written");
        try (Datastore datastore = Datastore.of("file:" + store)) {
            new FrozenRuns(datastore).write();
        }
        Files.createDirectories(RESOURCES);
        try (Datastore datastore = Datastore.of("file:" + store)) {
            Files.write(TEXT, FrozenText.of(datastore), StandardCharsets.UTF_8);
        }
        try (OutputStream file = Files.newOutputStream(STORE);
                ZipOutputStream zip = new ZipOutputStream(file);
                Stream<Path> files = Files.walk(store)) {
            files.filter(Files::isRegularFile).sorted().forEach(each -> {
                try {
                    zip.putNextEntry(new ZipEntry(store.relativize(each).toString()));
                    Files.copy(each, zip);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    @Test
    void areReadAsTheyWere() throws IOException {
        try (Datastore datastore = open()) {
            assertThat(String.join("\n", FrozenText.of(datastore)) + "\n").isEqualTo(Files.readString(TEXT));
            assertThat(Verification.of(datastore).problems()).isEmpty();
        }
    }

    @Test
    void haveEveryShape() throws IOException {
        assertThat(Files.readString(TEXT))
                .contains(" SUCCEEDED from ", " FAILED from ", " INTERRUPTED from ", " DIED from ", " CAUGHT from ")
                .contains("origin TaskOrigin[", "opens ForkRecord[", "because FailureRecord[", "startedBy=")
                .contains("  file checkpoint:train/1:1 ", "  file file:curve/3 ", "  file report")
                .contains("    OUT ", "    ERR ", "    LOG ");
    }

    /** The checkpoint of the failed run is still one to go on from. */
    @Test
    void areStillResumed() {
        try (Datastore datastore = open()) {
            Run failed = Cairn.open(datastore).flow("Training").stream()
                    .filter(run -> run.failedTask().isPresent())
                    .findFirst()
                    .orElseThrow();

            Run resumed = FrozenRuns.quiet(FrozenRuns.training(new AtomicBoolean()), datastore)
                    .resume(failed.id());

            Task train = resumed.step("train").task(1);
            assertThat(train.artifact("results").value()).isEqualTo(List.of(0L, 5L, 10L, 15L));
            try (Stream<LogLine> log = train.log()) {
                assertThat(log.map(LogLine::text).toList().get(0))
                        .startsWith("goes on from the checkpoint that attempt 1 of run Training/" + failed.id());
            }
            assertThat(resumed.step("train").task(0).origin()).contains(failed.pathspec() + "/train/0");
        }
    }
}
