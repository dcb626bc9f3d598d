package dev.cairn.datastore.support;

/** How bytes are stored. */
public enum Encoding {
    /** As they are. */
    RAW,
    /** Made smaller, with the {@link Compression} of the store. */
    COMPRESSED;

    private static final Encoding[] VALUES = values();

    /**
     * The encoding of this number.
     *
     * @throws DamagedRecordException if there is none
     */
    public static Encoding of(int code) {
        if (code < 0 || code >= VALUES.length) {
            throw new DamagedRecordException("some bytes have the unknown encoding " + code);
        }
        return VALUES[code];
    }

    /** The number in records. */
    public int code() {
        return ordinal();
    }
}
