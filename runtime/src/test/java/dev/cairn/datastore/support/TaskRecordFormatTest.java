package dev.cairn.datastore.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.Example;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskOrigin;
import dev.cairn.datastore.TaskRecord;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class TaskRecordFormatTest {
    private static final RunId RUN = new RunId("20261123T211357042-k3f9x2dq");
    private static final TaskRecord RECORD =
            Example.fullRecord(RUN, new BlobInfo(Address.ofContent(new byte[] {1, 2, 3}), 3));

    /** Written by the first version. Every later one has to read it. */
    private static final String STORED =
            "01aab2a5b00d8d848b1401ff93ebdc0303047a6574610215f0ac9924d11279e3c7cfcc5caa681cf6b63b1b51277a095d9120"
                    + "711da644b31906537472696e67aab2a5b00d8d848b1419666972737420696e2074686520666c6f772773206f726465720561"
                    + "6c70686104039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81030c4c6973743c436f6e666967"
                    + "3e05636f756e7401039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81ffffffffffffffff7f03"
                    + "696e7400000205747261696e0211030573746172740002046a6f696e056f7468657201056974656d73c0843d039058c6f2c0"
                    + "cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81010f636f6d2e61636d652e42726f6b656e0d697427732022"
                    + "62726f6b656e2224617420636f6d2e61636d652e466c6f772e73636f726528466c6f772e6a6176613a33290a3406a54b";

    @Test
    void theBytesStayAsTheyAre() {
        assertThat(HexFormat.of().formatHex(TaskRecordFormat.write(RECORD))).isEqualTo(STORED);
        assertThat(read(HexFormat.of().parseHex(STORED)))
                .usingRecursiveComparison()
                .isEqualTo(RECORD);
    }

    /** Only what has an origin is written in the second version. */
    @Test
    void anOriginIsWrittenInTheSecondVersion() {
        TaskRecord clone = withOrigin();

        byte[] stored = TaskRecordFormat.write(clone, 0x0123456789abcdefL);

        String unsealed = STORED.substring(2, STORED.length() - 8);
        assertThat(HexFormat.of().formatHex(stored))
                .startsWith("02" + unsealed
                        + "1b3230323631313232543130313131323133312d6b33663978326471" + "05" + "73636f7265" + "05"
                        + "1107210110" + "03" + "0123456789abcdef");
        assertThat(read(stored)).usingRecursiveComparison().isEqualTo(clone);
    }

    @Test
    void noBitOfAnOriginCanFlipUnseen() {
        byte[] stored = TaskRecordFormat.write(withOrigin());
        for (int bit = 0; bit < 8 * stored.length; bit++) {
            byte[] damaged = stored.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);

            assertThatThrownBy(() -> read(damaged)).isInstanceOf(DamagedRecordException.class);
        }
    }

    private static TaskRecord withOrigin() {
        return TaskRecord.builder(
                        RUN, RECORD.task(), RECORD.attempt(), RECORD.status(), RECORD.startedAt(), RECORD.finishedAt())
                .artifacts(RECORD.artifacts())
                .parents(RECORD.parents())
                .next(RECORD.next())
                .fork(RECORD.fork())
                .failure(RECORD.failure())
                .origin(new TaskOrigin(new RunId("20261122T101112131-k3f9x2dq"), TaskId.parse("score/7#1/0"), 3))
                .build();
    }

    @Test
    void theTokenIsBehindAllThatIsRead() {
        byte[] stored = TaskRecordFormat.write(RECORD, 0x0123456789abcdefL);

        String unsealed = STORED.substring(0, STORED.length() - 8);
        assertThat(HexFormat.of().formatHex(stored)).startsWith(unsealed + "0123456789abcdef");
        assertThat(stored).hasSize(unsealed.length() / 2 + 12);
        assertThat(read(stored)).usingRecursiveComparison().isEqualTo(RECORD);
    }

    @Test
    void aTokenIsFoundWithoutReadingTheRecord() {
        byte[] stored = TaskRecordFormat.write(RECORD, 0x0123456789abcdefL);

        assertThat(TaskRecordFormat.hasToken(stored, 0x0123456789abcdefL)).isTrue();
        assertThat(TaskRecordFormat.hasToken(stored, 0x0123456789abcdeeL)).isFalse();
        assertThat(TaskRecordFormat.hasToken(TaskRecordFormat.write(RECORD), 0x0123456789abcdefL))
                .isFalse();
    }

    @Test
    void whatIsTooShortForATokenHasNone() {
        byte[] shortest = HexFormat.of().parseHex("0123456789abcdef" + "00000000");

        assertThat(TaskRecordFormat.hasToken(shortest, 0x0123456789abcdefL)).isTrue();
        for (int length = 0; length < shortest.length; length++) {
            assertThat(TaskRecordFormat.hasToken(Arrays.copyOf(shortest, length), 0x0123456789abcdefL))
                    .isFalse();
        }
    }

    @Test
    void theTimesAreKnownWithoutTheRest() {
        byte[] stored = TaskRecordFormat.write(RECORD);
        assertThat(TaskRecordFormat.times(stored)).containsExactly(RECORD.startedAt(), RECORD.finishedAt());

        stored[3] ^= 1;
        assertThat(TaskRecordFormat.times(stored)).containsExactly(Instant.EPOCH, Instant.EPOCH);
        RecordWriter empty = new RecordWriter();
        assertThat(TaskRecordFormat.times(empty.finish())).containsExactly(Instant.EPOCH, Instant.EPOCH);
    }

    @Test
    void noBitCanFlipUnseen() {
        byte[] stored = TaskRecordFormat.write(RECORD);
        for (int bit = 0; bit < 8 * stored.length; bit++) {
            byte[] damaged = stored.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);

            assertThatThrownBy(() -> read(damaged))
                    .isInstanceOf(DamagedRecordException.class)
                    .hasMessage("its checksum is wrong");
        }
    }

    @Test
    void noByteCanBeCutUnseen() {
        byte[] stored = TaskRecordFormat.write(RECORD);
        for (int length = 0; length < stored.length; length++) {
            byte[] cut = Arrays.copyOf(stored, length);

            assertThatThrownBy(() -> read(cut)).isInstanceOf(DamagedRecordException.class);
        }
    }

    @Test
    void aRecordOfANewerFormatIsRefused() {
        RecordWriter writer = new RecordWriter();
        writer.octet(3);
        byte[] newer = writer.finish();

        assertThatThrownBy(() -> read(newer))
                .isInstanceOf(DamagedRecordException.class)
                .hasMessage("its format version 3 is unknown");
    }

    private static TaskRecord read(byte[] bytes) {
        return TaskRecordFormat.read(RUN, RECORD.task(), RECORD.attempt(), RECORD.status(), bytes);
    }
}
