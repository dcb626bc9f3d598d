package dev.cairn.datastore.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.CorruptBlobException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A large blob is read ahead and hashed by other threads, and verified as a small one is. */
@Timeout(120)
class ReadAheadTest {
    private static final int MEGABYTE = 1 << 20;
    private static final DamagedBlobs DAMAGED = new DamagedBlobs("memory:test");

    private static byte[] content(int size, long seed) {
        byte[] content = new byte[size];
        new Random(seed).nextBytes(content);
        return content;
    }

    private static VerifyingInputStream stream(byte[] expected, InputStream input) {
        BlobInfo info = new BlobInfo(Address.ofContent(expected), expected.length);
        return new VerifyingInputStream(input, info, DAMAGED, () -> {});
    }

    private static VerifyingInputStream stream(byte[] expected, byte[] stored) {
        return stream(expected, new ByteArrayInputStream(stored));
    }

    /** Gives few bytes at a time, and notes when it is closed. */
    private static final class Dribbles extends FilterInputStream {
        private final Random random = new Random(1);
        private final AtomicInteger readers = new AtomicInteger();
        private volatile boolean closed;

        Dribbles(byte[] content) {
            super(new ByteArrayInputStream(content));
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            assertThat(closed).isFalse();
            assertThat(readers.incrementAndGet()).isOne();
            try {
                return super.read(bytes, offset, Math.min(length, 1 + random.nextInt(300_000)));
            } finally {
                readers.decrementAndGet();
            }
        }

        @Override
        public void close() {
            assertThat(readers).hasValue(0);
            closed = true;
        }
    }

    @Test
    void allSizesComeAsTheyAreInPiecesOfAnySize() throws IOException {
        Random random = new Random(20261130);
        for (int size : new int[] {
            MEGABYTE, 2 * MEGABYTE, 256 * 1024 + 2 * MEGABYTE, 3 * MEGABYTE + 1, 5 * MEGABYTE, 9 * MEGABYTE - 1
        }) {
            byte[] content = content(size, size);
            ByteArrayOutputStream read = new ByteArrayOutputStream(size);
            Dribbles dribbles = new Dribbles(content);
            try (VerifyingInputStream stream = stream(content, dribbles)) {
                byte[] piece = new byte[3 * MEGABYTE];
                int count;
                while ((count = stream.read(piece, 0, 1 + random.nextInt(piece.length))) >= 0) {
                    read.write(piece, 0, count);
                }
            }
            assertThat(Arrays.equals(read.toByteArray(), content))
                    .as("of %d", size)
                    .isTrue();
            assertThat(dribbles.closed).isTrue();
        }
    }

    /** Who knows how many bytes there are does not ask for the end. */
    @Test
    void aFlippedBitIsFoundBeforeTheLastBytesAreDelivered() throws IOException {
        byte[] content = content(6 * MEGABYTE, 1);
        for (int position : new int[] {0, 300_000, 3 * MEGABYTE, content.length - 1}) {
            byte[] stored = content.clone();
            stored[position] ^= 4;
            try (VerifyingInputStream stream = stream(content, stored)) {
                assertThatThrownBy(() -> stream.readNBytes(content.length))
                        .isInstanceOf(CorruptBlobException.class)
                        .hasMessageStartingWith("the blob " + Address.ofContent(content)
                                + " in `memory:test` is damaged: its bytes have the address "
                                + Address.ofContent(stored));
                assertThatThrownBy(stream::read).isInstanceOf(CorruptBlobException.class);
            }
        }
    }

    @Test
    void tooFewAndTooManyBytesAreFound() throws IOException {
        byte[] content = content(6 * MEGABYTE, 2);
        for (int length : new int[] {400_000, 3 * MEGABYTE, content.length - 1}) {
            try (VerifyingInputStream stream = stream(content, Arrays.copyOf(content, length))) {
                assertThatThrownBy(() -> stream.readNBytes(content.length))
                        .isInstanceOf(CorruptBlobException.class)
                        .hasMessageContaining("is damaged: it has " + length + " bytes, not " + content.length + ".");
            }
        }
        try (VerifyingInputStream stream = stream(content, Arrays.copyOf(content, content.length + 1))) {
            assertThatThrownBy(() -> stream.readNBytes(content.length))
                    .isInstanceOf(CorruptBlobException.class)
                    .hasMessageContaining("is damaged: it has more than " + content.length + " bytes.");
        }
    }

