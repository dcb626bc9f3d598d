package dev.cairn.datastore.file;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.DatastoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/**
 * Copies a datastore, which others may be writing to, into another directory. The copy is that of one moment: the database is written anew
 * from one transaction that reads, and files never change. They are copied before, and those that are missing after; if a garbage
 * collection has removed one of these, another moment is chosen. The database gets its name at the very end: until then the directory is
 * no datastore. For one thread.
 */
final class Backup {
    private static final int TRIES = 10;

    private final Database database;
    private final StoreDirectory from;
    private final StoreDirectory to;
    private final BlobFolders folders;

    private Backup(Database database, StoreDirectory to) {
        this.database = database;
        this.from = database.directory();
        this.to = to;
        this.folders = new BlobFolders(to);
    }

    /**
     * Makes a backup.
     *
     * @param target a directory that is empty, or does not exist
     * @throws DatastoreException if something is there, or if this fails
     */
    static void make(Database database, Path target) {
        Path root = target.toAbsolutePath().normalize();
        if (root.startsWith(database.directory().root())) {
            throw new DatastoreException("`" + root + "` is within the datastore `"
                    + database.directory().root() + "` itself. Name another directory for the backup.");
        }
        if (StoreDirectory.isInUse(root)) {
            throw new DatastoreException(
                    "`" + root + "` is not empty. Name a new or an empty directory for the backup.");
        }
        StoreDirectory directory =
                StoreDirectory.open(root, database.directory().disk());
        try {
            new Backup(database, directory).make();
        } catch (SQLException e) {
            throw new WriteFailure(directory).isFull(e) ? directory.cannotWrite(e) : database.failedToRead(e);
        } catch (IOException e) {
            throw directory.cannotWrite(e);
        }
    }

    private void make() throws SQLException, IOException {
        try (Session session = database.newReader()) {
            copyFiles(session); // most of them, before the moment that counts
        }
        Path copy = to.temporary().resolve("store.db");
        for (int tries = 1; !isWhole(copy); tries++) {
            if (tries == TRIES) {
                throw new DatastoreException("the datastore `" + from.root()
                        + "` could not be copied: its files were removed while they were read. Try again when no garbage"
                        + " collection runs; if none does, run `verify`.");
            }
        }
        force(copy);
        to.disk().move(copy, to.database());
        to.forceOwnName();
    }

    /** Copies the database, and what is missing of its files; whether all of them were there. */
    private boolean isWhole(Path copy) throws SQLException, IOException {
        to.disk().delete(copy);
        to.disk().createFile(copy); // SQLite fills a file that is empty
        try (Session session = database.newCopier()) {
            session.copyInto(copy);
        }
        try (Session session = Database.newSession(copy, to.disk())) {
            StoreSchema.addLog(session);
            if (!copyFiles(session)) {
                return false;
            }
            try (SequenceFile sequence = new SequenceFile(to)) {
                sequence.write(StoreRow.read(session));
            }
        }
        return true;
    }

    private boolean copyFiles(Session session) throws SQLException, IOException {
        List<Address> addresses =
                session.list("SELECT address FROM blob WHERE data IS NULL", row -> Address.ofBytes(row.getBytes(1)));
        boolean all = true;
        for (Address address : addresses) {
            Path target = BlobFiles.path(to, address);
            if (!Files.exists(target)) {
                all &= copyFile(BlobFiles.path(from, address), target);
            }
        }
        return all;
    }

    private boolean copyFile(Path source, Path target) throws IOException {
        Path folder = Objects.requireNonNull(target.getParent());
        Path copy = to.temporary().resolve("blob");
        to.disk().delete(copy);
        to.disk().createFile(copy);
        try (InputStream input = Files.newInputStream(source);
                Disk.WritableFile output = to.disk().open(copy)) {
            byte[] buffer = new byte[1 << 16];
            long position = 0;
            for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
                output.write(position, buffer, 0, read);
                position += read;
            }
            output.force();
        } catch (NoSuchFileException e) {
            if (Files.exists(source)) {
                throw e;
            }
            return false;
        }
        folders.make(folder);
        to.disk().move(copy, target);
        to.disk().forceNames(folder);
        return true;
    }

    private void force(Path file) throws IOException {
        try (Disk.WritableFile opened = to.disk().open(file)) {
            opened.force();
        }
    }
}
