package dev.cairn.datastore.support;

import static dev.cairn.datastore.CommitResult.COMMITTED;
import static dev.cairn.datastore.CommitResult.LOST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.Example;
import dev.cairn.datastore.FileRecord;
import dev.cairn.datastore.NoSuchBlobException;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunStatus;
import dev.cairn.datastore.TaskCommit;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.datastore.TaskStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What becomes of entries on their way to the store: what answers mean, what is sent again, how much they weigh. */
class WritesTest {
    private static final RunId RUN = new RunId("20261123T211357042-k3f9x2dq");
    private static final RunKey KEY = new RunKey(RUN, 1, 1);
    private static final byte[] CONTENT = Example.randomBytes(100, 1);
    private static final Address ADDRESS = Address.ofContent(CONTENT);
    private static final CommitResult REFUSED = new CommitResult.Refused(DatastoreException.noSuchRun(RUN));
    private static final CommitResult FENCED = new CommitResult.Fenced(2);
    private static final CommitResult MISSING = new CommitResult.MissingBlob(ADDRESS);
    private static final TaskRecord RECORD = Example.attempt(
            RUN,
            "train/3",
            1,
            TaskStatus.SUCCEEDED,
            Map.of("x", new ArtifactRef(ADDRESS, CONTENT.length, "byte[]", Example.NOW, false, null)));
    private static final String DROPPED = "the import of run " + RUN
            + " was dropped, since the same run is being imported by another process, or since it took more than a day."
            + " Import it again.";

    private final Overlay overlay = new Overlay();
    private final BlobPreparation preparation = new BlobPreparation(BlobStore.none(), Compression.none());

    private static Entry.AppendLog log(int... lengths) {
        return new Entry.AppendLog(
                KEY,
                TaskId.of("train"),
                0,
                1,
                Arrays.stream(lengths)
                        .mapToObj(length -> new LogChunk(9999, Encoding.RAW, new byte[length], 0))
                        .toList());
    }

    private static Entry.ImportTask importTask() {
        return new Entry.ImportTask(KEY, RECORD, new byte[1000], 1, false);
    }

    private static Write<Boolean> of(Entry entry) {
        return new EntryWrite(entry);
    }

    private TaskWrite commit(byte[]... blobs) {
        return new TaskWrite(Example.commit(RECORD, blobs), KEY, true, preparation, overlay);
    }

    @Test
    void anEntryChangesSomethingIfItIsCommitted() {
        Write<Boolean> write = of(new Entry.DeleteBlob(ADDRESS, Example.NOW));

        assertThat(write.result(COMMITTED)).isTrue();
        assertThat(write.result(LOST)).isFalse();
        assertThat(write.result(FENCED)).isFalse(); // it has no owner
        assertThat(write.again(MISSING)).isNull();
    }

    @Test
    void whatIsRefusedSaysWhyButForARunThatSomebodyElseDeleted() {
        assertThat(of(new Entry.DeleteRun(KEY)).result(REFUSED)).isFalse();
        assertThatThrownBy(() -> of(new Entry.TagRun(KEY, Set.of(), Set.of())).result(REFUSED))
                .isInstanceOf(DatastoreException.class)
                .hasMessage(DatastoreException.noSuchRun(RUN).getMessage());
    }

    @Test
    void whoIsNoLongerOwnerIsToldSo() {
        assertThatThrownBy(() -> of(new Entry.Heartbeat(KEY, Example.NOW)).result(FENCED))
                .isInstanceOf(DatastoreException.class)
                .hasMessage(DatastoreException.fenced(RUN).getMessage());
    }

    @Test
    void aFileWhoseBlobIsGoneSaysSo() {
        FileRecord file = new FileRecord("key", new BlobInfo(ADDRESS, CONTENT.length), Example.NOW);

        assertThatThrownBy(() -> of(new Entry.PutFile(KEY, file)).result(MISSING))
                .isInstanceOf(NoSuchBlobException.class)
                .hasMessage("the blob " + ADDRESS + " was deleted before anything referred to it. Put it again.");
    }

    @Test
    void onlyThatARunDidNotSucceedMayFollowAFailure() {
        assertThat(of(new Entry.EndRun(KEY, RunStatus.FAILED, Example.NOW, null, null))
                        .mayFollowFailure())
                .isTrue();
        assertThat(of(new Entry.EndRun(KEY, RunStatus.SUCCEEDED, Example.NOW, null, null))
                        .mayFollowFailure())
                .isFalse();
        assertThat(of(new Entry.DeleteRun(KEY)).mayFollowFailure()).isFalse();
        assertThat(commit().mayFollowFailure()).isFalse();
        assertThat(new ImportWrite(importTask()).mayFollowFailure()).isFalse();
    }

    @Test
    void outputWeighsItsBytes() {
        assertThat(of(log(1000, 20)).weight()).isEqualTo(256 + 1020);
        assertThat(new ImportWrite(log(1000, 20)).weight()).isEqualTo(256 + 1020);
        assertThat(of(new Entry.Rebuild()).weight()).isEqualTo(256);
    }

