package dev.cairn.benchmarks.micro;

import dev.cairn.codec.ArtifactFormat;
import dev.cairn.datastore.Address;
import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.TaskCommit;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.datastore.TaskStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Commits one task after the other, and waits for each; reads one artifact after the other. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@NullUnmarked // JMH assigns its fields
public class StoreMicro {
    private static final int TASKS = 1_000;

    /** Where: a file store is made in the folder of what is built, on the disk that other benchmarks measure. */
    @Param({"memory:", "file:"})
    public String store;

    private Path directory;
    private Datastore datastore;
    private RunId run;
    private int committed;
    private String kept;
    private int read;

    /** Opens the store, and makes a run that is read. */
    @Setup
    public void open() throws IOException {
        Path module = Path.of("benchmarks");
        Path target = (Files.isDirectory(module) ? module : Path.of("")).resolve("target");
        directory = Files.createTempDirectory(Files.createDirectories(target), "micro-");
        datastore = Datastore.of(store.equals("file:") ? store + directory : store);
        run = RunId.next(Clock.systemUTC());
        datastore
                .runs()
                .create(RunRecord.builder(run, "Micro", "com.acme.Micro", Instant.now())
                        .build());
        kept = KeptRunner.builder()
                .tasks(TASKS)
                .datastore(datastore)
                .outputListener((path, line) -> {})
                .run()
                .id();
    }

    /** Closes the store, and deletes it. */
    @TearDown
    public void close() throws IOException {
        datastore.close();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** A task with one small artifact, until it is durable. */
    @Benchmark
    public CommitResult commit() {
        int number = committed++;
        byte[] value = ArtifactFormat.encode(KeptCodecs.NUMBER, (long) number).bytes();
        Instant now = Instant.now();
        ArtifactRef artifact = new ArtifactRef(Address.ofContent(value), value.length, "long", now, false, value);
        TaskRecord record = TaskRecord.builder(run, TaskId.parse("work/" + number), 0, TaskStatus.SUCCEEDED, now, now)
                .artifacts(Map.of("number", artifact))
                .next(List.of("join"))
                .parents(List.of(TaskId.of("start")))
                .build();
        return datastore.runs().commit(new TaskCommit(record, Map.of())).join();
    }

    /** A small artifact of a task of a run of the past, by its typed accessor: the run is found by its id, and nothing of it is at hand. */
    @Benchmark
    public long read() {
        return KeptRun.of(kept, datastore).work().get(read++ % TASKS).number();
    }
}
