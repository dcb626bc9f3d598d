package dev.cairn.datastore.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.Example;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunQuery;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.datastore.TaskStatus;
import dev.cairn.maintenance.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A copy of a datastore in use. */
class BackupTest {
    @TempDir
    private Path parent;

    private Path root() {
        return parent.resolve("store");
    }

    private Path copy() {
        return parent.resolve("backup");
    }

    private Datastore open() {
        return Datastore.of("file:" + root());
    }

    private static void commit(Datastore datastore, RunId run, int number) {
        BlobInfo value = datastore.blobs().put(Example.randomBytes(number % 2 == 0 ? 90_000 : 2_000, number));
        ArtifactRef artifact = new ArtifactRef(value.address(), value.size(), "byte[]", Example.NOW, false, null);
        TaskRecord record = TaskRecord.builder(
                        run, TaskId.parse("work/" + number), 0, TaskStatus.SUCCEEDED, Example.NOW, Example.NOW)
                .artifacts(Map.of("data", artifact))
                .build();
        datastore.runs().commit(Example.commit(record)).join();
    }

    @Test
    void itIsWholeWhileOthersWrite() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        RunRecord run = Example.run("Flow");
        AtomicInteger acknowledged = new AtomicInteger();
        try (Datastore datastore = open();
                Datastore other = open()) {
            datastore.runs().create(run);
            commit(datastore, run.id(), 0);
            threads.execute(() -> {
                for (int i = 1; !Thread.interrupted(); i++) {
                    commit(datastore, run.id(), i);
                    acknowledged.set(i);
                }
            });
            List<Integer> before = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                before.add(acknowledged.get());
                other.backUp(parent.resolve("backup" + i).toString());
            }
            threads.shutdownNow();
            assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
            for (int i = 0; i < 5; i++) {
                try (Datastore backup = Datastore.of("file:" + parent.resolve("backup" + i))) {
                    assertThat(Verification.of(backup).problems()).isEmpty();
                    int attempts = Example.all(backup.runs().attempts(run.id())).size();
                    assertThat(attempts).isGreaterThan(before.get(i));
                    assertThat(backup.runs().attempts(run.id(), TaskId.parse("work/" + (attempts - 1))))
                            .hasSize(1); // without gaps
                    commit(backup, run.id(), 1_000_000);
                }
            }
        }
    }

    @Test
    void itHoldsAllThatWasStored() {
        RunRecord run = Example.run("Flow");
        try (Datastore datastore = open()) {
            datastore.runs().create(run);
            commit(datastore, run.id(), 2);
            datastore.runs().delete(run.id());
            datastore.runs().create(run);
            commit(datastore, run.id(), 3);
            commit(datastore, run.id(), 4);
            datastore.backUp(copy().toString());

            try (Datastore backup = Datastore.of("file:" + copy())) {
                assertThat(Example.all(backup.runs().list(RunQuery.all()))).containsExactly(run);
                assertThat(Example.all(backup.runs().attempts(run.id())))
                        .isEqualTo(Example.all(datastore.runs().attempts(run.id())));
                assertThat(Example.all(backup.blobs().list()))
                        .containsExactlyInAnyOrderElementsOf(
                                Example.all(datastore.blobs().list()));
                assertThat(Verification.of(backup).problems()).isEmpty();
            }
        }
    }

    @Test
    void aFileThatIsGoneStopsIt() throws IOException {
        RunRecord run = Example.run("Flow");
        try (Datastore datastore = open()) {
            datastore.runs().create(run);
            commit(datastore, run.id(), 2);
            try (var files = Files.walk(root().resolve("blobs"))) {
                Files.delete(files.filter(Files::isRegularFile).findFirst().orElseThrow());
            }

            assertThatThrownBy(() -> datastore.backUp(copy().toString()))
                    .isInstanceOf(DatastoreException.class)
                    .hasMessage("the datastore `" + root()
                            + "` could not be copied: its files were removed while they were read. Try again when no garbage"
                            + " collection runs; if none does, run `verify`.");
            assertThat(copy().resolve("store.db")).doesNotExist();
        }
    }

    @Test
    void whatIsThereIsNotOverwritten() throws IOException {
        try (Datastore datastore = open()) {
            datastore.runs().create(Example.run("Flow"));
            datastore.backUp(copy().toString());

            assertThatThrownBy(() -> datastore.backUp(copy().toString()))
                    .isInstanceOf(DatastoreException.class)
                    .hasMessage("`" + copy() + "` is not empty. Name a new or an empty directory for the backup.");
            Files.createDirectories(parent.resolve("other"));
            Files.createFile(parent.resolve("other/notes"));
            assertThatThrownBy(() -> datastore.backUp(parent.resolve("other").toString()))
                    .hasMessage("`" + parent.resolve("other")
                            + "` is not empty. Name a new or an empty directory for the backup.");
            assertThatThrownBy(() -> datastore.backUp(root().resolve("inner").toString()))
                    .hasMessage("`" + root().resolve("inner") + "` is within the datastore `" + root()
                            + "` itself. Name another directory for the backup.");
        }
    }

    @Test
    void memoryCannotBeCopied() {
        try (Datastore datastore = Datastore.inMemory()) {
            assertThatThrownBy(() -> datastore.backUp(copy().toString()))
                    .isInstanceOf(DatastoreException.class)
                    .hasMessage(
                            "the datastore `memory:` cannot be copied into a directory: only `file:` can. Use `export`, or the tools of its database.");
        }
    }
}
