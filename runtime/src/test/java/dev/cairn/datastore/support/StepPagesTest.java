package dev.cairn.datastore.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.Example;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskId.Coordinate;
import dev.cairn.datastore.TaskRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The tasks of a step by number, and what is missing of them. */
class StepPagesTest {
    private static final RunId RUN = new RunId("20261123T211357042-k3f9x2dq");
    private static final RunKey KEY = new RunKey(RUN, 1, 1);

    private final NumberedSteps numbered = new NumberedSteps();
    private final Stored records = new Stored();

    /** The finished tasks of one step, in item order; a test can have the counts say something else. */
    private static final class Stored extends NoRecords {
        private final List<StoredTask> rows = new ArrayList<>();
        private final List<String> questions = new ArrayList<>();
        private @Nullable List<Tally> tallies;

        Stored with(String... tasks) {
            for (String task : tasks) {
                rows.add(new StoredTask(Example.task(RUN, task), rows.size() + 1, 0, 0));
            }
            return this;
        }

        Stored counting(long succeeded, long caught) {
            tallies = List.of(
                    tally(Tally.Kind.SUCCEEDED, succeeded),
                    tally(Tally.Kind.CAUGHT, caught),
                    tally(Tally.Kind.FAILED, 50));
            return this;
        }

        private static Tally tally(Tally.Kind kind, long rows) {
            return new Tally(kind, "train", rows, 0, Example.NOW, Example.NOW);
        }

        @Override
        public Optional<List<Tally>> tallies(RunKey run, @Nullable String step) {
            assertThat(step).isEqualTo("train");
            return Optional.ofNullable(tallies);
        }

        @Override
        public List<StoredTask> tasks(RunKey run, String step, List<Coordinate> from, int limit) {
            questions.add("from " + new TaskId(step, from));
            return rows.stream()
                    .filter(row -> row.record().task().compareTo(new TaskId(step, from)) >= 0)
                    .limit(limit)
                    .toList();
        }

        @Override
        public List<StoredTask> tasks(RunKey run, String step, long skipped, int limit) {
            questions.add("without " + skipped);
            return rows.stream().skip(skipped).limit(limit).toList();
        }

        @Override
        public Optional<StoredTask> lastTask(RunKey run, String step, List<Coordinate> position) {
            return rows.stream()
                    .filter(row -> row.record().task().isWithin(step, position))
                    .reduce((one, other) -> other);
        }
    }

    private StepPages pages() {
        return new StepPages(records, numbered, KEY, "train");
    }

    private List<String> page(long from, int limit) {
        return names(pages().page(from, limit));
    }

    private static List<String> names(List<TaskRecord> tasks) {
        return tasks.stream().map(record -> record.task().toString()).toList();
    }

    private static void assertMissing(long expected, ThrowingCallable read) {
        assertThatThrownBy(read)
                .isInstanceOf(DamagedRecordException.class)
                .hasMessage("some of the " + expected + " finished tasks of step train of run " + RUN + " are missing");
    }

    @Test
    void whereNumbersAreIndexesTasksAreFoundByThem() {
        records.with("train/0", "train/1", "train/2", "train/3").counting(3, 1);

        assertThat(page(1, 2)).containsExactly("train/1", "train/2");
        assertThat(page(3, 10)).containsExactly("train/3");
        assertThat(page(4, 10)).isEmpty();
        assertThat(page(90, 10)).isEmpty();
        assertThat(records.questions).containsExactly("from train/1", "from train/3", "from train/4", "from train/90");
    }

    @Test
    void whereNumbersAreIndexesThatIsKept() {
        records.with("train/0", "train/1").counting(2, 0);
        page(0, 1);

        assertThat(numbered.page(records, KEY, "train", 1, 1).map(StepPagesTest::names))
                .contains(List.of("train/1"));
        assertThat(numbered.page(records, KEY, "train", 0, 2).map(StepPagesTest::names))
                .contains(List.of("train/0", "train/1"));
        assertThat(numbered.page(records, KEY, "train", 1, 2)).isEmpty();
        assertThat(numbered.page(records, KEY, "score", 0, 1)).isEmpty();
        assertThat(numbered.page(records, new RunKey(RUN, 2, 1), "train", 0, 1)).isEmpty();
    }

    @Test
    void ofMoreThanAThousandStepsAllAreForgotten() {
        records.with("train/0");
        numbered.note(KEY, "train", 1);
        for (int run = 2; run <= 1000; run++) {
            numbered.note(new RunKey(RUN, run, 1), "train", 1);
        }
        assertThat(numbered.page(records, KEY, "train", 0, 1)).isPresent();

        numbered.note(new RunKey(RUN, 1001, 1), "train", 1);

        assertThat(numbered.page(records, KEY, "train", 0, 1)).isEmpty();
        assertThat(numbered.page(records, new RunKey(RUN, 1001, 1), "train", 0, 1))
                .isPresent();
    }

