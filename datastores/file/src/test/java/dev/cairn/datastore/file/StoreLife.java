package dev.cairn.datastore.file;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.Example;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunImport;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.datastore.TaskCommit;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.datastore.TaskStatus;
import dev.cairn.maintenance.GarbageCollection;
import dev.cairn.maintenance.RetentionPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * All that can happen to a datastore: it is made, written to by several processes one after the other, tidied, copied and closed, and one of an
 * older format is migrated. Tells each thing once it is acknowledged, as a line, which {@link StoreFacts} understands. Always in
 * the same order. Values of three sizes: in the record, in a row, in a file.
 */
final class StoreLife {
    private final Path parent;
    private final Disk disk;
    private final Consumer<String> told;
    private final FlyingClock clock = new FlyingClock();

    /**
     * A life.
     *
     * @param parent an empty directory, or what {@link #prepare} made of it
     * @param disk the disk
     * @param told is told what is acknowledged
     */
    StoreLife(Path parent, Disk disk, Consumer<String> told) {
        this.parent = parent;
        this.disk = disk;
        this.told = told;
    }

    /** The datastore of the greater part of it. */
    static Path store(Path parent) {
        return parent.resolve("data/cairn/store");
    }

    /** Its backup. */
    static Path backup(Path parent) {
        return parent.resolve("backups/first");
    }

    /** The datastore of an older format. */
    static Path old(Path parent) {
        return parent.resolve("old");
    }

    /** Which of them a file belongs to; empty if it belongs to none. */
    static Optional<Path> where(Path file, Path parent) {
        return Stream.of(store(parent), backup(parent), old(parent))
                .filter(file::startsWith)
                .findFirst();
    }

    /** What was there before. */
    static void prepare(Path parent) throws IOException {
        try (InputStream resource = RunRecord.class.getResourceAsStream("/dev/cairn/client/format-1.zip");
                ZipInputStream zip = new ZipInputStream(resource)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path target = old(parent).resolve(entry.getName());
                Files.createDirectories(target.getParent());
                Files.write(target, zip.readAllBytes());
            }
        }
    }

    /** Lives it to its end, or to the first exception. */
    void live() {
        dieBeforeNamesAreDurable(parent);
        dieBeforeNamesAreDurable(store(parent).resolve("blobs"));
        write();
        clean();
        migrate();
    }

    /** A process that dies while it makes a directory leaves one whose name is not durable. */
    private void dieBeforeNamesAreDurable(Path in) {
        Disk dying = new ObservedDisk(disk, (operation, action) -> {
            if (operation.equals(new Operation.ForceNames(in))) {
                throw new IOException("died");
            }
            action.run();
        });
        try (Datastore datastore = FileStore.open(store(parent), clock, dying)) {
            put(datastore, 4);
        } catch (DatastoreException e) {
            if (!String.valueOf(e.getMessage()).contains("died")) {
                throw e;
            }
        }
    }

    private void write() {
        try (Datastore datastore = open(store(parent))) {
            put(datastore, 4);
            RunRecord first = create(datastore);
            for (int number = 0; number < 6; number++) {
                task(datastore, first, number, number);
            }
            file(datastore, first, 8);
            datastore.runs().tag(first.id(), Set.of("good"), Set.of());
            told.accept("tag " + first.id() + " good");
            end(datastore, first);
            RunRecord second = create(datastore);
            task(datastore, second, 0, 0);
            task(datastore, second, 1, 12);
            end(datastore, second);
            delete(datastore, first);
            RunRecord left = create(datastore);
            task(datastore, left, 0, 1);
            datastore.runs().endDied(left.id(), Duration.ZERO);
            told.accept("died " + left.id());
        }
        told.accept("closed");
    }

    private void clean() {
        try (Datastore datastore = open(store(parent))) {
            told.accept("collecting");
            clock.fly();
            GarbageCollection.of(datastore, RetentionPolicy.keepAll())
                    .withGrace(Duration.ZERO)
                    .withClock(clock)
                    .run();
            RunRecord run = create(datastore);
            task(datastore, run, 0, 4);
            end(datastore, run);
            importRun(datastore);
            told.accept("copying");
            datastore.backUp(backup(parent).toString());
            told.accept("copied");
        }
        told.accept("closed");
    }

    private void migrate() {
        try (Datastore datastore = open(old(parent))) {
            told.accept("migrated");
            datastore.blobs().put(value(16));
            told.accept("old 16");
        }
        told.accept("closed");
    }

    private Datastore open(Path path) {
        return FileStore.open(path, clock, disk);
    }

    private RunRecord create(Datastore datastore) {
        RunRecord run = Example.run("Flow").toBuilder()
                .heartbeatAt(Instant.now().minus(Duration.ofHours(1)))
                .artifacts(Map.of())
                .build();
        datastore.runs().create(run);
        told.accept("run " + run.id());
        return run;
    }

    private void put(Datastore datastore, int number) {
        datastore.blobs().put(value(number));
        told.accept("value " + number);
    }

    private void task(Datastore datastore, RunRecord run, int task, int number) {
        TaskCommit commit;
        if (isLarge(number)) {
            put(datastore, number);
            commit = Example.commit(record(run.id(), task, number));
        } else {
            commit = Example.commit(record(run.id(), task, number), value(number));
        }
        CommitResult result = datastore.runs().commit(commit).join();
        if (!result.equals(CommitResult.COMMITTED)) {
            throw new IllegalStateException("" + result);
        }
        told.accept("task " + run.id() + " " + task + " " + number);
    }

    private void file(Datastore datastore, RunRecord run, int number) {
        BlobInfo blob = datastore.blobs().put(value(number));
        datastore.runs().putFile(run.id(), "file", blob, Instant.now());
        told.accept("file " + run.id() + " file " + number);
    }

    private void end(Datastore datastore, RunRecord run) {
        datastore.runs().finish(run.id(), RunStatus.SUCCEEDED, Instant.now(), null, null);
        told.accept("end " + run.id());
    }

    private void delete(Datastore datastore, RunRecord run) {
        told.accept("deleting " + run.id());
        datastore.runs().delete(run.id());
        told.accept("deleted " + run.id());
    }

    private void importRun(Datastore datastore) {
        Instant now = Instant.now();
        RunRecord run = Example.run("Flow").toBuilder()
                .artifacts(Map.of())
                .status(RunStatus.SUCCEEDED, now)
                .build();
        try (RunImport copy = datastore.runs().beginImport(run)) {
            for (int task = 0; task < 2; task++) {
                copy.attempt(record(run.id(), task, 20 + task));
                put(datastore, 20 + task);
            }
            copy.publish();
        }
        told.accept("run " + run.id());
        told.accept("task " + run.id() + " 0 20");
        told.accept("task " + run.id() + " 1 21");
        told.accept("end " + run.id());
    }

    static TaskRecord record(RunId run, int task, int number) {
        byte[] value = value(number);
        Instant now = Instant.now();
        ArtifactRef artifact = new ArtifactRef(Address.ofContent(value), value.length, "byte[]", now, false, null);
        return TaskRecord.builder(run, TaskId.parse("work/" + task), 0, TaskStatus.SUCCEEDED, now, now)
                .artifacts(Map.of("data", artifact))
                .build();
    }

    private static boolean isLarge(int number) {
        return number % 4 == 0;
    }

    static byte[] value(int number) {
        List<Integer> sizes = List.of(100_000, 5_000, 200, 3_000);
        return Example.randomBytes(sizes.get(number % 4), number);
    }
}
