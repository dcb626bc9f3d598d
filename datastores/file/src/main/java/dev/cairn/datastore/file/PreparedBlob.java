package dev.cairn.datastore.file;

import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.support.Checksums;
import java.nio.file.Path;

/** A blob that was hashed and compressed, ready for the {@link Committer}. */
sealed interface PreparedBlob {
    /** What it will be. */
    BlobInfo info();

    /** How it is stored. */
    Encoding encoding();

    /** The number of bytes as they are stored. */
    long storedSize();

    /** The CRC-32C of the bytes as they are stored. */
    long checksum();

    /** How bytes are stored. */
    enum Encoding {
        /** As they are. */
        RAW,
        /** With Zstandard. */
        ZSTD;

        private static final Encoding[] VALUES = values();

        /** The encoding of this number in the database. */
        static Encoding of(int code) {
            return VALUES[code];
        }

        /** The number in the database. */
        int code() {
            return ordinal();
        }
    }

    /**
     * One that goes into the database.
     *
     * @param data the bytes as they are stored
     */
    record InRow(BlobInfo info, Encoding encoding, byte[] data) implements PreparedBlob {
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
     * One that goes into a file.
     *
     * @param temporary where it is, durably, until it gets its name
     */
    record InFile(BlobInfo info, Encoding encoding, long storedSize, long checksum, Path temporary)
            implements PreparedBlob {}
}
