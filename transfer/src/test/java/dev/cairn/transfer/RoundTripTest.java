package dev.cairn.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.FileRecord;
import dev.cairn.datastore.Lease;
import dev.cairn.datastore.LogLine;
import dev.cairn.datastore.RunAttributes;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskOrigin;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.engine.flows.TestRun;
import dev.cairn.maintenance.Verification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs travel from store to store, and nothing of them changes. */
class RoundTripTest {
    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = directory.resolve("runs.tar.zst");
    }

    private Datastore store(String name) {
        return Datastore.of("file:" + directory.resolve(name));
    }

    private static Map<Address, String> blobs(Datastore datastore) {
        try (Stream<BlobInfo> blobs = datastore.blobs().list()) {
            return blobs.collect(Collectors.toMap(BlobInfo::address, blob -> blob.size() + " " + blob.preview()));
        }
    }

    /** They refer to values that nothing else needs, and that the task that goes on from them would have to find there. */
    @Test
    void checkpointsStay() throws Exception {
        try (Datastore first = store("first");
                Datastore second = store("second")) {
            RunId run = Parcels.run(first, 1);
            BlobInfo content = first.blobs().put("a checkpoint".getBytes(StandardCharsets.UTF_8));
            first.runs().putFile(run, "checkpoint:sort/0:0", content, Instant.EPOCH);
            first.runs().putFile(run, "file:notes", content, Instant.EPOCH);

            RunExporter.export(first, List.of(run), file);
            RunImporter.into(second).read(file);

            try (var files = second.runs().files(run, "")) {
                assertThat(files.map(FileRecord::key))
                        .containsOnlyOnce("file:notes")
                        .noneMatch(key -> key.startsWith("checkpoint:"));
            }
            assertThat(Verification.of(second).problems()).isEmpty();
        }
    }

    @Test
    void outputThatBelongsToNoTaskTravelsToo() throws Exception {
        try (Datastore first = store("first");
                Datastore second = store("second")) {
            RunId run = Parcels.run(first, 2);
            LogLine line = new LogLine(Instant.parse("2026-11-30T12:00:00Z"), LogLine.Stream.ERR, "from a pool");
            first.runs().log(run, TaskId.RUN, 0, List.of(line));

            RunExporter.export(first, List.of(run), file);
            RunImporter.into(second).read(file);

            assertThat(second.runs().log(run, TaskId.RUN, 0)).containsExactly(line);
            assertThat(RunImporter.into(first).read(file).imported()).isEmpty();
        }
    }

    @Test
    void fromAFileStoreToMemoryAndBack() throws Exception {
        try (Datastore first = store("first");
                Datastore memory = Datastore.inMemory();
                Datastore second = store("second")) {
            RunId succeeded = Parcels.run(first, 2, "nightly", "good");
            RunId failed = Parcels.run(first, 13);
            List<RunId> both = List.of(succeeded, failed, succeeded);
            List<String> names = List.of("Parcels/" + succeeded, "Parcels/" + failed);

            ExportReport exported = RunExporter.export(first, both, file);
            assertThat(exported.runs()).isEqualTo(names);
            assertThat(exported.attempts()).isEqualTo(7 + 6);
            assertThat(exported.fileSize()).isEqualTo(Files.size(file));

            ImportReport imported = RunImporter.into(memory).read(file);
            assertThat(imported)
                    .isEqualTo(new ImportReport(
                            names, List.of(), exported.attempts(), exported.blobs(), exported.bytes()));
            Path again = directory.resolve("again.tar.zst");
            RunExporter.export(memory, both, again);
            RunImporter.into(second).read(again);
            Path third = directory.resolve("third.tar.zst");
            RunExporter.export(second, both, third);

            assertThat(again).hasSameBinaryContentAs(file);
            assertThat(third).hasSameBinaryContentAs(file);
            assertThat(Parcels.everything(first)).hasSizeGreaterThan(30);
            assertThat(Parcels.everything(memory)).isEqualTo(Parcels.everything(first));
            assertThat(Parcels.everything(second)).isEqualTo(Parcels.everything(first));
            assertThat(blobs(second)).isEqualTo(blobs(memory));
            assertThat(blobs(first)).containsAllEntriesOf(blobs(second));
            assertThat(Verification.of(second).problems()).isEmpty();
        }
    }

    @Test
    void aResumedRunKeepsItsOrigins() throws Exception {
        try (Datastore first = store("first");
                Datastore second = store("second")) {
            RunId failed = Parcels.run(first, 13);
            RunId resumed = new RunId(TestRun.of(Parcels.flow())
                    .code(Parcels.code(Parcels.flow()))
                    .datastore(first)
                    .parameter("factor", 3)
                    .resume(failed.value())
                    .id());
            RunExporter.export(first, List.of(resumed), file);

            RunImporter.into(second).read(file);

            assertThat(second.runs().find(resumed)).isEqualTo(first.runs().find(resumed));
            assertThat(second.runs().find(resumed).orElseThrow().origin()).isEqualTo(failed);
            assertThat(second.runs().find(resumed).orElseThrow().fingerprints()).hasSize(4);
            TaskRecord start = second.runs().task(resumed, TaskId.of("start")).orElseThrow();
            assertThat(start).isEqualTo(first.runs().task(resumed, start.task()).orElseThrow());
            assertThat(start.origin()).isEqualTo(new TaskOrigin(failed, start.task(), 0));
        }
    }

    @Test
    void aRunThatIsThereIsNotImportedAgain() throws Exception {
        try (Datastore first = store("first");
                Datastore second = Datastore.inMemory()) {
            RunId run = Parcels.run(first, 2, "nightly");
            RunExporter.export(first, List.of(run), file);
            RunImporter.into(second).read(file);
            second.runs().tag(run, Set.of("mine"), Set.of("nightly"));

            ImportReport report = RunImporter.into(second).read(file);
            assertThat(report.imported()).isEmpty();
            assertThat(report.present()).containsExactly("Parcels/" + run);
            assertThat(second.runs().find(run).orElseThrow().tags()).containsExactly("mine");
        }
    }

    @Test
    void aRunThatWasDeletedIsImportedAgain() throws Exception {
        try (Datastore store = store("first");
                Datastore other = store("first")) {
            RunId run = Parcels.run(store, 2);
            List<String> before = Parcels.everything(other);
            RunExporter.export(store, List.of(run), file);
            store.runs().delete(run);
            RunImporter.into(store).read(file);

            assertThat(Parcels.everything(store)).isEqualTo(before);
            assertThat(Parcels.everything(other))
                    .as("who knew the run before it was deleted")
                    .isEqualTo(before);
        }
    }

    @Test
    void valuesOfReflectiveClassesTravelIfTrusted() throws Exception {
        try (Datastore first = store("first");
                Datastore second = Datastore.inMemory()) {
            RunId run = Parcels.run(Parcels.flow(true), first, 2);
            RunExporter.export(first, List.of(run), file);

            assertThatThrownBy(() -> RunImporter.into(second).read(file))
                    .isInstanceOf(ImportRefusedException.class)
                    .hasMessageMatching("`\\Q" + file + "\\E` cannot be imported: it holds @Opaque values \\(schema"
                            + " [0-9a-f]{8}\\), and whoever made them chooses what code runs when they are read. If you"
                            + " trust whoever made it, import it with --trust. Nothing of it was imported.");
            assertThat(blobs(second)).isEmpty();

            assertThat(RunImporter.into(second).trusting().read(file).imported())
                    .hasSize(1);
        }
    }

    @Test
    void onlyTheOwnerMayReadTheFileAndNothingIsLeftBesideIt() throws IOException {
        try (Datastore store = store("first")) {
            RunExporter.export(store, List.of(Parcels.run(store, 2)), file);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(each -> each.getFileName().toString()))
                    .containsExactlyInAnyOrder("first", "runs.tar.zst");
        }
    }

    @Test
    void otherProgramsReadTheFile() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/tar")) && Files.isExecutable(Path.of("/usr/bin/zstd")));
        try (Datastore store = store("first")) {
            RunId run = Parcels.run(store, 2);
            RunExporter.export(store, List.of(run), file);
            Process tar = new ProcessBuilder("tar", "--zstd", "-tf", file.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            List<String> names = new String(tar.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            assertThat(tar.waitFor()).isZero();
            assertThat(names)
                    .startsWith("manifest.json", "blobs.jsonl", "runs.jsonl", "logs/" + run + ".jsonl", "tasks.jsonl")
                    .endsWith("end.json")
                    .isEqualTo(Archive.read(file).entries.stream()
                            .map(Archive.Entry::name)
                            .toList());
        }
    }

    @Test
    void aRunThatDiedIsEndedFirstAndOneThatIsAliveIsRefused() {
        RunRecord died = RunRecord.builder(RunId.next(Clock.systemUTC()), "Parcels", "com.acme.Parcels", Instant.EPOCH)
                .build();
        RunRecord alive = RunRecord.builder(
                        RunId.next(Clock.systemUTC()),
                        "Parcels",
                        "com.acme.Parcels",
                        Instant.now().plus(Lease.DURATION))
                .build();
        try (Datastore store = Datastore.inMemory()) {
            store.runs().create(died);
            store.runs().create(alive);

            assertThatThrownBy(() -> RunExporter.export(store, List.of(alive.id()), file))
                    .isInstanceOf(ExportRefusedException.class)
                    .hasMessage("run Parcels/" + alive.id() + " is still running, so it cannot be exported. Stop its"
                            + " process, or wait until the run has ended.");
            RunRecord remote = died.toBuilder()
                    .attributes(Map.of(RunAttributes.ENGINE, "nowhere://host/flows"))
                    .build();
            store.runs().delete(died.id());
            store.runs().create(remote);
            assertThatThrownBy(() -> RunExporter.export(store, List.of(remote.id()), file))
                    .isInstanceOf(ExportRefusedException.class)
                    .hasMessage("whether run Parcels/" + remote.id()
                            + " is still running is not known, so it cannot be exported: its engine nowhere://host/flows"
                            + " cannot be asked. Try again when it responds.");
            store.runs().delete(remote.id());
            store.runs().create(died);
            assertThat(file).doesNotExist();
            store.runs().finish(alive.id(), RunStatus.INTERRUPTED, Instant.now(), null, null);

            assertThat(RunExporter.export(store, List.of(died.id()), file).runs())
                    .containsExactly("Parcels/" + died.id());
            assertThat(store.runs().find(died.id()).orElseThrow().status()).isEqualTo(RunStatus.DIED);
        }
    }

    @Test
    void noFileIsReplaced() throws IOException {
        Files.writeString(file, "mine");
        try (Datastore store = Datastore.inMemory()) {
            RunId run = Parcels.run(store, 2);
            assertThatThrownBy(() -> RunExporter.export(store, List.of(run), file))
                    .hasMessage("`" + file + "` exists already. Name another file.");
            Path nowhere = directory.resolve("no").resolve("runs.tar.zst");
            assertThatThrownBy(() -> RunExporter.export(store, List.of(run), nowhere))
                    .hasMessage("`" + nowhere + "` cannot be written: there is no directory `" + nowhere.getParent()
                            + "`. Create it, or name another file.");
        }
        assertThat(file).hasContent("mine");
    }
}
