package dev.cairn.datastore.support;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.TaskId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * Writes the parts of a record: numbers as LEB128 (groups of seven bits, lowest first, each with a bit that says whether more follow);
 * text as UTF-8 after its length; times as seconds and nanoseconds since 1970. The record ends with the CRC-32C of all of this. Not
 * thread-safe.
 */
public final class RecordWriter {
    private byte[] bytes = new byte[256];
    private int length;

    /** Starts an empty record. */
    public RecordWriter() {}

    /**
     * Writes a number in 1 to 10 bytes; small ones are short, negative ones take 10.
     *
     * @param value any number
     */
    public void number(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            octet((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        octet((int) rest);
    }

    /**
     * Writes the lowest eight bits as one byte.
     *
     * @param value the byte; its higher bits are ignored
     */
    public void octet(int value) {
        reserve(1);
        bytes[length++] = (byte) value;
    }

    /**
     * Writes eight octets, highest first.
     *
     * @param value any number
     */
    public void octets(long value) {
        for (int shift = Long.SIZE - 8; shift >= 0; shift -= 8) {
            octet((int) (value >>> shift));
        }
    }

    /**
     * Writes the number of bytes, then the bytes.
     *
     * @param value the bytes, which are copied
     */
    public void bytes(byte[] value) {
        number(value.length);
        reserve(value.length);
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
    }

    /**
     * Writes the number of bytes in UTF-8, then these bytes.
     *
     * @param value the text; half of a pair of surrogates is written as a question mark
     */
    public void text(String value) {
        bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes the seconds since 1970, then the nanoseconds.
     *
     * @param value the time, to the nanosecond
     */
    public void time(Instant value) {
        long seconds = value.getEpochSecond();
        number(seconds << 1 ^ seconds >> 63); // so that times before 1970 are short too
        number(value.getNano());
    }

    /**
     * Writes the bytes of an address; their number is always the same.
     *
     * @param value the address
     */
    public void address(Address value) {
        reserve(Address.LENGTH);
        System.arraycopy(value.toBytes(), 0, bytes, length, Address.LENGTH);
        length += Address.LENGTH;
    }

    /**
     * Writes the step of a task, then its {@link PositionKey}.
     *
     * @param value the task; it may belong to any run
     */
    public void task(TaskId value) {
        text(value.step());
        bytes(PositionKey.encode(value.position()));
    }

    /** {@return the number of bytes so far} */
    public int length() {
        return length;
    }

    /** {@return the CRC-32C of the bytes so far} */
    public long checksum() {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, length);
        return checksum.getValue();
    }

    /**
     * Ends the record with its checksum.
     *
     * @return the complete record; nothing may be written afterwards
     */
    public byte[] finish() {
        int value = (int) checksum();
        for (int shift = 0; shift < 32; shift += 8) {
            octet(value >>> shift);
        }
        return Arrays.copyOf(bytes, length);
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(length, more), (int) Math.min(2L * length, 1 << 30)));
        }
    }
}
