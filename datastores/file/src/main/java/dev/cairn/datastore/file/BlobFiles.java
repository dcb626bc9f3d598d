package dev.cairn.datastore.file;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.support.BlobStore;
import dev.cairn.datastore.support.Compression;
import dev.cairn.datastore.support.DamagedBlobs;
import dev.cairn.datastore.support.Encoding;
import dev.cairn.datastore.support.PreparedBlob;
import dev.cairn.datastore.support.StoredBlob;
import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Large blobs as files. Thread-safe. A file gets its name, and loses it, within a transaction of the committer: since only one
 * process writes at a time, no two of them can disagree about a file.
 */
final class BlobFiles implements BlobStore {
    /** The largest blob, in bytes, that goes into the database: SQLite's own measurements break even at 50 to 100 KB. */
    private static final int LARGEST_ROW = 64 * 1024;

    /** A temporary file that was not written to for so long belongs to nobody. */
    private static final Duration ABANDONED = Duration.ofDays(1);

    /** A disk takes four times as long when it is asked for an eighth of this at once, as the decompressor does. */
    private static final int READ_AT_ONCE = 1 << 20;

    private final StoreDirectory directory;
    private final BlobFolders folders;
    private final Compression compression;
    private final DamagedBlobs damaged;
    private final Set<Path> unforced = new LinkedHashSet<>(); // folders; for the thread of the committer

    BlobFiles(StoreDirectory directory, Compression compression) {
        this.directory = directory;
        this.folders = new BlobFolders(directory);
        this.compression = compression;
        this.damaged = new DamagedBlobs(directory.url());
    }

    @Override
    public int largestInRecords() {
        return LARGEST_ROW;
    }

    @Override
    public Staging stage(Encoding encoding) {
        try {
            return new BlobFileWriter(directory, UUID.randomUUID().toString(), encoding, compression);
        } catch (IOException e) {
            throw directory.cannotWrite(e);
        }
    }

    /** Gives a temporary file its name. Replaces a file that a crash has left there. */
    void publish(PreparedBlob.Staged blob) throws IOException {
        Path target = path(blob.info().address());
        Path folder = Objects.requireNonNull(target.getParent());
        folders.make(folder);
        directory.disk().move(temporary(blob), target);
        unforced.add(folder);
    }

    /**
     * Makes the names durable that files were given since. Those of a transaction together: most file systems write what is new in all
     * directories when they are asked for one.
     */
    void forceNames() throws IOException {
        for (Path folder : List.copyOf(unforced)) {
            directory.disk().forceNames(folder);
            unforced.remove(folder);
        }
    }

    /** The number of bytes of the file of a blob. */
    Optional<Long> storedSize(Address address) {
        try {
            return Optional.of(Files.size(path(address)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<InputStream> open(StoredBlob blob) {
        Address address = blob.info().address();
        long size = storedSize(address).orElse(blob.storedSize());
        if (size != blob.storedSize()) {
            throw damaged.blob(address, "its file has " + size + " bytes, not " + blob.storedSize());
        }
        Path file = path(address);
        try {
            InputStream input = new FileInputStream(file.toFile());
            return Optional.of(new BufferedInputStream(input, (int) Math.max(1, Math.min(size, READ_AT_ONCE))));
        } catch (FileNotFoundException e) {
            if (Files.exists(file)) {
                throw directory.cannotRead(e); // there is no right to, or too many files are open
            }
            return Optional.empty();
        }
    }

    /** Removes a temporary file that is not wanted any more. */
    void abandon(PreparedBlob.Staged blob) {
        directory.deleteQuietly(temporary(blob));
    }

    void delete(Address address) {
        directory.deleteQuietly(path(address));
    }

    @Override
    public List<Address> list() {
        List<Address> addresses = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(directory.blobs(), 2)) {
            paths.forEach(path -> address(path).ifPresent(addresses::add));
        } catch (UncheckedIOException e) {
            throw directory.cannotRead(Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw directory.cannotRead(e);
        }
        return addresses;
    }

    @Override
    public void sweep() {
        Instant oldest = Instant.now().minus(ABANDONED);
        try (Stream<Path> paths = Files.list(directory.temporary())) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                if (Files.getLastModifiedTime(path).toInstant().isBefore(oldest)) {
                    directory.deleteQuietly(path);
                }
            }
        } catch (IOException e) {
            // another process sweeps, or will
        }
    }

    private Path temporary(PreparedBlob.Staged blob) {
        return directory.temporary().resolve(blob.place());
    }

    private Path path(Address address) {
        return path(directory, address);
    }

    /** The file of a blob. */
    static Path path(StoreDirectory directory, Address address) {
        String digits = address.toString();
        return directory.blobs().resolve(digits.substring(0, 2)).resolve(digits.substring(2));
    }

    private Optional<Address> address(Path path) {
        String digits = directory.blobs().relativize(path).toString().replaceAll("[/\\\\]", "");
        try {
            Address address = Address.parse(digits);
            return path.equals(path(address)) ? Optional.of(address) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a folder, or something of the user's
        }
    }
}
