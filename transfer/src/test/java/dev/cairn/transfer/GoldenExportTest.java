package dev.cairn.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunId;
import dev.cairn.maintenance.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An export of version 1 that never changes: every later version imports it. {@code -Dgolden.add=true} writes it if it is missing. */
class GoldenExportTest {
    private static final Path GOLDEN =
            Path.of("src", "test", "resources", "dev", "cairn", "transfer", "version-1.tar.zst");

    @TempDir
    private Path directory;

    @Test
    void isImportedAndExportedAgain() throws IOException {
        if (Boolean.getBoolean("golden.add") && !Files.exists(GOLDEN)) {
            add();
        }
        try (Datastore store = Datastore.inMemory()) {
            ImportReport report = RunImporter.into(store).read(GOLDEN);
            List<RunId> runs = report.imported().stream()
                    .map(name -> new RunId(name.substring("Parcels/".length())))
                    .toList();
            Path again = directory.resolve("again.tar.zst");
            RunExporter.export(store, runs, again);

            assertThat(report.imported()).hasSize(2);
            assertThat(records(again)).isEqualTo(records(GOLDEN));
            assertThat(Verification.of(store).problems()).isEmpty();
        }
    }

    private static void add() throws IOException {
        Files.createDirectories(GOLDEN.getParent());
        try (Datastore store = Datastore.inMemory()) {
            RunExporter.export(
                    store, List.of(Parcels.run(store, 2, "nightly", "good"), Parcels.run(store, 13)), GOLDEN);
        }
    }

    /** All but what has the version of Cairn, and its digest. */
    private static List<String> records(Path file) throws IOException {
        return Archive.read(file).entries.stream()
                .filter(entry -> !entry.name().equals(ExportEntries.MANIFEST)
                        && !entry.name().equals(ExportEntries.END))
                .map(entry -> entry.name() + "\n" + entry.text())
                .toList();
    }
}
