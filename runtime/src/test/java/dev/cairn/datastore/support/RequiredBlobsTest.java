package dev.cairn.datastore.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.Example;
import dev.cairn.datastore.FileRecord;
import dev.cairn.datastore.ForkRecord;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.datastore.TaskStatus;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An attempt requires the values that it did not get from its parents and does not bring along. */
class RequiredBlobsTest {
    private static final RunId RUN = new RunId("20261123T211357042-k3f9x2dq");
    private static final RunKey KEY = new RunKey(RUN, 1, 1);
    private static final Instant START = Example.NOW;
    private static final Address INHERITED = address(1);
    private static final Address AT_START = address(2);
    private static final Address LATER = address(3);
    private static final Address ITEMS = address(4);

    private static Address address(int content) {
        return Address.ofContent(new byte[] {(byte) content});
    }

    private static ArtifactRef artifact(Address address, Instant createdAt) {
        return new ArtifactRef(address, 1, "int", createdAt, false, null);
    }

    private static TaskRecord record() {
        Map<String, ArtifactRef> artifacts = new LinkedHashMap<>();
        artifacts.put("inherited", artifact(INHERITED, START.minusNanos(1)));
        artifacts.put("inline", Example.inline("small"));
        artifacts.put("atStart", artifact(AT_START, START));
        artifacts.put("later", artifact(LATER, START.plusNanos(1)));
        return TaskRecord.builder(RUN, TaskId.of("train"), 0, TaskStatus.SUCCEEDED, START, START.plusSeconds(1))
                .artifacts(artifacts)
                .fork(new ForkRecord("later", 1, ITEMS))
                .build();
    }

    private static Entry.CommitTask commit(TaskRecord record, Address... blobs) {
        List<PreparedBlob> brought = List.of(blobs).stream()
                .<PreparedBlob>map(
                        blob -> new PreparedBlob.InRecord(new BlobInfo(blob, 1), Encoding.RAW, new byte[] {1}))
                .toList();
        return new Entry.CommitTask(KEY, record, new byte[0], 1, false, brought, null);
    }

    @Test
    void ofAnAttemptTheyAreItsOwn() {
        assertThat(RequiredBlobs.of(commit(record()))).containsExactly(AT_START, LATER, ITEMS);
        assertThat(TaskBlobs.own(record())).containsExactly(AT_START, LATER, ITEMS);
    }

    @Test
    void withoutThoseThatItBrings() {
        assertThat(RequiredBlobs.of(commit(record(), LATER, INHERITED))).containsExactly(AT_START, ITEMS);
        assertThat(RequiredBlobs.of(commit(record(), ITEMS, LATER, AT_START))).isEmpty();
    }

    @Test
    void withoutAForeachThereAreNoItems() {
        TaskRecord plain = Example.task(RUN, "train");

        assertThat(TaskBlobs.own(plain)).isEmpty();
        assertThat(RequiredBlobs.of(commit(plain, LATER))).isEmpty();
    }

    @Test
    void ofAFileItIsItsContent() {
        FileRecord file = new FileRecord("key", new BlobInfo(LATER, 1), START);

        assertThat(RequiredBlobs.of(new Entry.PutFile(KEY, file))).containsExactly(LATER);
        assertThat(RequiredBlobs.of(new Entry.ImportFile(KEY, file))).isEmpty();
    }

    @Test
    void ofWhatIsImportedThereAreNone() {
        assertThat(RequiredBlobs.of(new Entry.ImportTask(KEY, record(), new byte[0], 1, false)))
                .isEmpty();
    }
}
