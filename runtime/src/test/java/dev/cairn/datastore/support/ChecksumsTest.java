package dev.cairn.datastore.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.TaskId;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every later version has to compute the same ones. */
class ChecksumsTest {
    private static final byte[] DIGITS = "123456789".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] POSITION =
            PositionKey.encode(TaskId.parse("train/3").position());

    @Test
    void theFirstOneIsAtTheEndOfTheRecord() {
        assertThat(Checksums.first(new byte[] {9, 8, 0x78, 0x56, (byte) 0xf4, (byte) 0x92}))
                .isEqualTo(0x7856f492);
        assertThat(Checksums.first(new RecordWriter().finish())).isZero();
    }

    @Test
    void ofARecordThatIsTooShortItIsWhatThereIs() {
        assertThat(Checksums.first(new byte[] {0x34, 0x12})).isEqualTo(0x3412);
        assertThat(Checksums.first(new byte[0])).isZero();
    }

    /** The check value that the catalogues give for this algorithm. */
    @Test
    void bytesHaveTheirCrc32c() {
        assertThat(Checksums.of(DIGITS)).isEqualTo(0xe3069283);
    }

    @Test
    void theSecondOneOfAnAttemptIsThatOfItsKeyAndTheFirst() {
        RecordWriter parts = new RecordWriter();
        parts.number(7);
        parts.text("train");
        parts.bytes(POSITION);
        parts.number(2);
        parts.octet(1);
        parts.number(5);
        parts.number(0xe3069283L);

        assertThat(Checksums.ofTask(7, "train", POSITION, 2, 1, 5, 0xe3069283))
                .isEqualTo(parts.checksum())
                .isEqualTo(0x451fd8feL);
    }

    @Test
    void theSecondOneOfOutputIsThatOfItsKeyAndTheFirst() {
        RecordWriter parts = new RecordWriter();
        parts.number(7);
        parts.text("train");
        parts.bytes(POSITION);
        parts.number(2);
        parts.number(300);
        parts.number(0xe3069283L);

        assertThat(Checksums.ofLog(7, "train", POSITION, 2, 300, 0xe3069283))
                .isEqualTo(parts.checksum())
                .isEqualTo(0x88adbd50L);
    }

    @Test
    void whateverPartOfTheKeyIsAnotherSoIsTheChecksum() {
        assertThat(Stream.of(
                        Checksums.ofTask(7, "train", POSITION, 2, 1, 5, 9),
                        Checksums.ofTask(8, "train", POSITION, 2, 1, 5, 9),
                        Checksums.ofTask(7, "score", POSITION, 2, 1, 5, 9),
                        Checksums.ofTask(7, "train", new byte[0], 2, 1, 5, 9),
                        Checksums.ofTask(7, "train", POSITION, 3, 1, 5, 9),
                        Checksums.ofTask(7, "train", POSITION, 2, 0, 5, 9),
                        Checksums.ofTask(7, "train", POSITION, 2, 1, 4, 9),
                        Checksums.ofTask(7, "train", POSITION, 2, 1, 5, 8)))
                .doesNotHaveDuplicates()
                .allMatch(checksum -> checksum >= 0);
    }

    /** The first outputs of SplitMix64 from the seed 0, as its authors publish them. */
    @Test
    void theDigestOfARowIsThatOfSplittableRandom() {
        assertThat(Checksums.digest(0)).isEqualTo(0xe220a8397b1dcdafL);
        assertThat(Checksums.digest(1)).isEqualTo(0x6e789e6aa1b965f4L);
        assertThat(Checksums.digest(2)).isEqualTo(0x06c45d188009454fL);
    }

    @Test
    void whereNoneIsStoredAnyAgrees() {
        assertThat(Checksums.agree(5, 5)).isTrue();
        assertThat(Checksums.agree(Checksums.NONE, 5)).isTrue();
        assertThat(Checksums.agree(5, 6)).isFalse();
        assertThat(Checksums.agree(5, Checksums.NONE)).isFalse();
    }
}