    @Test
    void anAttemptWeighsTwiceItsRecordAndItsBlobs() {
        int record = ((Entry.CommitTask) commit().entry()).encoded().length;

        assertThat(commit().weight()).isEqualTo(512 + 2L * record);
        assertThat(commit(new byte[50], new byte[7]).weight()).isEqualTo(512 + 2L * record + 114);
        assertThat(new ImportWrite(importTask()).weight()).isEqualTo(512 + 2000);
    }

    @Test
    void anImportedEntryOfARunThatIsGoneIsDropped() {
        for (CommitResult gone : List.of(REFUSED, FENCED)) {
            assertThatThrownBy(() -> new ImportWrite(log(1)).result(gone))
                    .isInstanceOf(DatastoreException.class)
                    .hasMessage(DROPPED);
        }
        assertThat(new ImportWrite(log(1)).result(COMMITTED)).isTrue();
        assertThat(new ImportWrite(log(1)).result(LOST)).isFalse();
    }

    @Test
    void anImportedAttemptHasToBeStored() {
        assertThat(new ImportWrite(importTask()).result(COMMITTED)).isTrue();
        assertThatThrownBy(() -> new ImportWrite(importTask()).result(LOST))
                .isInstanceOf(DatastoreException.class)
                .hasMessage("attempt 1 of task train/3 of run " + RUN + " cannot be imported: it comes after an attempt"
                        + " that finished, or that has its number or a later one.");
    }

    @Test
    void aCommitHasTheAnswerOfTheStore() {
        CommitResult duplicate = new CommitResult.Duplicate(RECORD);
        assertThat(commit().result(duplicate)).isSameAs(duplicate);
        assertThat(commit().result(FENCED)).isSameAs(FENCED);
        assertThatThrownBy(() -> commit().result(REFUSED))
                .hasMessage(DatastoreException.noSuchRun(RUN).getMessage());
    }

    @Test
    void aCommitBringsItsBlobsAndToken() {
        TaskCommit commit = Example.commit(RECORD, CONTENT);
        Entry.CommitTask entry = (Entry.CommitTask) new TaskWrite(commit, KEY, true, preparation, overlay).entry();

        assertThat(entry.run()).isEqualTo(KEY);
        assertThat(entry.record()).isSameAs(RECORD);
        assertThat(entry.logged()).isTrue();
        assertThat(entry.token()).isEqualTo(commit.token());
        assertThat(TaskRecordFormat.hasToken(entry.encoded(), commit.token())).isTrue();
        assertThat(entry.blobs()).extracting(PreparedBlob::info).containsExactly(commit.blob(ADDRESS));
    }

    @Test
    void aMissingBlobOfTheCommitIsBroughtOnceMore() {
        TaskWrite write = commit(CONTENT, new byte[7]);

        Entry.CommitTask again = (Entry.CommitTask) write.again(MISSING);

        assertThat(again.blobs())
                .extracting(blob -> blob.info().address())
                .containsExactly(Address.ofContent(new byte[7]), ADDRESS);
        Entry.CommitTask first = (Entry.CommitTask) write.entry();
        assertThat(again)
                .isEqualTo(new Entry.CommitTask(
                        KEY, RECORD, first.encoded(), first.token(), true, again.blobs(), first.predecessor()));
    }

    @Test
    void soIsOneThatIsOnItsWayWithAnotherCommit() {
        TaskWrite other =
                new TaskWrite(Example.commit(Example.task(RUN, "start"), CONTENT), KEY, false, preparation, overlay);
        assertThat(commit().again(MISSING)).isNull();

        other.queued();
        assertThat(((Entry.CommitTask) commit().again(MISSING)).blobs())
                .extracting(blob -> blob.info().address())
                .containsExactly(ADDRESS);

        other.settled();
        assertThat(commit().again(MISSING)).isNull();
    }

    @Test
    void anyOtherAnswerIsFinal() {
        assertThat(commit(CONTENT).again(COMMITTED)).isNull();
        assertThat(commit(CONTENT).again(LOST)).isNull();
    }

    @Test
    void aCommitIsSeenUntilItIsSettled() {
        TaskWrite write = commit(CONTENT);
        assertThat(overlay.tasks().find(RUN, RECORD.task())).isEmpty();

        write.queued();
        assertThat(overlay.tasks().find(RUN, RECORD.task())).containsExactly(RECORD);
        assertThat(overlay.blob(ADDRESS).map(PendingBlobs.Pending::bytes)).contains(CONTENT);

        write.settled();
        assertThat(overlay.tasks().find(RUN, RECORD.task())).isEmpty();
        assertThat(overlay.blob(ADDRESS)).isEmpty();
    }

    @Test
    void oneThatNobodyReadsBeforeIsNot() {
        TaskWrite write = TaskWrite.unseen(Example.commit(RECORD, CONTENT), KEY, false, preparation, overlay);

        write.queued();

        assertThat(overlay.tasks().find(RUN, RECORD.task())).isEmpty();
        assertThat(((Entry.CommitTask) write.entry()).logged()).isFalse();
        TaskWrite seen = commit();
        seen.queued();
        write.settled(); // forgets nothing of the other one
        assertThat(overlay.tasks().find(RUN, RECORD.task())).containsExactly(RECORD);
    }
}