    @Test
    void whatIsKnownDoesNotHideThatATaskIsMissing() {
        numbered.note(KEY, "train", 3);

        records.with("train/0", "train/2");
        assertThat(numbered.page(records, KEY, "train", 0, 3)).isEmpty();
        assertThat(numbered.page(records, KEY, "train", 1, 1)).isEmpty();
        assertThat(numbered.page(records, KEY, "train", 0, 1).map(StepPagesTest::names))
                .contains(List.of("train/0"));
    }

    @Test
    void whereThereAreGapsTheyAreCounted() {
        records.with("train/0", "train/2", "train/3").counting(3, 0);

        assertThat(page(1, 2)).containsExactly("train/2", "train/3");
        assertThat(page(2, 5)).containsExactly("train/3");
        assertThat(records.questions).containsExactly("without 1", "without 2");
        assertThat(numbered.page(records, KEY, "train", 0, 1)).isEmpty();
    }

    @Test
    void iterationsAndDeeperPositionsAreCounted() {
        records.with("train#0", "train#1").counting(2, 0);
        assertThat(page(1, 5)).containsExactly("train#1");

        Stored deeper = new Stored().with("train/0/0", "train/0/1").counting(2, 0);
        assertThat(names(new StepPages(deeper, numbered, KEY, "train").page(1, 5)))
                .containsExactly("train/0/1");

        assertThat(records.questions).containsExactly("without 1");
        assertThat(deeper.questions).containsExactly("without 1");
    }

    @Test
    void aStoreThatDoesNotCountGivesWhatItHas() {
        records.with("train/0", "train/1");

        assertThat(page(1, 5)).containsExactly("train/1");
        assertThat(records.questions).containsExactly("without 1");
    }

    @Test
    void ofAStepWithoutTasksNothingIsFound() {
        records.counting(0, 0);

        assertThat(page(0, 5)).isEmpty();
        assertThat(pages().last(List.of())).isEmpty();
        assertThat(records.questions).containsExactly("without 0");
    }

    @Test
    void tasksThatTheCountsExpectAreMissing() {
        records.with("train/0", "train/1").counting(2, 1);

        assertMissing(3, () -> page(0, 5));
        assertMissing(3, () -> page(2, 5));
        assertThat(page(0, 2)).containsExactly("train/0", "train/1");
        assertThat(page(3, 5)).isEmpty();
    }

    @Test
    void oneThatIsMissingAmongNumberedOnesIsMissed() {
        records.with("train/0", "train/2").counting(3, 0);

        assertMissing(3, () -> page(0, 2));
        assertMissing(3, () -> page(1, 2));
        assertThat(page(2, 5)).containsExactly("train/2");
    }

    @Test
    void tasksThatTheCountsDoNotExpectAreDamageToo() {
        records.with("train/0", "train/1", "train/5").counting(2, 0);

        assertMissing(2, () -> page(0, 5));
    }

    @Test
    void whereOneLostItsPlaceTheNumbersDoNotFit() {
        records.with("train/0", "train/1", "train/3", "train/3").counting(4, 0);

        assertThat(page(0, 2)).containsExactly("train/0", "train/1");
        assertMissing(4, () -> page(0, 4));
    }

    @Test
    void theLastOneTellsHowManyThereCanBe() {
        records.with("train/0", "train/1").counting(2, 0);
        assertThat(pages().last(List.of()).map(TaskRecord::task)).contains(TaskId.parse("train/1"));

        records.counting(2, 1);
        assertMissing(3, () -> pages().last(List.of()));
        assertThat(pages().last(TaskId.parse("train/0").position()).map(TaskRecord::task))
                .contains(TaskId.parse("train/0"));
    }

    @Test
    void ofAStepOutsideOfAllForeachesThereIsOne() {
        records.with("train").counting(1, 0);
        assertThat(pages().last(List.of()).map(TaskRecord::task)).contains(TaskId.of("train"));
        assertThat(page(0, 5)).containsExactly("train");

        records.counting(2, 0);
        assertMissing(2, () -> pages().last(List.of()));
    }

    @Test
    void whereNoneIsFoundAllAreMissing() {
        records.counting(1, 0);

        assertMissing(1, () -> pages().last(List.of()));
        assertMissing(1, () -> page(0, 5));
    }

    @Test
    void deepPositionsDoNotTellHowManyThereCanBe() {
        records.with("train/0/0").counting(900, 0);

        assertThat(pages().last(List.of()).map(TaskRecord::task)).contains(TaskId.parse("train/0/0"));
    }
}
