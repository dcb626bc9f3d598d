package dev.cairn.datastore.support;

import static dev.cairn.datastore.CommitResult.COMMITTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.DatastoreException;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Each write is a batch of its own, and done at once. */
class DirectCommitterTest {
    private static final DatastoreException NO = new DatastoreException("no");

    private final ScriptedStore store = new ScriptedStore();
    private final DirectCommitter committer = new DirectCommitter(store, new Sender(store));

    private static Entry entry(String flow) {
        return new Entry.RenameFlow(flow, "com.acme.Flow");
    }

    private static Write<Boolean> writing(String flow) {
        return new EntryWrite(entry(flow));
    }

    private static List<CommitResult> refused(List<Entry> batch) {
        return List.of(new CommitResult.Refused(NO));
    }

    @Test
    void whatIsWrittenIsDoneAtOnce() {
        store.then(batch -> List.of(COMMITTED)).then(batch -> List.of(CommitResult.LOST));

        assertThat(committer.write(writing("first"))).isTrue();
        assertThat(committer.submit(writing("second"))).isCompletedWithValue(false);
        committer.submitAndForget(writing("third"));
        committer.settle();

        assertThat(store.batches())
                .containsExactly(List.of(entry("first")), List.of(entry("second")), List.of(entry("third")));
    }

    @Test
    void manyAreWrittenOneAfterTheOther() {
        store.then(batch -> List.of(COMMITTED)).then(batch -> List.of(CommitResult.LOST));

        assertThat(committer.submitAll(List.of(writing("first"), writing("second"))))
                .isCompletedWithValue(List.of(true, false));
        assertThat(committer.submitAll(List.of())).isCompletedWithValue(List.of());
        assertThat(store.batches()).containsExactly(List.of(entry("first")), List.of(entry("second")));
    }

    @Test
    void whatIsRefusedSaysSoToWhoeverWaits() {
        for (int i = 0; i < 4; i++) {
            store.then(DirectCommitterTest::refused);
        }

        assertThatThrownBy(() -> committer.write(writing("flow"))).isSameAs(NO);
        assertThatThrownBy(committer.submit(writing("flow"))::join).hasCause(NO);
        committer.submitAndForget(writing("flow")); // nobody waits
        assertThatThrownBy(committer.submitAll(List.of(writing("flow"), writing("other")))::join)
                .hasRootCause(NO);
        assertThat(store.applied()).containsExactly(entry("other"));
    }

    @Test
    void itIsTidiedBeforeTheProcessEnds() {
        committer.tidyBeforeExit(Duration.ofSeconds(10));

        assertThat(store.tidied()).isOne();
        assertThat(committer.write(writing("flow"))).isTrue();
    }

    @Test
    void onceItIsClosedItRefusesAndIsNotTidied() {
        committer.close();
        committer.close();

        assertThat(store.closed()).isTrue();
        for (ThrowingCallable write : List.<ThrowingCallable>of(
                () -> committer.write(writing("flow")),
                () -> committer.submit(writing("flow")),
                () -> committer.submitAndForget(writing("flow")),
                () -> committer.submitAll(List.of(writing("flow"))))) {
            assertThatThrownBy(write)
                    .isInstanceOf(DatastoreException.class)
                    .hasMessage("the datastore `scripted:` is closed");
        }
        committer.tidyBeforeExit(Duration.ofSeconds(10));
        assertThat(store.tidied()).isZero();
        assertThat(store.batches()).isEmpty();
    }
}
