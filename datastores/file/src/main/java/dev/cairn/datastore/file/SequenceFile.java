package dev.cairn.datastore.file;

import dev.cairn.datastore.DatastoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Says, beside the database, of which store it is and how many commits it must have at least: {@code <id> <commits> <checksum>}, where
 * the checksum is the CRC-32C of what is before. It is written after each commit, and never forced: so it may lag behind, but never runs
 * ahead, whatever crashes, and one of which a part is old says nothing. A database with fewer commits has lost some: its log is missing, or
 * an older copy took its place. For one thread.
 */
final class SequenceFile implements AutoCloseable {
    private static final Pattern FORM = Pattern.compile("(([0-9a-f-]{36}) ([0-9]{19})) ([0-9a-f]{8})\n");

    private static final int DIGITS = 19;

    private final StoreDirectory directory;
    private Disk.@Nullable WritableFile file;

    SequenceFile(StoreDirectory directory) {
        this.directory = directory;
    }

    /** Reads what the database says of itself. */
    @FunctionalInterface
    interface StoreReader {
        StoreRow read() throws SQLException;
    }

    /**
     * Compares it with the database. The database is read after the file: others may be committing meanwhile.
     *
     * @throws DatastoreException if the database has lost commits, or is that of another store
     */
    static void require(StoreDirectory directory, StoreReader database) throws SQLException, IOException {
        String text;
        try {
            text = Files.readString(directory.sequence(), StandardCharsets.US_ASCII);
        } catch (NoSuchFileException e) {
            text = ""; // a copy of the database alone
        }
        StoreRow store = database.read(); // also where there is nothing to compare: it may be damaged
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()
                || !checksum(matcher.group(1)).equals(matcher.group(4))
                || store.id().isEmpty()) {
            return; // it says nothing
        }
        if (!matcher.group(2).equals(store.id())) {
            throw new DatastoreException("the datastore `" + directory.root() + "` is inconsistent: its `"
                    + directory.database().getFileName() + "` belongs to another datastore. " + remedy(directory));
        }
        long commits = Long.parseLong(matcher.group(3));
        if (store.commits() < commits) {
            throw new DatastoreException("the datastore `" + directory.root() + "` is inconsistent: its `"
                    + directory.database().getFileName() + "` does not have the last " + (commits - store.commits())
                    + " of "
                    + commits
                    + " commits; they may be in a missing `" + directory.log().getFileName() + "`. "
                    + remedy(directory));
        }
    }

    private static String remedy(StoreDirectory directory) {
        return "Restore all its files from one backup; to read only what is there, delete `" + directory.sequence()
                + "`.";
    }

    void write(StoreRow store) throws IOException {
        if (file == null) {
            directory.makeFile(directory.sequence());
            file = directory.disk().open(directory.sequence());
        }
        String commits = Long.toString(store.commits());
        String text = store.id() + " " + "0".repeat(DIGITS - commits.length()) + commits;
        byte[] bytes = (text + " " + checksum(text) + "\n").getBytes(StandardCharsets.US_ASCII);
        file.write(0, bytes, 0, bytes.length);
    }

    private static String checksum(String text) {
        CRC32C checksum = new CRC32C();
        checksum.update(text.getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of()
                .toHexDigits((int) checksum.getValue()); // no formatter, which each commit would have to set up
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
