package dev.cairn.datastore.file;

import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.support.BlobStore;
import dev.cairn.datastore.support.Compression;
import dev.cairn.datastore.support.Encoding;
import dev.cairn.datastore.support.PreparedBlob;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/** Writes a temporary file, whose name is the place of the blob. For one thread. Its streams do not mind interrupts, as channels would. */
final class BlobFileWriter implements BlobStore.Staging {
    /** The disk is kept busy from the beginning: leaving all to the end takes two to four times as long. */
    private static final long SYNC_EVERY = 32L << 20;

    private final StoreDirectory directory;
    private final Path path;
    private final Encoding encoding;
    private final FileOutputStream file;
    private final OutputStream output;
    private final CRC32C checksum = new CRC32C();
    private long unsynced;

    BlobFileWriter(StoreDirectory directory, String name, Encoding encoding, Compression compression)
            throws IOException {
        this.directory = directory;
        this.path = directory.temporary().resolve(name);
        this.encoding = encoding;
        StoreDirectory.makeFile(path);
        this.file = new FileOutputStream(path.toFile());
        OutputStream stored = new CheckedOutputStream(new Uncloseable(file), checksum);
        this.output = encoding == Encoding.COMPRESSED ? compression.compressing(stored) : stored;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        try {
            output.write(bytes, offset, length);
            unsynced += length;
            if (unsynced >= SYNC_EVERY) {
                file.getFD().sync();
                unsynced = 0;
            }
        } catch (IOException e) {
            throw directory.cannotWrite(e);
        }
    }

    /** The file is durable then, though its name is not. */
    @Override
    public PreparedBlob.Staged finish(BlobInfo info) {
        try {
            output.close();
            file.getFD().sync(); // if this fails, the file must be written anew: its pages may be gone from the cache
            file.close();
            String name = path.getFileName().toString();
            return new PreparedBlob.Staged(info, encoding, Files.size(path), checksum.getValue(), name);
        } catch (IOException e) {
            throw directory.cannotWrite(e);
        }
    }

    @Override
    public void abandon() {
        try (file) {
            output.close(); // frees memory outside the heap
        } catch (IOException e) {
            // it is in the way of nobody: its name is random
        } finally {
            deleteQuietly(path);
        }
    }

    static void deleteQuietly(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // it is swept some day
        }
    }

    /** Keeps the end of the compressed stream from closing the file, which is not durable yet. */
    private static final class Uncloseable extends OutputStream {
        private final OutputStream output;

        Uncloseable(OutputStream output) {
            this.output = output;
        }

        @Override
        public void write(int value) throws IOException {
            output.write(value);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            output.write(bytes, offset, length);
        }

        @Override
        public void close() {}
    }
}
