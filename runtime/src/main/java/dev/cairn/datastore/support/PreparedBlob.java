package dev.cairn.datastore.support;

import dev.cairn.datastore.BlobInfo;

/** A blob that is hashed and compressed, and ready to be stored. */
public sealed interface PreparedBlob {
    /**
     * Its address, size and preview.
     *
     * @return as in the records
     */
    BlobInfo info();

    /**
     * How it is stored.
     *
     * @return whether they are compressed
     */
    Encoding encoding();

    /** {@return the number of stored bytes} */
    long storedSize();

    /** {@return the CRC-32C of the stored bytes} */
    long checksum();

    /**
     * A blob that will be stored in the records.
     *
     * @param info its address and size
     * @param encoding how it is stored
     * @param data the bytes to store; must not be modified
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
     * A blob whose bytes are already durable outside the records. It cannot be found until an entry adds it to the records.
     *
     * @param info its address and size
     * @param encoding how it is stored
     * @param storedSize the number of stored bytes
     * @param checksum the CRC-32C of the stored bytes
     * @param place where the bytes are, in terms of the {@link BlobStore}
     */
    record Staged(BlobInfo info, Encoding encoding, long storedSize, long checksum, String place)
            implements PreparedBlob {}
}
