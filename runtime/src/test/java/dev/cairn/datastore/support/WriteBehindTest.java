package dev.cairn.datastore.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.DatastoreException;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A large blob is hashed and written by other threads while its content comes into being. */
@Timeout(120)
class WriteBehindTest {
    private static final int MEGABYTE = 1 << 20;
    private static final DatastoreException FULL = new DatastoreException("the disk is full");

    private final Staged staged = new Staged();
    private final BlobPreparation preparation = new BlobPreparation(staged, Compression.none());

    /** Keeps what is staged, up to some size. */
    private static final class Staged implements BlobStore, BlobStore.Staging {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final AtomicInteger writers = new AtomicInteger();
        private volatile CompletableFuture<Void> disk = CompletableFuture.completedFuture(null);
        private long room = Long.MAX_VALUE;
        private boolean finished;
        private volatile boolean abandoned;
        private int failures;

        @Override
        public int largestInRecords() {
            return 1000;
        }

        @Override
        public Staging stage(Encoding encoding) {
            if (failures > 0) {
                failures--;
                throw FULL;
            }
            return this;
        }

        @Override
        public void write(byte[] written, int offset, int length) {
            assertThat(abandoned || finished).isFalse();
            assertThat(writers.incrementAndGet()).isOne();
            disk.join();
            if (bytes.size() + length > room) {
                throw FULL;
            }
            bytes.write(written, offset, length);
            writers.decrementAndGet();
        }

        @Override
        public PreparedBlob.Staged finish(BlobInfo info) {
            finished = true;
            return new PreparedBlob.Staged(info, Encoding.RAW, bytes.size(), 0, "here");
        }

        @Override
        public void abandon() {
            abandoned = true;
        }

        @Override
        public Optional<InputStream> open(StoredBlob blob) {
            return Optional.empty();
        }

        @Override
        public List<Address> list() {
            return List.of();
        }

        @Override
        public void sweep() {}
    }

    @Test
    void allSizesAreWrittenAsTheyAreWhateverPiecesTheyComeIn() {
        Random random = new Random(20261130);
        for (int size : new int[] {
            1001, MEGABYTE, MEGABYTE + 1000, MEGABYTE + 1001, 2 * MEGABYTE + 1000, 12 * MEGABYTE, 20 * MEGABYTE + 7
        }) {
            byte[] content = new byte[size];
            random.nextBytes(content);
            Staged store = new Staged();
            PreparedBlob prepared = new BlobPreparation(store, Compression.none()).prepare(output -> {
                for (int from = 0; from < size; ) {
                    int length = Math.min(size - from, 1 + random.nextInt(3 * MEGABYTE));
                    byte[] piece = Arrays.copyOfRange(content, from, from + length);
                    output.write(piece, 0, length);
                    Arrays.fill(piece, (byte) 0); // it belongs to whoever brings it
                    from += length;
                }
            });

            assertThat(prepared.info()).isEqualTo(new BlobInfo(Address.ofContent(content), size));
            assertThat(Arrays.equals(store.bytes.toByteArray(), content))
                    .as("of %d", size)
                    .isTrue();
            assertThat(store.finished).isTrue();
            assertThat(store.abandoned).isFalse();
        }
    }

    @Test
    void whatTheStoreSaysIsPassedOnWhereverItFails() {
        for (long room : new long[] {500, 1000, 2 * MEGABYTE, 15 * MEGABYTE, 20 * MEGABYTE - 1}) {
            Staged store = new Staged();
            store.room = room;
            assertThatThrownBy(() -> new BlobPreparation(store, Compression.none())
                            .prepare(output -> output.write(new byte[20 * MEGABYTE])))
                    .as("room for %d", room)
                    .isSameAs(FULL);
            assertThat(store.abandoned).isTrue();
        }
    }

    /** A {@code PrintStream} goes on after a failure, and says nothing of the bytes that it lost. */
    @Test
    void aFailureThatTheContentOverlooksIsPassedOnAlthoughTheStoreHasRecovered() {
        staged.failures = 1;
        assertThatThrownBy(() -> preparation.prepare(output -> {
                    PrintStream prints = new PrintStream(output);
                    prints.write(new byte[5000], 0, 5000);
                    prints.write(new byte[5000], 0, 5000);
                    prints.flush();
                }))
                .isSameAs(FULL);
        assertThat(staged.finished).isFalse();
    }

    @Test
    void ofContentThatFailsNothingIsLeft() {
        IllegalStateException failure = new IllegalStateException("no more");
        assertThatThrownBy(() -> preparation.prepare(output -> {
                    output.write(new byte[5 * MEGABYTE]);
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(staged.abandoned).isTrue();
        assertThat(staged.writers).hasValue(0);
    }

    @Test
    void whileSomebodyWritesNothingIsRemoved() throws InterruptedException {
        IllegalStateException failure = new IllegalStateException("no more");
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        Thread preparing = new Thread(() -> {
            try {
                preparation.prepare(output -> {
                    output.write(new byte[1001]); // which is staged by this thread
                    staged.disk = new CompletableFuture<>();
                    output.write(new byte[2 * MEGABYTE]);
                    throw failure;
                });
            } catch (IllegalStateException e) {
                thrown.complete(e);
            }
        });
        preparing.start();
        while (preparing.getState() != Thread.State.WAITING) {
            assertThat(preparing.getState()).isNotEqualTo(Thread.State.TERMINATED);
            Thread.onSpinWait();
        }
        assertThat(staged.abandoned).isFalse();

        staged.disk.complete(null);
        preparing.join();

        assertThat(thrown).isCompletedWithValue(failure);
        assertThat(staged.abandoned).isTrue();
    }

    @Test
    void ofWhatIsKnownNothingIsLeftIfThereIsNoRoom() {
        staged.room = 2 * MEGABYTE;
        byte[] content = new byte[3 * MEGABYTE];

        assertThatThrownBy(() -> preparation.prepare(new BlobInfo(Address.ofContent(content), content.length), content))
                .isSameAs(FULL);
        assertThat(staged.abandoned).isTrue();
    }

    @Test
    void whatIsKnownIsWrittenInPiecesAndNotHashedAgain() {
        byte[] content = new byte[3 * MEGABYTE + 5];
        new Random(1).nextBytes(content);
        BlobInfo info = new BlobInfo(Address.ofContent(new byte[1]), content.length);

        assertThat(preparation.prepare(info, content).info()).isEqualTo(info);
        assertThat(Arrays.equals(staged.bytes.toByteArray(), content)).isTrue();
        assertThat(staged.finished).isTrue();
        assertThat(staged.abandoned).isFalse();
    }

    @Test
    void anInterruptIsKeptForWhoeverLooksForIt() {
        Thread.currentThread().interrupt();
        try {
            preparation.prepare(output -> output.write(new byte[20 * MEGABYTE]));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(staged.bytes.size()).isEqualTo(20 * MEGABYTE);
    }
}
