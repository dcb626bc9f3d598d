package dev.cairn.datastore.tck;

import static dev.cairn.datastore.tck.Example.randomBytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.Blobs;
import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.FileRecord;
import dev.cairn.datastore.NoSuchBlobException;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.datastore.TaskStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link Blobs} promises to a garbage collection, and to those who write beside it. */
interface CollectionConformance extends StoreUnderTest {
    @ParameterizedTest
    @ValueSource(ints = {10, 10_000, 200_000})
    @Promise("Blobs.delete removes a blob, and says whether there was one; it can be stored again")
    default void aDeletedBlobIsGoneAndCanBeStoredAgain(int length) {
        byte[] content = randomBytes(length, 5);
        BlobInfo blob = blobs().put(content);

        assertThat(blobs().delete(blob.address())).isTrue();
        assertThat(blobs().delete(blob.address())).isFalse();
        assertThat(blobs().find(blob.address())).isEmpty();
        assertThat(Example.all(blobs().list())).isEmpty();

        assertThat(blobs().put(content)).isEqualTo(blob);
        assertThat(blobs().read(blob.address())).isEqualTo(content);
    }

    @Test
    @Promise("Blobs.delete removes no other blob")
    default void otherBlobsStay() {
        BlobInfo kept = blobs().put(randomBytes(20, 1));
        BlobInfo keptFile = blobs().put(randomBytes(200_000, 2));
        blobs().delete(blobs().put(randomBytes(20, 3)).address());
        blobs().delete(blobs().put(randomBytes(200_000, 4)).address());

        assertThat(Example.all(blobs().list())).containsExactlyInAnyOrder(kept, keptFile);
        assertThat(blobs().read(keptFile.address())).isEqualTo(randomBytes(200_000, 2));
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 200_000})
    @Promise("Blobs.delete with a time removes only a blob that was put before that time")
    default void aBlobThatWasPutBeforeIsDeleted(int length) {
        BlobInfo blob = blobs().put(randomBytes(length, 6));

        assertThat(blobs().delete(blob.address(), now().minus(Duration.ofDays(1))))
                .isFalse();
        assertThat(blobs().find(blob.address())).contains(blob);
        assertThat(blobs().delete(blob.address(), now().plus(Duration.ofDays(1))))
                .isTrue();
        assertThat(blobs().find(blob.address())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 200_000})
    @Promise("Blobs.delete with a time keeps a blob that was put again since then, even if it already existed")
    default void aBlobThatWasPutAgainSinceIsNotDeleted(int length) {
        byte[] content = randomBytes(length, 7);
        BlobInfo blob = blobs().put(content);

        waitUntilUnused();
        Instant collectionBegan = now();
        blobs().put(content);

        assertThat(blobs().delete(blob.address(), collectionBegan)).isFalse();
        assertThat(blobs().read(blob.address())).isEqualTo(content);

        waitUntilUnused();
        Instant nextBegan = now();
        blobs().put(output -> output.write(content));

        assertThat(blobs().delete(blob.address(), nextBegan)).isFalse();
        assertThat(blobs().read(blob.address())).isEqualTo(content);
    }

    @Test
    @Promise("Blobs.delete with a time keeps a blob that a commit contained since then, even if it already existed")
    default void aBlobThatACommitTookAlongSinceIsNotDeleted() {
        RunId run = newRun();
        byte[] content = randomBytes(3000, 8);
        Address address = blobs().put(content).address();

        waitUntilUnused();
        Instant collectionBegan = now();
        runs().commit(Example.commit(Example.task(run, "start"), content)).join();

        assertThat(blobs().delete(address, collectionBegan)).isFalse();
        assertThat(blobs().read(address)).isEqualTo(content);
    }

    @Test
    @Promise("Blobs.delete with a time keeps a blob of a commit that is not durable yet")
    default void aBlobOfACommitOnItsWayIsNotDeleted() {
        RunId run = newRun();
        for (int i = 0; i < 50; i++) {
            byte[] content = randomBytes(3000, 100 + i);
            Address address = Address.ofContent(content);
            Instant collectionBegan = now();
            var commit = runs().commit(Example.commit(Example.task(run, "train/" + i), content));

            assertThat(blobs().delete(address, collectionBegan)).isFalse();
            commit.join();
            assertThat(blobs().read(address)).isEqualTo(content);
        }
    }

    @Test
    @Promise("Blobs.delete removes a blob even if records refer to it, and the records stay readable")
    default void recordsOutliveTheirBlobs() {
        RunId run = newRun();
        BlobInfo blob = blobs().put(randomBytes(3000, 9));
        committed(Example.fullRecord(run, blob));

        assertThat(blobs().delete(blob.address())).isTrue();
        assertThat(runs().task(run, TaskId.parse("score/3#1/0"))).contains(Example.fullRecord(run, blob));
    }

    @Test
    @Promise("Blobs.sweep keeps every blob, even while others are written")
    default void sweepingKeepsEveryBlob() {
        byte[] small = randomBytes(10, 7);
        byte[] large = randomBytes(200_000, 8);
        Address smallAddress = blobs().put(small).address();
        Address largeAddress = blobs().put(large).address();
        byte[] written = randomBytes(3_000_000, 9);

        BlobInfo blob = blobs().put(output -> {
            output.write(written, 0, 2_000_000);
            blobs().sweep();
            output.write(written, 2_000_000, 1_000_000);
        });

        assertThat(blobs().read(blob.address())).isEqualTo(written);
        assertThat(blobs().read(smallAddress)).isEqualTo(small);
        assertThat(blobs().read(largeAddress)).isEqualTo(large);
    }

    @Test
    @Promise("Blobs.delete of many blobs removes each that was put before that time, and says how many")
    default void manyBlobsAreDeletedAtOnce() {
        List<Address> addresses = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            addresses.add(
                    blobs().put(randomBytes(i % 100 == 0 ? 200_000 : 50 + i, i)).address());
        }
        BlobInfo kept = blobs().put(randomBytes(70, 1000));
        List<Address> some = new ArrayList<>(addresses.subList(0, 200));
        some.add(Address.ofContent(randomBytes(80, 1001)));
        some.add(addresses.get(0));

        assertThat(blobs().delete(some, now().minus(Duration.ofDays(1)))).isZero();
        assertThat(blobs().delete(some, now().plus(Duration.ofDays(1)))).isEqualTo(200);
        assertThat(blobs().delete(some, now().plus(Duration.ofDays(1)))).isZero();

        assertThat(Example.all(blobs().list()))
                .extracting(BlobInfo::address)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(addresses.subList(200, 300).stream(), Stream.of(kept.address()))
                                .toList());
        blobs().sweep();
        assertThat(blobs().read(kept.address())).isEqualTo(randomBytes(70, 1000));
    }

    @ParameterizedTest
    @ValueSource(ints = {2_000, 200_000})
    @Promise("Blobs.delete with a time keeps a blob that an attempt stored that was committed since then")
    default void aBlobThatAnAttemptHasStoredLongBeforeItsCommitIsNotDeleted(int length) {
        RunId run = newRun();
        BlobInfo value = blobs().put(randomBytes(length, 11));
        ArtifactRef artifact = new ArtifactRef(value.address(), length, "byte[]", Example.NOW, false, null);
        TaskRecord record = TaskRecord.builder(
                        run, TaskId.of("start"), 0, TaskStatus.SUCCEEDED, Example.NOW, Example.NOW)
                .artifacts(Map.of("data", artifact))
                .build();

        waitUntilUnused();
        Instant collectionBegan = now();
        assertThat(committed(record)).isEqualTo(CommitResult.COMMITTED);

        assertThat(blobs().delete(value.address(), collectionBegan)).isFalse();
        assertThat(blobs().read(value.address())).isEqualTo(randomBytes(length, 11));
    }

    @ParameterizedTest
    @ValueSource(ints = {2_000, 200_000})
    @Promise("Runs.commit stores no attempt whose value was deleted since it was put, and says so")
    default void anAttemptWhoseValueIsGoneIsNotStored(int length) {
        RunId run = newRun();
        BlobInfo value = blobs().put(randomBytes(length, 9));
        blobs().delete(value.address());
        TaskRecord record = Example.fullRecord(run, value);

        assertThat(committed(record)).isEqualTo(new CommitResult.MissingBlob(value.address()));
        assertThat(runs().attempts(run, record.task())).isEmpty();

        blobs().put(randomBytes(length, 9));
        assertThat(committed(record)).isEqualTo(CommitResult.COMMITTED);
        assertThat(runs().attempts(run, record.task())).containsExactly(record);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 200_000})
    @Promise("Blobs.delete with a time keeps a blob that a run has kept under a key since then")
    default void aBlobThatWasPutLongBeforeItsFileIsNotDeleted(int length) {
        RunId run = newRun();
        BlobInfo content = blobs().put(randomBytes(length, 12));

        waitUntilUnused();
        Instant collectionBegan = now();
        runs().putFile(run, "model", content, Example.NOW);

        assertThat(blobs().delete(content.address(), collectionBegan)).isFalse();
        assertThat(blobs().read(content.address())).isEqualTo(randomBytes(length, 12));
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 200_000})
    @Promise(
            "Runs.putFile keeps nothing under a key whose blob was deleted since it was put, and throws NoSuchBlobException")
    default void aFileWhoseBlobIsGoneIsNotStored(int length) {
        RunId run = newRun();
        BlobInfo first = blobs().put(randomBytes(length, 13));
        BlobInfo second = blobs().put(randomBytes(length, 14));
        runs().putFile(run, "model", first, Example.NOW);
        blobs().delete(second.address());

        for (String key : List.of("model", "other")) {
            assertThatThrownBy(() -> runs().putFile(run, key, second, Example.NOW))
                    .isInstanceOf(NoSuchBlobException.class)
                    .hasMessage(
                            "the blob %s was deleted before anything referred to it. Put it again.", second.address());
        }
        assertThat(Example.all(runs().files(run, ""))).containsExactly(new FileRecord("model", first, Example.NOW));

        blobs().put(randomBytes(length, 14));
        runs().putFile(run, "model", second, Example.NOW);
        assertThat(Example.all(runs().files(run, ""))).containsExactly(new FileRecord("model", second, Example.NOW));
    }
}
