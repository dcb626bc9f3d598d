package dev.cairn.datastore.support;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.TaskId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** Reads what {@link RecordWriter} wrote. Not thread-safe. */
public final class RecordReader {
    static final int CHECKSUM_LENGTH = 4;

    private final byte[] bytes;
    private int position;

    private RecordReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Reads a record.
     *
     * @param bytes a whole record, with its checksum; must not be modified
     * @return a reader at its beginning
     * @throws DamagedRecordException if its checksum is wrong
     */
    public static RecordReader of(byte[] bytes) {
        int length = bytes.length - CHECKSUM_LENGTH;
        if (length < 0) {
            throw new DamagedRecordException("it has " + bytes.length + " bytes");
        }
        int stored = 0;
        for (int i = 0; i < CHECKSUM_LENGTH; i++) {
            stored |= (bytes[length + i] & 0xff) << 8 * i;
        }
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, length);
        if (stored != (int) checksum.getValue()) {
            throw new DamagedRecordException("its checksum is wrong");
        }
        return new RecordReader(bytes);
    }

    /** {@return the next number, which {@link RecordWriter#number} wrote} */
    public long number() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            int octet = octet();
            value |= (long) (octet & 0x7f) << shift;
            if (octet < 0x80) {
                return value;
            }
        }
    }

    /**
     * Reads a number that is the size of something.
     *
     * @return the size, which may still be larger than what is left of the record
     * @throws ArithmeticException if it is larger than an {@code int}
     */
    public int count() {
        return Math.toIntExact(number());
    }

    /** {@return the next byte, as 0 to 255} */
    public int octet() {
        return bytes[position++] & 0xff;
    }

    /** {@return the next number of eight octets, which {@link RecordWriter#octets} wrote} */
    public long octets() {
        long value = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            value = value << 8 | octet();
        }
        return value;
    }

    /** {@return the next array, which {@link RecordWriter#bytes} wrote} */
    public byte[] bytes() {
        int length = count();
        position += length;
        return Arrays.copyOfRange(bytes, position - length, position);
    }

    /** {@return the next text, which {@link RecordWriter#text} wrote} */
    public String text() {
        int length = count();
        position += length;
        return new String(bytes, position - length, length, StandardCharsets.UTF_8);
    }

    /** {@return the next time, which {@link RecordWriter#time} wrote} */
    public Instant time() {
        long folded = number();
        return Instant.ofEpochSecond(folded >>> 1 ^ -(folded & 1), number());
    }

    /** {@return the next address, which {@link RecordWriter#address} wrote} */
    public Address address() {
        position += Address.LENGTH;
        return Address.ofBytes(Arrays.copyOfRange(bytes, position - Address.LENGTH, position));
    }

    /** {@return the next task, which {@link RecordWriter#task} wrote} */
    public TaskId task() {
        return PositionKey.decode(text(), bytes());
    }

    /** {@return whether everything before the checksum was read} */
    public boolean atEnd() {
        return position == bytes.length - CHECKSUM_LENGTH;
    }
}
