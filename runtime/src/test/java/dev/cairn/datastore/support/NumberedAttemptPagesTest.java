package dev.cairn.datastore.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.EndedAttempt;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whoever follows a run is given each attempt once, however late an attempt with a smaller number is committed. */
class NumberedAttemptPagesTest {
    private static final RunKey RUN = new RunKey(new RunId("20261130T000000000-follow00"), 1, 1);

    private final Numbers stored = new Numbers();
    private final NumberedAttemptPages pages = new NumberedAttemptPages(read -> read.apply(stored), RUN);

    /** Attempts of the tasks {@code work/number}, and how many the store counts besides. */
    private static final class Numbers extends NoRecords {
        private final TreeSet<Long> numbers = new TreeSet<>();
        private long lost;
        private boolean counts = true;
        private int rowsRead;

        void add(long... added) {
            for (long number : added) {
                numbers.add(number);
            }
        }

        @Override
        public List<StoredEnd> ends(RunKey run, long after, int limit) {
            List<StoredEnd> page = numbers.tailSet(after, false).stream()
                    .limit(limit)
                    .map(number -> new StoredEnd(new EndedAttempt(TaskId.parse("work/" + number), 0, false), number))
                    .toList();
            rowsRead += page.size();
            return page;
        }

        @Override
        public Optional<List<Tally>> tallies(RunKey run, @Nullable String step) {
            Instant now = Instant.EPOCH;
            return counts
                    ? Optional.of(List.of(
                            new Tally(Tally.Kind.SUCCEEDED, "work", numbers.size() / 2, 0, now, now),
                            new Tally(
                                    Tally.Kind.FAILED, "work", numbers.size() - numbers.size() / 2 + lost, 0, now, now),
                            new Tally(Tally.Kind.FILES, "", 1_000, 0, now, now)))
                    : Optional.empty();
        }
    }

    private List<Long> next() {
        return pages.next().stream()
                .map(ended -> Long.parseLong(ended.task().toString().substring("work/".length())))
                .toList();
    }

    @Test
    void whatComesLateComesBeforeWhatIsNew() {
        stored.add(1, 4);
        assertThat(next()).containsExactly(1L, 4L);
        assertThat(next()).isEmpty();

        stored.add(2, 3, 6);
        assertThat(next()).containsExactly(2L, 3L, 6L);
        assertThat(next()).isEmpty();

        stored.add(5);
        assertThat(next()).containsExactly(5L);
        assertThat(next()).isEmpty();
    }

    @Test
    void aFullPageIsNotSearched() {
        IntStream.rangeClosed(2, 600).forEach(number -> stored.add(number));
        assertThat(next()).hasSize(256).startsWith(2L).endsWith(257L);
        stored.add(1);
        assertThat(next()).hasSize(256).startsWith(258L);
        assertThat(next()).hasSize(88).startsWith(1L, 514L).endsWith(600L);
        assertThat(next()).isEmpty();
    }

    @Test
    void oneThatComesVeryLateIsFoundInTheEnd() {
        IntStream.rangeClosed(1, 5_000).filter(number -> number != 3).forEach(number -> stored.add(number));
        while (!next().isEmpty()) {
            // the next page
        }
        stored.add(3);
        assertThat(next()).containsExactly(3L);
        assertThat(next()).isEmpty();
    }

    /** Most of them are near the end, where it is looked first. */
    @Test
    void oneThatComesALittleLateTakesNoSearchFromTheBeginning() {
        IntStream.rangeClosed(1, 100_000).filter(number -> number != 99_990).forEach(number -> stored.add(number));
        while (!next().isEmpty()) {
            // the next page
        }
        stored.add(99_990);
        stored.rowsRead = 0;
        assertThat(next()).containsExactly(99_990L);
        assertThat(stored.rowsRead).isLessThan(600);
    }

    @Test
    void aStoreThatDoesNotCountIsBelieved() {
        stored.counts = false;
        stored.add(2, 5);
        assertThat(next()).containsExactly(2L, 5L);
        stored.add(1, 7);
        assertThat(next()).containsExactly(7L);
    }

    @Test
    void whatIsCountedAndNotFoundIsDamage() {
        stored.add(1, 2, 4);
        assertThat(next()).hasSize(3);
        stored.add(3);
        stored.lost = 2;

        assertThatThrownBy(this::next)
                .isInstanceOf(DamagedRecordException.class)
                .hasMessage("3 attempts of tasks were recorded, but 1 of them were found");
    }

    @Test
    void inWhateverOrderTheyCome() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            Numbers store = new Numbers();
            NumberedAttemptPages following = new NumberedAttemptPages(read -> read.apply(store), RUN);
            List<Long> seen = new ArrayList<>();
            for (int look = 0; look < 30; look++) {
                for (int i = random.nextInt(60); i > 0; i--) {
                    store.add(1 + 20L * look + random.nextInt(200));
                }
                following
                        .next()
                        .forEach(ended ->
                                seen.add(Long.parseLong(ended.task().toString().substring("work/".length()))));
            }
            for (List<EndedAttempt> page = following.next(); !page.isEmpty(); page = following.next()) {
                page.forEach(
                        ended -> seen.add(Long.parseLong(ended.task().toString().substring("work/".length()))));
            }
            assertThat(seen).as("seed %d", seed).doesNotHaveDuplicates().hasSameElementsAs(store.numbers);
        }
    }
}
