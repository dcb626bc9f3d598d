package dev.cairn.transfer;

import dev.cairn.datastore.Address;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Writes a tar archive. Not thread-safe. */
final class TarWriter {
    private final MessageDigest digest = Address.newDigest();
    private final DigestOutputStream output;

    TarWriter(OutputStream output) {
        this.output = new DigestOutputStream(output, digest);
    }

    /** Writes the contents of a file. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream output) throws IOException;
    }

    /**
     * Writes a file.
     *
     * @param size how many bytes {@code content} writes
     */
    void file(String name, long size, Content content) throws IOException {
        TarHeader header = new TarHeader(name, size);
        output.write(header.toBytes());
        CountingOutputStream counted = new CountingOutputStream(output);
        content.writeTo(counted);
        if (counted.count() != size) {
            throw new IOException(name + " has " + counted.count() + " bytes instead of " + size);
        }
        output.write(new byte[header.padding()]);
    }

    void file(String name, byte[] content) throws IOException {
        file(name, content.length, stream -> stream.write(content));
    }

    /** The SHA-256 of all that was written so far. */
    String digest() throws IOException {
        try {
            return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException e) {
            throw new IOException("this Java platform cannot copy the state of SHA-256", e);
        }
    }

    /** Writes the end of the archive: two empty blocks. */
    void end() throws IOException {
        output.write(new byte[2 * TarHeader.BLOCK]);
    }
}
