package dev.cairn.datastore.support;

import java.util.zip.CRC32C;

/**
 * The second checksum of a row. The first is at the end of its record, and does not know where the record belongs; the second,
 * in a column of its own, is the CRC-32C of the key and the first one: so no row can change its place unseen, and a copy of a
 * record under another key needs a new second one only.
 */
public final class Checksums {
    /** In place of a checksum in a store of a format that had none. No checksum is negative. */
    public static final long NONE = -1;

    private static final int FIRST_LENGTH = 4;

    private Checksums() {}

    /** The first checksum of a record, without looking whether it is right. */
    public static int first(byte[] record) {
        int first = 0;
        for (int i = 0; i < Math.min(FIRST_LENGTH, record.length); i++) {
            first |= (record[record.length - 1 - i] & 0xff) << 8 * i;
        }
        return first;
    }

    /** The second checksum of an attempt, among those of its run; {@code status} is the ordinal, {@code logs} as in {@link StoredTask}. */
    public static long ofTask(long run, String step, byte[] position, int attempt, int status, long logs, int first) {
        RecordWriter writer = ofAttempt(run, step, position, attempt);
        writer.octet(status);
        writer.number(logs);
        writer.number(Integer.toUnsignedLong(first));
        return writer.checksum();
    }

    /** The second checksum of a part of the output of an attempt. */
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

    /** The first checksum of bytes that end with none. */
    public static int of(byte[] bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, bytes.length);
        return (int) checksum.getValue();
    }

    /**
     * The part of a row in the digest of its table: their sum is the same in whatever order rows come. The finalizer of
     * SplittableRandom, so that no two changes outweigh each other.
     */
    public static long digest(long checksum) {
        long mixed = (checksum + 1) * 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ mixed >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }

    /** Whether a stored checksum is this one, or the store has none. */
    public static boolean agree(long stored, long computed) {
        return stored == computed || stored == NONE;
    }
}
