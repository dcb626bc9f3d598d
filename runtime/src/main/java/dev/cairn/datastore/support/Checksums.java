package dev.cairn.datastore.support;

import java.util.zip.CRC32C;

/**
 * The second checksum of a row. The first checksum is at the end of the record, and does not cover the key. The second one has its own
 * column, and is the CRC-32C of the key and the first checksum. So a row that moved to another key is detected, and to copy a record to
 * another key, only the second checksum must be computed again. Thread-safe.
 */
public final class Checksums {
    /** Stands for a missing checksum, in a store whose format had none. No checksum is negative. */
    public static final long NONE = -1;

    private static final int FIRST_LENGTH = 4;

    private Checksums() {}

    /**
     * {@return the first checksum of a record, without checking that it is right}
     *
     * @param record a whole record; of one that is too short, what there is
     */
    public static int first(byte[] record) {
        int first = 0;
        for (int i = 0; i < Math.min(FIRST_LENGTH, record.length); i++) {
            first |= (record[record.length - 1 - i] & 0xff) << 8 * i;
        }
        return first;
    }

    /**
     * {@return the second checksum of an attempt}. {@code status} is the ordinal; {@code logs} is as in {@link StoredTask}.
     *
     * @param run the number of the run
     * @param step the name of the step
     * @param position the {@link PositionKey}
     * @param attempt the number of the attempt, from 0
     * @param status the ordinal of its {@link dev.cairn.datastore.TaskStatus}
     * @param logs as in {@link StoredTask}
     * @param first the first checksum of the record
     */
    public static long ofTask(long run, String step, byte[] position, int attempt, int status, long logs, int first) {
        RecordWriter writer = ofAttempt(run, step, position, attempt);
        writer.octet(status);
        writer.number(logs);
        writer.number(Integer.toUnsignedLong(first));
        return writer.checksum();
    }

    /**
     * {@return the second checksum of a part of the output of an attempt}
     *
     * @param run the number of the run
     * @param step the name of the step
     * @param position the {@link PositionKey}
     * @param attempt the number of the attempt, from 0
     * @param part the number of the part
     * @param first the first checksum of its lines
     */
    public static long ofLog(long run, String step, byte[] position, int attempt, long part, int first) {
        RecordWriter writer = ofAttempt(run, step, position, attempt);
        writer.number(part);
        writer.number(Integer.toUnsignedLong(first));
        return writer.checksum();
    }

    private static RecordWriter ofAttempt(long run, String step, byte[] position, int attempt) {
        RecordWriter writer = new RecordWriter();
        writer.number(run);
        writer.text(step);
        writer.bytes(position);
        writer.number(attempt);
        return writer;
    }

    /**
     * Computes the CRC-32C of bytes that do not end with a checksum.
     *
     * @param bytes the bytes
     * @return the first checksum
     */
    public static int of(byte[] bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, bytes.length);
        return (int) checksum.getValue();
    }

    /**
     * The contribution of a row to the digest of its table, which is the sum over all rows and so does not depend on their order. It
     * is the finalizer of SplittableRandom, so that two changes do not cancel each other out.
     *
     * @param checksum the second checksum of the row
     * @return a number to add to the others, without regard to overflow
     */
    public static long digest(long checksum) {
        long mixed = (checksum + 1) * 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ mixed >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }

    /**
     * {@return whether a stored checksum equals the computed one, or is {@link #NONE}}
     *
     * @param stored the checksum in the row
     * @param computed what it should be
     */
    public static boolean agree(long stored, long computed) {
        return stored == computed || stored == NONE;
    }
}
