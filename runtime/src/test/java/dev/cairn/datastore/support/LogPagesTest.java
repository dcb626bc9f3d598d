package dev.cairn.datastore.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.Example;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The parts of the output of an attempt, of which none may be missing unseen. */
class LogPagesTest {
    private static final RunId RUN = new RunId("20261123T211357042-k3f9x2dq");
    private static final RunKey KEY = new RunKey(RUN, 1, 1);
    private static final TaskId TASK = TaskId.parse("train/3");
    private static final String MISSING = "the output of attempt 1 of task train/3 is damaged: some of it is missing";

    private final Stored records = new Stored();
    private final LogPages pages = new LogPages(KEY, TASK, 1);

    /** Parts of one attempt, and what is committed of the task. */
    private static final class Stored extends NoRecords {
        private final List<StoredLog> parts = new ArrayList<>();
        private final List<StoredTask> attempts = new ArrayList<>();

        /** Parts with these numbers, of a store in which there are gaps. */
        void add(long... numbers) {
            for (long part : numbers) {
                parts.add(part(part));
            }
        }

        static StoredLog part(long part) {
            return new StoredLog(10 * (part + 1), part, new LogChunk(0, Encoding.RAW, new byte[0], 0), 0);
        }

        void committed(int attempt, long logs) {
            attempts.add(new StoredTask(Example.attempt(RUN, "train/3", attempt, TaskStatus.FAILED), 1, logs, 0));
        }

        @Override
        public List<StoredLog> log(RunKey run, TaskId task, int attempt, long after, int limit) {
            assertThat(run).isEqualTo(KEY);
            assertThat(task).isEqualTo(TASK);
            assertThat(attempt).isEqualTo(1);
            return parts.stream()
                    .filter(part -> part.number() > after)
                    .limit(limit)
                    .toList();
        }

        @Override
        public List<StoredTask> attempts(RunKey run, TaskId task) {
            return attempts;
        }
    }

    private List<Long> after(@Nullable StoredLog last) {
        return pages.after(records, last).stream().map(StoredLog::part).toList();
    }

    private void assertMissing(@Nullable StoredLog last) {
        assertThatThrownBy(() -> after(last))
                .isInstanceOf(DamagedRecordException.class)
                .hasMessage(MISSING);
    }

    @Test
    void eachPageGoesOnAfterTheLastPart() {
        records.add(LongStream.range(0, 20).toArray());
        records.committed(1, 20);

        assertThat(after(null))
                .containsExactlyElementsOf(LongStream.range(0, 16).boxed().toList());
        assertThat(after(Stored.part(15))).containsExactly(16L, 17L, 18L, 19L);
        assertThat(after(Stored.part(19))).isEmpty();
    }

    @Test
    void theFirstPartMayNotBeMissing() {
        records.add(1);

        assertMissing(null);
    }

    @Test
    void norMayOneInTheMiddleOrBetweenPages() {
        records.add(0, 1, 3);

        assertMissing(null);
        assertMissing(Stored.part(1));
        assertThat(after(Stored.part(2))).containsExactly(3L);
    }

    @Test
    void whatTheCommitSaysMayNotBeMissingAtTheEnd() {
        records.add(0, 1);
        records.committed(0, 7);
        records.committed(1, 3);

        assertThat(after(null)).containsExactly(0L, 1L);
        assertMissing(Stored.part(1));
        assertThat(after(Stored.part(2))).isEmpty();
    }

    @Test
    void ofAllThatIsMissingToo() {
        records.committed(1, 1);

        assertMissing(null);
    }

    @Test
    void ofAnAttemptThatIsNotCommittedWhatThereIsIsAll() {
        records.committed(0, 7);

        assertThat(after(null)).isEmpty();
        records.add(0);
        assertThat(after(null)).containsExactly(0L);
        assertThat(after(Stored.part(0))).isEmpty();
    }

    /** As in the first format of the store. */
    @Test
    void partsWithoutNumbersAreNotCompared() {
        StoredLog old = new StoredLog(5, Checksums.NONE, new LogChunk(0, Encoding.RAW, new byte[0], 0), 0);
        records.parts.add(old);
        records.committed(1, 3);

        assertThat(after(null)).containsExactly(Checksums.NONE);
        assertThat(after(old)).isEmpty();
    }

    @Test
    void partsBehindThoseWithoutNumbersAreCountedFromThem() {
        StoredLog old = new StoredLog(5, Checksums.NONE, new LogChunk(0, Encoding.RAW, new byte[0], 0), 0);
        records.parts.add(old);
        records.add(1);
        assertThat(after(null)).containsExactly(Checksums.NONE, 1L);

        records.add(3);
        assertMissing(null);
    }
}
