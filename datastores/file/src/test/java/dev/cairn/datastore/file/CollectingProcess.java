package dev.cairn.datastore.file;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.Example;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.datastore.TaskCommit;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.datastore.TaskStatus;
import dev.cairn.maintenance.GarbageCollection;
import dev.cairn.maintenance.RetentionPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;

/**
 * Runs after runs whose tasks commit values, of which others have the same, while garbage is collected one time after the other. Writes a
 * line for each run that it makes, and for each task once it is durable. Time flies: what was used before a collection was used hours ago.
 */
final class CollectingProcess {
    static final int VALUES = 40;
    static final int KEPT = 2;
    private static final int TASKS = 12;

    private final FlyingClock clock = new FlyingClock();

    private CollectingProcess() {}

    /** Arguments: the directory, a seed. */
    public static void main(String[] arguments) {
        new CollectingProcess().run(Path.of(arguments[0]), new Random(Long.parseLong(arguments[1])));
    }

    /** Until it is killed. */
    private void run(Path directory, Random random) {
        Datastore datastore = FileStore.open(directory, clock, Disk.standard());
        Thread collector = new Thread(() -> collect(datastore));
        collector.setDaemon(true);
        collector.start();
        System.out.println("ready");
        while (true) {
            write(datastore, random);
        }
    }

    private void collect(Datastore datastore) {
        while (true) {
            clock.fly();
            collection(datastore).withClock(clock).run();
        }
    }

    static GarbageCollection collection(Datastore datastore) {
        return GarbageCollection.of(datastore, RetentionPolicy.keepAll().keepLast(KEPT))
                .withGrace(Duration.ZERO);
    }

    private void write(Datastore datastore, Random random) {
        RunRecord run = Example.run("Flow").toBuilder()
                .heartbeatAt(clock.instant())
                .artifacts(Map.of())
                .build();
        System.out.println("run " + run.id());
        datastore.runs().create(run);
        for (int task = 0; task < TASKS; task++) {
            int number = random.nextInt(VALUES);
            CommitResult result;
            do {
                result = datastore
                        .runs()
                        .commit(commit(datastore, run, task, number))
                        .join();
            } while (result instanceof CommitResult.MissingBlob); // hours have passed since it was put
            if (!result.equals(CommitResult.COMMITTED)) {
                throw new IllegalStateException("" + result);
            }
            System.out.println("task " + run.id() + " " + task + " " + number);
        }
        datastore.runs().finish(run.id(), RunStatus.SUCCEEDED, clock.instant(), null, null);
    }

    /** Large values are put before. */
    private TaskCommit commit(Datastore datastore, RunRecord run, int task, int number) {
        byte[] value = value(number);
        BlobInfo blob = number % 4 == 0
                ? datastore.blobs().put(output -> output.write(value))
                : new BlobInfo(Address.ofContent(value), value.length);
        Instant now = clock.instant();
        ArtifactRef artifact = new ArtifactRef(blob.address(), blob.size(), "byte[]", now, false, null);
        TaskRecord record = TaskRecord.builder(
                        run.id(), TaskId.parse("work/" + task), 0, TaskStatus.SUCCEEDED, now, now)
                .artifacts(Map.of("data", artifact))
                .build();
        return number % 4 == 0 ? Example.commit(record) : Example.commit(record, value);
    }

    static byte[] value(int number) {
        return Example.randomBytes(number % 4 == 0 ? 80_000 : 3_000, number);
    }
}
