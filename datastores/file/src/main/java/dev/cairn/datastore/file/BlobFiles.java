package dev.cairn.datastore.file;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.support.Compression;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Blobs as files. Thread-safe. A file gets its name, and loses it, within a transaction of the committer: since only one
 * process writes at a time, no two of them can disagree about a file.
 */
final class BlobFiles {
    /** A temporary file that was not written to for so long belongs to nobody. */
    private static final Duration ABANDONED = Duration.ofDays(1);

    private final StoreDirectory directory;
    private final BlobFolders folders;
    private final Compression compression;

    BlobFiles(StoreDirectory directory, Compression compression) {
        this.directory = directory;
        this.folders = new BlobFolders(directory);
        this.compression = compression;
    }

    /** Opens a new temporary file. */
    BlobFileWriter newFile(PreparedBlob.Encoding encoding) throws IOException {
        return new BlobFileWriter(
                directory.temporary().resolve(UUID.randomUUID().toString()), encoding, compression);
    }

    /** Gives a temporary file its name, durably. Replaces a file that a crash has left there. */
    void publish(PreparedBlob.InFile blob) throws IOException {
        Path target = path(blob.info().address());
        folders.make(target.getParent());
        Files.move(blob.temporary(), target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        directory.force().force(target.getParent());
    }

    /** The number of bytes of the file of a blob. */
    Optional<Long> storedSize(Address address) {
        try {
            return Optional.of(Files.size(path(address)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The file of a blob. */
    InputStream open(Address address) throws IOException {
        return new FileInputStream(path(address).toFile());
    }

    void delete(Address address) {
        BlobFileWriter.deleteQuietly(path(address));
    }

    /** The address of every file; also of those that no row knows. */
    List<Address> list() {
        List<Address> addresses = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(directory.blobs(), 2)) {
            paths.forEach(path -> address(path).ifPresent(addresses::add));
        } catch (UncheckedIOException e) {
            throw directory.cannotRead(e.getCause());
        } catch (IOException e) {
            throw directory.cannotRead(e);
        }
        return addresses;
    }

    /** Removes what crashes have left half written. */
    void sweepTemporaryFiles() {
        Instant oldest = Instant.now().minus(ABANDONED);
        try (Stream<Path> paths = Files.list(directory.temporary())) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                if (Files.getLastModifiedTime(path).toInstant().isBefore(oldest)) {
                    BlobFileWriter.deleteQuietly(path);
                }
            }
        } catch (IOException e) {
            // another process sweeps, or will
        }
    }

    DatastoreException cannotWrite(IOException cause) {
        return directory.cannotWrite(cause);
    }

    private Path path(Address address) {
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
