package dev.cairn.datastore.file;

import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.support.BackgroundThreads;
import dev.cairn.datastore.support.BlobStore;
import dev.cairn.datastore.support.Compression;
import dev.cairn.datastore.support.Encoding;
import dev.cairn.datastore.support.PreparedBlob;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/** Writes a temporary file, whose name is the place of the blob. For one thread at a time. */
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
    private CompletableFuture<Integer> forcing = CompletableFuture.completedFuture(0);

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
                forceMeanwhile();
                unsynced = 0;
            }
        } catch (IOException e) {
            throw directory.cannotWrite(e);
        }
    }

    /** What comes next is written while the disk is busy with what came before, of which it has no more than twice that much. */
    private void forceMeanwhile() throws IOException {
        awaitForced();
        forcing = CompletableFuture.supplyAsync(this::force, BackgroundThreads.executor());
    }

    private int force() {
        try {
            file.force();
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitForced() throws IOException {
        try {
            BackgroundThreads.join(forcing);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The file is durable then, though its name is not. */
    @Override
    public PreparedBlob.Staged finish(BlobInfo info) {
        try {
            output.close();
            awaitForced();
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
        BackgroundThreads.await(forcing);
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
