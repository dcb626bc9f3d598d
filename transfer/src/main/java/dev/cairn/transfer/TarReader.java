package dev.cairn.transfer;

import dev.cairn.datastore.Address;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Reads a tar archive that {@link TarWriter} wrote, from its beginning to its end. Trusts nothing. Not thread-safe. */
final class TarReader {
    private final InputStream input;
    private final MessageDigest digest = Address.newDigest();
    private @Nullable TarHeader next;
    private boolean ended;

    TarReader(InputStream input) {
        this.input = input;
    }

    /** The next file, which stays the next one until it is read; null at the end. */
    @Nullable
    TarHeader peek() throws IOException {
        if (next == null && !ended) {
            byte[] block = block();
            if (isEmpty(block)) {
                requireEnd();
                ended = true;
            } else {
                next = TarHeader.parse(block);
            }
        }
        return next;
    }

    private static boolean isEmpty(byte[] block) {
        for (byte each : block) {
            if (each != 0) {
                return false;
            }
        }
        return true;
    }

    private void requireEnd() throws IOException {
        if (!isEmpty(block()) || input.read() >= 0) {
            throw new BadExportException("something follows its end");
        }
    }

    private byte[] block() throws IOException {
        byte[] block = new byte[TarHeader.BLOCK];
        fill(block, block.length);
        return block;
    }

    private void fill(byte[] bytes, int length) throws IOException {
        if (input.readNBytes(bytes, 0, length) < length) {
            throw new EOFException("it ends in the middle");
        }
    }

    /** The SHA-256 of all files before {@link #peek}, with their headers. Asked for once. */
    String digest() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Reads the contents of a file. */
    @FunctionalInterface
    interface Reader {
        void read(InputStream input) throws IOException;
    }

    /** Reads the file that {@link #peek} gave; what {@code reader} leaves is skipped. */
    void read(Reader reader) throws IOException {
        TarHeader header = next;
        if (header == null) {
            throw new IllegalStateException("there is no next file");
        }
        next = null;
        digest.update(header.toBytes());
        Content content = new Content(header.size());
        reader.read(content);
        content.transferTo(OutputStream.nullOutputStream());
        byte[] padding = new byte[header.padding()];
        fill(padding, padding.length);
        digest.update(padding);
        if (!isEmpty(padding)) {
            throw new BadExportException("something follows its entry `" + header.name() + "`");
        }
    }

    /** The contents of one file. */
    private final class Content extends InputStream {
        private long left;

        Content(long size) {
            left = size;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (left == 0) {
                return -1;
            }
            int read = input.read(bytes, from, (int) Math.min(length, left));
            if (read < 0) {
                throw new EOFException("it ends in the middle");
            }
            digest.update(bytes, from, read);
            left -= read;
            return read;
        }
    }
}