    @Test
    void aDiskThatFailsIsDamage() throws IOException {
        byte[] content = content(6 * MEGABYTE, 3);
        InputStream failing = new FilterInputStream(new ByteArrayInputStream(content)) {
            private int left = 4 * MEGABYTE;

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                if (left == 0) {
                    throw new IOException("the disk is broken");
                }
                int count = super.read(bytes, offset, Math.min(length, left));
                left -= count;
                return count;
            }
        };
        try (VerifyingInputStream stream = stream(content, failing)) {
            assertThatThrownBy(() -> stream.readNBytes(content.length))
                    .isInstanceOf(CorruptBlobException.class)
                    .hasMessageContaining("is damaged: it cannot be read: the disk is broken.")
                    .hasRootCauseMessage("the disk is broken");
        }
    }

    @Test
    void whoWantsTheBeginningOnlyReadsNoMore() throws IOException {
        byte[] content = content(6 * MEGABYTE, 4);
        ByteArrayInputStream input = new ByteArrayInputStream(content);
        try (VerifyingInputStream stream = stream(content, input)) {
            assertThat(stream.readNBytes(64 * 1024)).isEqualTo(Arrays.copyOf(content, 64 * 1024));
        }
        assertThat(input.available()).isEqualTo(content.length - 64 * 1024);
    }

    @Test
    void ofALargeOneMoreIsReadThanWasAskedFor() throws IOException {
        for (int size : new int[] {256 * 1024 + 2 * MEGABYTE, 6 * MEGABYTE}) {
            byte[] content = content(size, 8);
            ByteArrayInputStream input = new ByteArrayInputStream(content);
            try (VerifyingInputStream stream = stream(content, input)) {
                assertThat(stream.readNBytes(256 * 1024)).hasSize(256 * 1024);
                assertThat(input.available()).isEqualTo(size - 256 * 1024);
                assertThat(stream.read()).isEqualTo(content[256 * 1024] & 0xff);
            }
            assertThat(input.available()).isLessThanOrEqualTo(size - 256 * 1024 - MEGABYTE);
        }
    }

    @Test
    void ofWhatHasLessLeftThanTwoMegabytesNothingIsReadAhead() throws IOException {
        byte[] content = content(256 * 1024 + 2 * MEGABYTE - 1, 9);
        ByteArrayInputStream input = new ByteArrayInputStream(content);
        try (VerifyingInputStream stream = stream(content, input)) {
            assertThat(stream.readNBytes(256 * 1024)).hasSize(256 * 1024);
            assertThat(stream.read()).isEqualTo(content[256 * 1024] & 0xff);
        }
        assertThat(input.available()).isEqualTo(content.length - 256 * 1024 - 1);
    }

    @Test
    void whoClosesWaitsUntilNobodyReads() throws Exception {
        byte[] content = content(6 * MEGABYTE, 10);
        CountDownLatch disk = new CountDownLatch(1);
        AtomicInteger closed = new AtomicInteger();
        InputStream slow = new FilterInputStream(new ByteArrayInputStream(content)) {
            private int left = 256 * 1024 + MEGABYTE;

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                if (left == 0) {
                    await(disk);
                }
                int count = super.read(bytes, offset, left == 0 ? length : Math.min(length, left));
                left = Math.max(0, left - count);
                return count;
            }

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
        VerifyingInputStream stream = stream(content, slow);
        assertThat(stream.readNBytes(300_000)).hasSize(300_000);
        Thread closing = new Thread(() -> {
            try {
                stream.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        closing.start();
        while (closing.getState() != Thread.State.WAITING) {
            assertThat(closing.getState()).isNotEqualTo(Thread.State.TERMINATED);
            Thread.onSpinWait();
        }
        assertThat(closed).hasValue(0);

        disk.countDown();
        closing.join();

        assertThat(closed).hasValue(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aStreamCanBeLeftAnywhere() throws IOException {
        byte[] content = content(9 * MEGABYTE, 5);
        for (int size : new int[] {300_000, MEGABYTE, 5 * MEGABYTE}) {
            Dribbles dribbles = new Dribbles(content);
            try (VerifyingInputStream stream = stream(content, dribbles)) {
                assertThat(stream.readNBytes(size)).hasSize(size);
            }
            assertThat(dribbles.closed).isTrue();
        }
    }

    @Test
    void anInterruptIsKeptForWhoeverLooksForIt() throws IOException {
        byte[] content = content(6 * MEGABYTE, 6);
        Thread.currentThread().interrupt();
        try (VerifyingInputStream stream = stream(content, content)) {
            assertThat(Arrays.equals(stream.readNBytes(content.length), content))
                    .isTrue();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    /** More at once than there are threads for: then they do it themselves. */
    @Test
    void anyNumberCanBeReadAtOnce() throws Exception {
        byte[] content = content(4 * MEGABYTE, 7);
        ExecutorService readers = Executors.newFixedThreadPool(40);
        try {
            List<Future<byte[]>> reads = new ArrayList<>();
            for (int i = 0; i < 80; i++) {
                reads.add(readers.submit(() -> {
                    try (VerifyingInputStream stream = stream(content, content)) {
                        return Address.ofContent(stream.readAllBytes()).toBytes();
                    }
                }));
            }
            for (Future<byte[]> read : reads) {
                assertThat(read.get()).isEqualTo(Address.ofContent(content).toBytes());
            }
        } finally {
            readers.shutdown();
        }
    }
}
