package dev.cairn.datastore.support;

import static dev.cairn.datastore.CommitResult.COMMITTED;
import static dev.cairn.datastore.CommitResult.LOST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.Example;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunRecord;
import java.io.EOFException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Batches whose fate nobody knows are sent again, and what they find then counts as if they had been sent once. */
class SenderTest {
    private static final RunRecord RUN = Example.run("Flow");
    private static final CommitResult REFUSED = new CommitResult.Refused(DatastoreException.runExists(RUN.id()));
    private static final Write<Boolean> CREATE = new EntryWrite(new Entry.CreateRun(RUN));
    private static final Write<Boolean> TAG = new EntryWrite(new Entry.RenameFlow("Flow", "com.acme.Flow"));
    private static final Write<Boolean> DELETE = new EntryWrite(new Entry.DeleteRun(new RunKey(RUN.id(), 1, 1)));

    private final Answering store = new Answering();
    private final List<Integer> pauses = new ArrayList<>();
    private final Sender sender = new Sender(store, pauses::add);

    /** Answers as it is told; no answer means that it was lost. */
    private static final class Answering extends NoRecords implements RecordStore {
        private final Queue<List<CommitResult>> answers = new ArrayDeque<>();
        private final List<List<Entry>> batches = new ArrayList<>();
        private @Nullable RunRecord stored;

        void next(CommitResult... results) {
            answers.add(List.of(results));
        }

        @Override
        public String url() {
            return "answering:";
        }

        @Override
        public List<CommitResult> apply(List<Entry> batch) {
            batches.add(batch);
            List<CommitResult> next = answers.remove();
            if (next.isEmpty()) {
                throw new UnknownOutcomeException("the answer was lost", new EOFException());
            }
            return next;
        }

        @Override
        public <T> T read(Function<Records, T> read) {
            return read.apply(this);
        }

        @Override
        public Optional<StoredRun> run(RunId run) {
            assertThat(run).isEqualTo(RUN.id());
            return Optional.ofNullable(stored).map(record -> new StoredRun(record, 1, 1));
        }

        @Override
        public void close() {}
    }

    private List<CommitResult> send(Write<?>... batch) {
        return sender.send(List.of(batch));
    }

    @Test
    void whatIsAnsweredAtOnceIsPassedOn() {
        store.next(REFUSED, LOST, REFUSED);

        assertThat(send(CREATE, TAG, DELETE)).containsExactly(REFUSED, LOST, REFUSED);
        assertThat(store.batches).containsExactly(List.of(CREATE.entry(), TAG.entry(), DELETE.entry()));
        assertThat(pauses).isEmpty();
    }

    @Test
    void whatWasDoneBeforeTheAnswerWasLostIsDone() {
        store.stored = RUN;
        store.next();
        store.next();
        store.next(REFUSED, COMMITTED, REFUSED, REFUSED);

        assertThat(send(CREATE, TAG, DELETE, TAG)).containsExactly(COMMITTED, COMMITTED, COMMITTED, REFUSED);
        assertThat(store.batches).hasSize(3);
        assertThat(pauses).containsExactly(1, 2);
    }

    @Test
    void aRunThatAnotherOneStoredMeanwhileIsRefused() {
        store.stored = RUN.toBuilder().user("grace").build();
        store.next();
        store.next(REFUSED);
        assertThat(send(CREATE)).containsExactly(REFUSED);

        store.stored = null;
        store.next();
        store.next(REFUSED);
        assertThat(send(CREATE)).containsExactly(REFUSED);
    }

    @Test
    void eachPauseIsTwiceTheOneBeforeAndAllTogetherAreHalfAMinute() {
        assertThat(IntStream.rangeClosed(1, 9).mapToLong(Sender::pauseNanos).map(TimeUnit.NANOSECONDS::toMillis))
                .containsExactly(50L, 100L, 200L, 400L, 800L, 1600L, 3200L, 6400L, 12_800L);
    }

    @Test
    void theTenthLossIsTold() {
        for (int i = 0; i < 10; i++) {
            store.next();
        }

        assertThatThrownBy(() -> send(TAG)).isInstanceOf(UnknownOutcomeException.class);
        assertThat(pauses).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void whatMayBeAcceptedNowIsSentOnceMoreAlone() {
        Map<CommitResult, Entry> again = new HashMap<>();
        Entry other = new Entry.RenameFlow("Other", "com.acme.Other");
        again.put(LOST, other);
        Write<Boolean> repeated = new Write<>() {
            @Override
            public Entry entry() {
                return TAG.entry();
            }

            @Override
            public Boolean result(CommitResult answer) {
                return true;
            }

            @Override
            public @Nullable Entry again(CommitResult answer) {
                return again.get(answer);
            }

            @Override
            public long weight() {
                throw new UnsupportedOperationException("nothing is queued");
            }
        };
        store.next(COMMITTED, LOST, LOST, COMMITTED);
        store.next(COMMITTED);

        assertThat(send(repeated, DELETE, repeated, TAG)).containsExactly(COMMITTED, LOST, COMMITTED, COMMITTED);
        assertThat(store.batches)
                .containsExactly(List.of(TAG.entry(), DELETE.entry(), TAG.entry(), TAG.entry()), List.of(other));
    }

    @Test
    void whoeverForgetsAnAnswerHasFailed() {
        store.next(COMMITTED);

        assertThatThrownBy(() -> send(TAG, DELETE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("2 entries were sent, but 1 results were returned");
    }
}
