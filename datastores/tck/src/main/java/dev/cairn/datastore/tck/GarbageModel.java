package dev.cairn.datastore.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.datastore.TaskCommit;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.datastore.TaskStatus;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writers that do something at random, one step after the other, and what must be stored after that. A writer puts values, commits
 * attempts with them, with those that it put before, or with those of the attempt before, ends its run, or dies. Used by one thread.
 */
final class GarbageModel {
    private static final int VALUES = 25;

    /** Every third goes into a file, if a datastore has files. */
    private static final byte[][] CONTENTS = IntStream.range(0, VALUES)
            .mapToObj(number -> Example.randomBytes(number % 3 == 0 ? 100_000 : 1_500, number))
            .toArray(byte[][]::new);

    private static final Address[] ADDRESSES =
            Stream.of(CONTENTS).map(Address::ofContent).toArray(Address[]::new);

    private final Random random;
    private final Datastore datastore;
    private final Supplier<Instant> clock;
    private final Map<RunId, Writer> writers = new LinkedHashMap<>();
    private final Map<RunId, List<Integer>> stored =
            new LinkedHashMap<>(); // the values of all attempts of the runs that are there
    private int runs;

    GarbageModel(long seed, Datastore datastore, Supplier<Instant> clock) {
        this.random = new Random(seed);
        this.datastore = datastore;
        this.clock = clock;
    }

    /** What a process that runs a flow knows. */
    private static final class Writer {
        private final Deque<Integer> put = new ArrayDeque<>();
        private final Map<String, Integer> artifacts = new HashMap<>();
        private final Map<String, Instant> created = new HashMap<>();
        private int attempts;
    }

    /** The bytes of a value: many writers have the same. */
    private static byte[] value(int number) {
        return CONTENTS[number];
    }

    private static Address address(int number) {
        return ADDRESSES[number];
    }

    /** All writers that live say so. */
    void heartbeat() {
        writers.keySet().forEach(run -> datastore.runs().heartbeat(run, clock.get()));
    }

    /** One of the writers does something. */
    void step() {
        int what = random.nextInt(100);
        if (what < 12 || writers.isEmpty()) {
            create();
            return;
        }
        RunId run = new ArrayList<>(writers.keySet()).get(random.nextInt(writers.size()));
        Writer writer = Objects.requireNonNull(writers.get(run));
        if (what < 30) {
            int number = random.nextInt(VALUES);
            datastore.blobs().put(output -> output.write(value(number)));
            writer.put.add(number);
        } else if (what < 80) {
            commit(run, writer, 1 + random.nextInt(3));
        } else if (what < 92) {
            datastore.runs().finish(run, RunStatus.SUCCEEDED, clock.get(), null, null);
            writers.remove(run);
        } else if (what < 96) {
            writers.remove(run); // it died
        } else {
            datastore.runs().delete(run);
            gone(run);
        }
    }

    private void create() {
        RunRecord run = Example.run("Flow" + runs++ % 2);
        datastore
                .runs()
                .create(run.toBuilder()
                        .heartbeatAt(clock.get())
                        .artifacts(Map.of())
                        .build());
        writers.put(run.id(), new Writer());
        stored.put(run.id(), new ArrayList<>());
    }

    private void commit(RunId run, Writer writer, int changes) {
        Instant now = clock.get();
        Map<Address, byte[]> blobs = new HashMap<>();
        for (int i = 0; i < changes; i++) {
            boolean wasPut = !writer.put.isEmpty() && random.nextBoolean();
            int number = wasPut ? writer.put.removeFirst() : random.nextInt(VALUES);
            if (!wasPut && number % 3 == 0) {
                datastore.blobs().put(output -> output.write(value(number)));
            } else if (!wasPut) {
                blobs.put(address(number), value(number));
            }
            writer.artifacts.put("a" + i, number);
            writer.created.put("a" + i, now);
        }
        Map<String, ArtifactRef> artifacts = new LinkedHashMap<>();
        writer.artifacts.forEach((name, number) -> artifacts.put(
                name,
                new ArtifactRef(
                        address(number),
                        value(number).length,
                        "byte[]",
                        Objects.requireNonNull(writer.created.get(name)),
                        false,
                        null)));
        TaskRecord record = TaskRecord.builder(
                        run, TaskId.parse("work/" + writer.attempts++), 0, TaskStatus.SUCCEEDED, now, now)
                .artifacts(artifacts)
                .build();
        commit(new TaskCommit(record, blobs), writer);
    }

    /** Whoever is told that a value is gone puts it once more. */
    private void commit(TaskCommit commit, Writer writer) {
        CommitResult result = datastore.runs().commit(commit).join();
        while (result instanceof CommitResult.MissingBlob missing) {
            int number = writer.artifacts.values().stream()
                    .filter(each -> address(each).equals(missing.address()))
                    .findFirst()
                    .orElseThrow();
            datastore.blobs().put(value(number));
            result = datastore.runs().commit(commit).join();
        }
        assertThat(result).isEqualTo(CommitResult.COMMITTED);
        Objects.requireNonNull(stored.get(commit.record().run())).addAll(writer.artifacts.values());
    }

    /** A run was deleted. */
    void gone(RunId run) {
        writers.remove(run);
        stored.remove(run);
    }

    /** The runs whose process lives. */
    Set<RunId> alive() {
        return writers.keySet();
    }

    /** Everything that was committed is there. */
    void requireEverything() {
        Set<Integer> checked = new HashSet<>();
        stored.forEach((run, numbers) -> {
            for (int number : numbers) {
                if (checked.add(number)) {
                    assertThat(datastore.blobs().find(address(number)))
                            .as("value %s of run %s", number, run)
                            .contains(new BlobInfo(address(number), value(number).length));
                    assertThat(datastore.blobs().read(address(number))).isEqualTo(value(number));
                }
            }
        });
    }

    /** The values that runs refer to. */
    Set<Address> referred() {
        Set<Address> referred = new HashSet<>();
        stored.values().forEach(numbers -> numbers.forEach(number -> referred.add(address(number))));
        return referred;
    }
}
