package dev.cairn.datastore.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrefetchingInputStreamTest {
    private static final int CHUNK = PrefetchingInputStream.CHUNK;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(
            ints = {
                0,
                1,
                CHUNK - 1,
                CHUNK,
                CHUNK + 1,
                2 * CHUNK,
                4 * CHUNK,
                4 * CHUNK + 1,
                5 * CHUNK - 1,
                13 * CHUNK + 77
            })
    void allBytesComeInTheirOrderInPiecesOfAnySize(int size) throws IOException {
        byte[] content = content(size);
        Random random = new Random(size);
        ByteArrayOutputStream read = new ByteArrayOutputStream(size);
        try (InputStream stream = new PrefetchingInputStream(file(content), size)) {
            byte[] piece = new byte[3 * CHUNK];
            int count;
            while ((count = stream.read(piece, 7, 1 + random.nextInt(piece.length - 7))) >= 0) {
                assertThat(count).isPositive();
                read.write(piece, 7, count);
            }
            assertThat(stream.read()).isEqualTo(-1);
            assertThat(stream.read(piece, 0, 0)).isZero();
        }
        assertThat(Arrays.equals(read.toByteArray(), content)).isTrue();
    }

    @Test
    void singleBytesComeAsNumbersFromZero() throws IOException {
        try (InputStream stream = new PrefetchingInputStream(file(new byte[] {0, -1, 127}), 3)) {
            assertThat(new int[] {stream.read(), stream.read(), stream.read(), stream.read()})
                    .containsExactly(0, 255, 127, -1);
        }
    }

    /** Whoever reads it finds that bytes are missing: none may come from behind a gap. */
    @ParameterizedTest
    @ValueSource(ints = {0, 10, CHUNK, CHUNK + 5, 3 * CHUNK})
    void ofAFileThatWasCutTheBytesBeforeTheCutCome(int left) throws IOException {
        byte[] content = content(6 * CHUNK + 3);
        Path file = file(Arrays.copyOf(content, left));
        try (InputStream stream = new PrefetchingInputStream(file, content.length)) {
            assertThat(Arrays.equals(stream.readAllBytes(), Arrays.copyOf(content, left)))
                    .isTrue();
            assertThat(stream.read()).isEqualTo(-1);
        }
    }

    /** The caller looks at the size before, and at the address after. */
    @Test
    void bytesThatWereAppendedAreNotHiddenWithinTheLastPiece() throws IOException {
        byte[] content = content(5 * CHUNK + 3);
        try (InputStream stream = new PrefetchingInputStream(file(content), content.length - 2)) {
            assertThat(stream.readAllBytes()).hasSize(content.length);
        }
    }

    @Test
    void anInterruptedThreadReadsOn() throws IOException {
        byte[] content = content(9 * CHUNK);
        try (InputStream stream = new PrefetchingInputStream(file(content), content.length)) {
            Thread.currentThread().interrupt();
            assertThat(Arrays.equals(stream.readAllBytes(), content)).isTrue();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS) // where nobody can delete a file that is open
    void aFileThatIsDeletedIsReadToItsEnd() throws IOException {
        byte[] content = content(9 * CHUNK);
        Path file = file(content);
        try (InputStream stream = new PrefetchingInputStream(file, content.length)) {
            assertThat(stream.read()).isEqualTo(content[0] & 0xff);
            Files.delete(file);
            assertThat(Arrays.equals(stream.readAllBytes(), Arrays.copyOfRange(content, 1, content.length)))
                    .isTrue();
        }
    }

    @Test
    void aStreamThatWasClosedOnItsWayReadsNoMore() throws IOException {
        InputStream stream = new PrefetchingInputStream(file(content(9 * CHUNK)), 9L * CHUNK);
        assertThat(stream.readNBytes(2 * CHUNK)).hasSize(2 * CHUNK);
        stream.close();
        stream.close();
        assertThatThrownBy(stream::readAllBytes).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 9L * CHUNK})
    void aFileThatIsNotThereIsNotOpened(long size) {
        assertThatThrownBy(() -> new PrefetchingInputStream(directory.resolve("none"), size))
                .isInstanceOf(FileNotFoundException.class);
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(directory.resolve("file"), content);
    }

    private static byte[] content(int size) {
        byte[] content = new byte[size];
        new Random(20261130).nextBytes(content);
        return content;
    }
}
