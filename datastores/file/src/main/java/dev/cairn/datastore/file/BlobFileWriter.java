package dev.cairn.datastore.file;

import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.support.BlobStore;
import dev.cairn.datastore.support.Compression;
import dev.cairn.datastore.support.Encoding;
import dev.cairn.datastore.support.PreparedBlob;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/** Writes a temporary file, whose name is the place of the blob. For one thread. */
final class BlobFileWriter implements BlobStore.Staging {
    /** The disk is kept busy from the beginning: leaving all to the end takes two to four times as long. */
    private static final long SYNC_EVERY = 32L << 20;

    private final StoreDirectory directory;
    private final Path path;
    private final Encoding encoding;
    private final Disk.WritableFile file;
    private final OutputStream output;
    private final CRC32C checksum = new CRC32C();
    private long unsynced;

    BlobFileWriter(StoreDirectory directory, String name, Encoding encoding, Compression compression)
            throws IOException {
        this.directory = directory;
        this.path = directory.temporary().resolve(name);
        this.encoding = encoding;
        directory.makeFile(path);
        this.file = directory.disk().open(path);
        OutputStream stored = new CheckedOutputStream(new Appending(file), checksum);
        this.output = encoding == Encoding.COMPRESSED ? compression.compressing(stored) : stored;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        try {
            output.write(bytes, offset, length);
            unsynced += length;
            if (unsynced >= SYNC_EVERY) {
                file.force();
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
            file.force();
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
            directory.deleteQuietly(path);
        }
    }

    /** Appends to a file. The end of the compressed stream does not close it, since it is not durable yet. */
    private static final class Appending extends OutputStream {
        private final Disk.WritableFile file;
        private long position;

        Appending(Disk.WritableFile file) {
            this.file = file;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            file.write(position, bytes, offset, length);
            position += length;
        }

        @Override
        public void close() {}
    }
}
