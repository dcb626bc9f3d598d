package dev.cairn.datastore.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.Example;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskId.Coordinate;
import dev.cairn.datastore.TaskRecord;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Attempts that are streamed are compared at the end with what the counts say. */
class TaskPagesTest {
    private static final RunId RUN = new RunId("20261123T211357042-k3f9x2dq");
    private static final RunKey KEY = new RunKey(RUN, 1, 1);

    private final Stored records = new Stored();
    private final AtomicInteger settled = new AtomicInteger();
    private final StoreReader reader = new StoreReader(new RecordStore() {
        @Override
        public String url() {
            return "test:";
        }

        @Override
        public List<CommitResult> apply(List<Entry> batch) {
            throw new UnsupportedOperationException("nothing is written");
        }

        @Override
        public <T> T read(Function<Records, T> read) {
            return read.apply(records);
        }

        @Override
        public void close() {}
    });

    /** Attempts in the order of their numbers, whose checksums are their numbers; what is counted is told apart from what is there. */
    private static final class Stored extends NoRecords {
        private final List<StoredTask> rows = new ArrayList<>();
        private @Nullable List<Tally> tallies = List.of();

        @Override
        public List<StoredTask> attempts(RunKey run, long after, int limit) {
            return rows.stream()
                    .filter(row -> row.number() > after)
                    .limit(limit)
                    .toList();
        }

        @Override
        public List<StoredTask> tasks(RunKey run, String step, List<Coordinate> from, int limit) {
            return rows.stream()
                    .filter(row -> row.record().task().step().equals(step)
                            && row.record().task().compareTo(new TaskId(step, from)) >= 0)
                    .limit(limit)
                    .toList();
        }

        @Override
        public Optional<List<Tally>> tallies(RunKey run, @Nullable String step) {
            return Optional.ofNullable(tallies);
        }

        void add(String task) {
            long number = rows.size() + 1;
            rows.add(new StoredTask(Example.task(RUN, task), number, 0, number));
        }

        void add(String step, int count) {
            for (int i = 0; i < count; i++) {
                add(step + "/" + i);
            }
        }
    }

    private static Tally tally(Tally.Kind kind, String step, long... checksums) {
        long digest = 0;
        for (long checksum : checksums) {
            digest += Checksums.digest(checksum);
        }
        return new Tally(kind, step, checksums.length, digest, Example.NOW, Example.NOW);
    }

    private static long[] numbers(int from, int to) {
        return IntStream.rangeClosed(from, to).asLongStream().toArray();
    }

    private Stream<TaskRecord> ofRun() {
        return TaskPages.ofRun(reader, settled::incrementAndGet, KEY);
    }

    private Stream<TaskRecord> ofStep(String step) {
        return TaskPages.ofStep(reader, settled::incrementAndGet, KEY, step);
    }

    private static List<String> names(Stream<TaskRecord> tasks) {
        return tasks.map(record -> record.task().toString()).toList();
    }

    @Test
    void allPagesComeInOrderAndWhatIsOnItsWayIsWaitedForBeforeEach() {
        records.add("train", 600);
        records.tallies = List.of(tally(Tally.Kind.SUCCEEDED, "train", numbers(1, 600)));
        List<String> expected =
                IntStream.range(0, 600).mapToObj(i -> "train/" + i).toList();

        assertThat(names(ofRun())).isEqualTo(expected);
        assertThat(settled).hasValue(4); // of 256, 256 and 88, and the empty one
        assertThat(names(ofStep("train"))).isEqualTo(expected);
        assertThat(settled).hasValue(8);
    }

    @Test
    void ofAStepTheFinishedAttemptsOfThatStepCount() {
        records.add("score/0");
        records.add("train/0");
        records.add("train/1");
        records.tallies = List.of(
                tally(Tally.Kind.SUCCEEDED, "score", 1),
                tally(Tally.Kind.SUCCEEDED, "train", 2),
                tally(Tally.Kind.CAUGHT, "train", 3),
                tally(Tally.Kind.FAILED, "train", 7, 8, 9));

        assertThat(names(ofStep("train"))).containsExactly("train/0", "train/1");
        assertThat(names(ofStep("score"))).containsExactly("score/0");
        assertThat(names(ofStep("other"))).isEmpty();
    }

    @Test
    void anAttemptThatIsNotThereIsMissed() {
        records.add("train", 2);
        records.tallies = List.of(tally(Tally.Kind.SUCCEEDED, "train", 1, 2), tally(Tally.Kind.FAILED, "train", 3));

        assertDamaged(ofRun(), "3 attempts of tasks were recorded, but 2 were found, or some were changed");
        assertThat(names(ofStep("train"))).hasSize(2);
    }

    @Test
    void anAttemptThatWasChangedIsFound() {
        records.add("train", 2);
        records.tallies = List.of(tally(Tally.Kind.SUCCEEDED, "train", 1, 3));

        String message = "2 attempts of tasks were recorded, but 2 were found, or some were changed";
        assertDamaged(ofRun(), message);
        assertDamaged(ofStep("train"), message);
    }

