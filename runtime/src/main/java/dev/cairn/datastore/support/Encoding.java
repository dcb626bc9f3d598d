package dev.cairn.datastore.support;

/** How bytes are stored. */
public enum Encoding {
    /** Unchanged. */
    RAW,
    /** Compressed with the {@link Compression} of the store. */
    COMPRESSED;

    private static final Encoding[] VALUES = values();

    /**
     * The encoding with this number.
     *
     * @param code the number in a record
     * @return the encoding
     * @throws DamagedRecordException if there is no such encoding
     */
    public static Encoding of(int code) {
        if (code < 0 || code >= VALUES.length) {
            throw new DamagedRecordException("some bytes have the unknown encoding " + code);
        }
        return VALUES[code];
    }

    /** {@return the number of this encoding in records} */
    public int code() {
        return ordinal();
    }
}
