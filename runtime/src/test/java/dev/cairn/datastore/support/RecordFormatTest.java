package dev.cairn.datastore.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.TaskId;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The parts of records, as they are written and read. */
class RecordFormatTest {
    /** What is written, without the checksum. */
    private static byte[] bytes(Consumer<RecordWriter> written) {
        byte[] record = record(written);
        return Arrays.copyOf(record, record.length - RecordReader.CHECKSUM_LENGTH);
    }

    private static byte[] record(Consumer<RecordWriter> written) {
        RecordWriter writer = new RecordWriter();
        written.accept(writer);
        return writer.finish();
    }

    private static String hex(Consumer<RecordWriter> written) {
        return HexFormat.of().formatHex(bytes(written));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 00",
        "1, 01",
        "127, 7f",
        "128, 8001",
        "300, ac02",
        "16383, ff7f",
        "16384, 808001",
        "2147483647, ffffffff07",
        "2147483648, 8080808008",
        "9223372036854775807, ffffffffffffffff7f",
        "-1, ffffffffffffffffff01",
        "-9223372036854775808, 80808080808080808001"
    })
    void numbers(long number, String hex) {
        assertThat(hex(writer -> writer.number(number))).isEqualTo(hex);
        RecordReader reader = RecordReader.of(record(writer -> writer.number(number)));
        assertThat(reader.number()).isEqualTo(number);
        assertThat(reader.atEnd()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:00:00Z, 0000",
        "1970-01-01T00:00:01Z, 0200",
        "1969-12-31T23:59:59.999999999Z, 01ff93ebdc03",
        "1969-12-31T23:59:58Z, 0300",
        "2026-11-23T21:13:57.042123789Z, aab2a5b00d8d848b14"
    })
    void times(Instant time, String hex) {
        assertThat(hex(writer -> writer.time(time))).isEqualTo(hex);
        assertThat(RecordReader.of(record(writer -> writer.time(time))).time()).isEqualTo(time);
    }

    @Test
    void octetsComeHighestFirst() {
        assertThat(hex(writer -> writer.octets(0xfedcba9876543210L))).isEqualTo("fedcba9876543210");
        assertThat(RecordReader.of(record(writer -> writer.octets(0xfedcba9876543210L)))
                        .octets())
                .isEqualTo(0xfedcba9876543210L);
    }

    @Test
    void ofAnOctetTheLowestBitsCount() {
        assertThat(hex(writer -> writer.octet(0x1ff))).isEqualTo("ff");
        assertThat(RecordReader.of(record(writer -> writer.octet(0x1ff))).octet())
                .isEqualTo(255);
    }

    @Test
    void textIsUtf8BehindItsLength() {
        assertThat(hex(writer -> writer.text("aé"))).isEqualTo("0361c3a9");
        assertThat(RecordReader.of(record(writer -> writer.text("aé"))).text()).isEqualTo("aé");
    }

    @Test
    void partsFollowEachOther() {
        Address address = Address.ofContent(new byte[] {1});
        byte[] record = record(writer -> {
            writer.bytes(new byte[] {7, 8});
            writer.address(address);
            writer.task(TaskId.parse("train/3#1"));
            writer.text("");
            writer.octet(9);
        });

        RecordReader reader = RecordReader.of(record);
        assertThat(reader.bytes()).containsExactly(7, 8);
        assertThat(reader.address()).isEqualTo(address);
        assertThat(reader.task()).isEqualTo(TaskId.parse("train/3#1"));
        assertThat(reader.text()).isEmpty();
        assertThat(reader.atEnd()).isFalse();
        assertThat(reader.octet()).isEqualTo(9);
        assertThat(reader.atEnd()).isTrue();
    }

    /** Around the sizes at which more room is needed. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 127, 128, 250, 254, 255, 256, 257, 300, 511, 512, 513, 100_000})
    void recordsGrowAsNeeded(int length) {
        byte[] content = new byte[length];
        Arrays.fill(content, (byte) 5);
        byte[] record = record(writer -> {
            for (int i = 0; i < length; i++) {
                writer.octet(5);
            }
            writer.bytes(content);
        });

        RecordReader reader = RecordReader.of(record);
        for (int i = 0; i < length; i++) {
            assertThat(reader.octet()).isEqualTo(5);
        }
        assertThat(reader.bytes()).isEqualTo(content);
        assertThat(reader.atEnd()).isTrue();
    }

    @Test
    void lengthAndChecksumAreThoseOfWhatIsThere() {
        RecordWriter writer = new RecordWriter();
        assertThat(writer.length()).isZero();
        assertThat(writer.checksum()).isZero();
        for (char digit = '1'; digit <= '9'; digit++) {
            writer.octet(digit);
        }

        assertThat(writer.length()).isEqualTo(9);
        assertThat(writer.checksum()).isEqualTo(0xe3069283L);
        assertThat(HexFormat.of().formatHex(writer.finish())).isEqualTo("313233343536373839" + "839206e3");
    }

    @Test
    void aCountIsAnInt() {
        RecordReader reader = RecordReader.of(record(writer -> {
            writer.number(Integer.MAX_VALUE);
            writer.number(Integer.MAX_VALUE + 1L);
        }));

        assertThat(reader.count()).isEqualTo(Integer.MAX_VALUE);
        assertThatThrownBy(reader::count).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void whatIsTooShortForAChecksumIsDamaged() {
        assertThat(RecordReader.of(new byte[4]).atEnd()).isTrue();
        assertThatThrownBy(() -> RecordReader.of(new byte[3]))
                .isInstanceOf(DamagedRecordException.class)
                .hasMessage("it has 3 bytes");
    }

    @Test
    void eachByteOfTheChecksumCounts() {
        for (int i = 0; i < RecordReader.CHECKSUM_LENGTH; i++) {
            byte[] damaged = record(writer -> writer.text("a"));
            damaged[damaged.length - 1 - i] ^= 1;

            assertThatThrownBy(() -> RecordReader.of(damaged))
                    .isInstanceOf(DamagedRecordException.class)
                    .hasMessage("its checksum is wrong");
        }
    }
}