    @Test
    void whereNothingIsCountedNothingIsCompared() {
        records.add("train", 2);
        records.tallies = null;

        assertThat(names(ofRun())).containsExactly("train/0", "train/1");
    }

    @Test
    void whatIsAddedMeanwhileMayBeMissing() {
        records.add("train", 1);
        records.tallies = List.of(tally(Tally.Kind.SUCCEEDED, "train", 1));
        Iterator<TaskRecord> tasks = ofRun().iterator();
        assertThat(tasks.next().task()).hasToString("train/0");

        records.tallies = List.of(tally(Tally.Kind.SUCCEEDED, "train", 1, 2));

        assertThat(tasks.hasNext()).isFalse();
    }

    @Test
    void whatWasThereAtTheBeginningMayNot() {
        records.add("train", 1);
        records.tallies = List.of(tally(Tally.Kind.SUCCEEDED, "train", 1, 2));
        Iterator<TaskRecord> tasks = ofRun().iterator();
        tasks.next();

        records.tallies = List.of(tally(Tally.Kind.SUCCEEDED, "train", 1, 2, 3));

        assertThatThrownBy(tasks::hasNext)
                .isInstanceOf(DatastoreException.class)
                .hasMessage("the datastore `test:` failed: 3 attempts of tasks were recorded, but 1 were found, or some"
                        + " were changed");
    }

    @Test
    void whereAsManyCameAsThereAreNoneMayBeChanged() {
        records.add("train", 2);
        records.tallies = List.of(tally(Tally.Kind.SUCCEEDED, "train", 1));
        Iterator<TaskRecord> tasks = ofRun().iterator();
        tasks.next();
        tasks.next();

        records.tallies = List.of(tally(Tally.Kind.SUCCEEDED, "train", 1, 3));

        assertThatThrownBy(tasks::hasNext)
                .hasMessage("the datastore `test:` failed: 2 attempts of tasks were recorded, but 2 were found, or some"
                        + " were changed");
    }

    @Test
    void moreThanIsCountedAtTheEndIsDamage() {
        records.add("train", 3);
        records.tallies = List.of(tally(Tally.Kind.SUCCEEDED, "train", 1));
        Iterator<TaskRecord> tasks = ofRun().iterator();
        tasks.next();
        tasks.next();
        tasks.next();

        records.tallies = List.of(tally(Tally.Kind.SUCCEEDED, "train", 1, 2));

        assertThatThrownBy(tasks::hasNext)
                .hasMessage("the datastore `test:` failed: 2 attempts of tasks were recorded, but 3 were found, or some"
                        + " were changed");
    }

    @Test
    void ofARunThatIsDeletedMeanwhileNothingIsCompared() {
        records.add("train", 2);
        records.tallies = List.of(tally(Tally.Kind.SUCCEEDED, "train", 1, 2));
        Iterator<TaskRecord> tasks = ofRun().iterator();
        tasks.next();
        tasks.next();
        records.rows.clear();
        records.tallies = null;

        assertThat(tasks.hasNext()).isFalse();
    }

    @Test
    void anIndexThatIsOutOfOrderIsDamage() {
        records.add("train/1");
        records.add("train/0");
        assertDamaged(ofStep("train"), "an index of the attempts of tasks is out of order");
        records.rows.clear();

        records.add("train/0");
        records.add("train/0");
        assertDamaged(ofStep("train"), "an index of the attempts of tasks is out of order");
    }

    @Test
    void anIndexThatIsOutOfOrderBetweenPagesIsDamage() {
        records.add("train", 256);
        StoreReader repeating = new StoreReader(new RepeatingStore(records.rows));

        assertThatThrownBy(() -> names(TaskPages.ofRun(repeating, () -> {}, KEY)))
                .isInstanceOf(DatastoreException.class)
                .hasMessage("the datastore `repeating:` failed: an index of the attempts of tasks is out of order");
    }

    /** Its pages are the same again and again. */
    private record RepeatingStore(List<StoredTask> rows) implements RecordStore {
        @Override
        public String url() {
            return "repeating:";
        }

        @Override
        public List<CommitResult> apply(List<Entry> batch) {
            throw new UnsupportedOperationException("nothing is written");
        }

        @Override
        public <T> T read(Function<Records, T> read) {
            return read.apply(new NoRecords() {
                @Override
                public List<StoredTask> attempts(RunKey run, long after, int limit) {
                    return rows.stream().limit(limit).toList();
                }
            });
        }

        @Override
        public void close() {}
    }

    private static void assertDamaged(Stream<TaskRecord> tasks, String how) {
        assertThatThrownBy(() -> names(tasks))
                .isInstanceOf(DatastoreException.class)
                .hasMessage("the datastore `test:` failed: " + how);
    }
}
