package dev.cairn.transfer;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.LogLine;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunImport;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.datastore.TaskStatus;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A process that stores a run of many attempts, exports it and imports it elsewhere. */
final class ManyAttempts {
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00.123456789Z");

    /** Of each attempt; larger than what it takes to remember that there is one. */
    private static final int VALUE = 10_000;

    private ManyAttempts() {}

    public static void main(String[] arguments) {
        Path directory = Path.of(arguments[0]);
        int attempts = Integer.parseInt(arguments[1]);
        Path file = directory.resolve("runs.tar.zst");
        RunRecord run = RunRecord.builder(RunId.next(Clock.systemUTC()), "Many", "com.acme.Many", NOW)
                .status(RunStatus.SUCCEEDED, NOW.plusSeconds(9))
                .build();
        try (Datastore store = Datastore.of("file:" + directory.resolve("first"))) {
            store(store, run, attempts);
            long started = System.nanoTime();
            RunExporter.export(store, List.of(run.id()), file);
            System.out.println("exported in " + seconds(started));
        }
        try (Datastore store = Datastore.of("file:" + directory.resolve("second"))) {
            long started = System.nanoTime();
            RunImporter.into(store).read(file);
            System.out.println("imported in " + seconds(started));
            System.out.println(store.runs().counts(run.id()).get(0).attempts() + " attempts");
        }
    }

    private static String seconds(long started) {
        return (System.nanoTime() - started) / 100_000_000 / 10.0 + " s";
    }

    private static void store(Datastore store, RunRecord run, int attempts) {
        Random random = new Random(attempts);
        try (RunImport copy = store.runs().beginImport(run)) {
            for (int i = 0; i < attempts; i++) {
                byte[] value = new byte[VALUE];
                random.nextBytes(value);
                ByteBuffer.wrap(value).putInt(i);
                TaskId task = TaskId.parse("work/" + i);
                if (i % 3 == 0) {
                    copy.log(task, 0, List.of(new LogLine(NOW, LogLine.Stream.OUT, "line " + i)));
                }
                ArtifactRef artifact = new ArtifactRef(Address.ofContent(value), VALUE, "byte[]", NOW, false, value);
                copy.attempt(TaskRecord.builder(run.id(), task, 0, TaskStatus.SUCCEEDED, NOW, NOW.plusMillis(i))
                        .artifacts(Map.of("value", artifact))
                        .parents(List.of(TaskId.of("start")))
                        .next(List.of("join"))
                        .build());
            }
            copy.publish();
        }
    }
}
