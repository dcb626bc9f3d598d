package dev.cairn.datastore.support;

import dev.cairn.datastore.BlobInfo;

/** A blob that was hashed and compressed, ready to be stored. */
public sealed interface PreparedBlob {
    /** What it will be. */
    BlobInfo info();

    /** How it is stored. */
    Encoding encoding();

    /** The number of bytes as they are stored. */
    long storedSize();

    /** The CRC-32C of the bytes as they are stored. */
    long checksum();

    /**
     * One that goes into the records.
     *
     * @param data the bytes as they are stored; never modified
     */
    record InRecord(BlobInfo info, Encoding encoding, byte[] data) implements PreparedBlob {
        @Override
        public long storedSize() {
            return data.length;
        }

        @Override
        public long checksum() {
            return Integer.toUnsignedLong(Checksums.of(data));
        }
    }

    /**
     * One whose bytes are durable outside the records, where nobody finds them until an entry makes them a blob.
     *
     * @param place where they are, as the {@link BlobStore} calls it
     */
    record Staged(BlobInfo info, Encoding encoding, long storedSize, long checksum, String place)
            implements PreparedBlob {}
}
