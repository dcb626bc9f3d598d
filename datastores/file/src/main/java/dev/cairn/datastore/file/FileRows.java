package dev.cairn.datastore.file;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.FileRecord;
import dev.cairn.datastore.support.Checksums;
import dev.cairn.datastore.support.DamagedRecordException;
import dev.cairn.datastore.support.RecordWriter;
import dev.cairn.datastore.support.Tally;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The table {@code file}: the blobs that runs keep under keys. */
final class FileRows {
    private static final String COLUMNS = "SELECT key, address, size, stored, checksum FROM file ";

    private FileRows() {}

    private record FileRow(FileRecord file, long checksum) {
        Tally tally(int rows) {
            long digest = Checksums.digest(checksum);
            return new Tally(Tally.Kind.FILES, "", rows, rows < 0 ? -digest : digest, file.storedAt(), file.storedAt());
        }
    }

    /** Part of a transaction. */
    static void put(Session session, long run, FileRecord file) throws SQLException {
        Optional<FileRow> before = row(session, run, file.key());
        long checksum = checksum(run, file);
        session.update(
                "INSERT OR REPLACE INTO file (run, key, address, size, stored, checksum) VALUES (?, ?, ?, ?, ?, ?)",
                run,
                file.key(),
                file.content().address().toBytes(),
                file.content().size(),
                file.storedAt().toString(),
                checksum);
        before.ifPresent(row -> session.tallies().add(run, row.tally(-1)));
        session.tallies().add(run, new FileRow(file, checksum).tally(1));
    }

    /**
     * What is kept under a key.
     *
     * @throws DamagedRecordException also if there is nothing, but something was lost
     */
    static Optional<FileRecord> find(Session session, long run, String key) throws SQLException {
        Optional<FileRow> row = row(session, run, key);
        if (row.isEmpty() && requireSound(session, run).contains(key)) {
            throw outOfOrder();
        }
        return row.map(FileRow::file);
    }

    private static Optional<FileRow> row(Session session, long run, String key) throws SQLException {
        return session.first(COLUMNS + "WHERE run = ? AND key = ?", row -> read(run, row), run, key);
    }

    /** As SQLite orders texts. */
    private static int compare(String one, String other) {
        return Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static DamagedRecordException outOfOrder() {
        return new DamagedRecordException("the table of the files of runs is out of order");
    }

    /** Some of the files under keys with a prefix, sorted by key: the first ones, or those after a key. */
    static List<FileRecord> page(Session session, long run, String prefix, @Nullable String after, int limit)
            throws SQLException {
        if (after == null) {
            requireSound(session, run);
        }
        List<FileRow> rows = session.list(
                COLUMNS + "WHERE run = ? AND key >= ? ORDER BY key LIMIT ?",
                row -> read(run, row),
                run,
                after == null ? prefix : after + '\0', // the least key after it
                limit);
        String last = after;
        for (FileRow row : rows) {
            if (last != null && compare(last, row.file().key()) >= 0) {
                throw outOfOrder(); // its pages might never end
            }
            last = row.file().key();
        }
        return rows.stream()
                .map(FileRow::file)
                .filter(file -> file.key().startsWith(prefix))
                .toList();
    }

    /** Whether all that was put is there, since a key that was damaged is found nowhere; the keys. */
    static Set<String> requireSound(Session session, long run) throws SQLException {
        Optional<Tally> expected = TallyRows.find(session, run, Tally.Kind.FILES, "");
        long rows = 0;
        long digest = 0;
        Set<String> keys = new HashSet<>();
        for (FileRow row : session.list(COLUMNS + "WHERE run = ?", row -> read(run, row), run)) {
            rows++;
            digest += Checksums.digest(row.checksum());
            keys.add(row.file().key());
        }
        boolean counted = StoreRow.runs(session) != Checksums.NONE;
        if (counted
                && (rows != expected.map(Tally::rows).orElse(0L)
                        || digest != expected.map(Tally::digest).orElse(0L))) {
            throw new DamagedRecordException(expected.map(Tally::rows).orElse(0L)
                    + " files of a run were recorded, but " + rows + " were found, or some were changed");
        }
        return keys;
    }

    private static FileRow read(long run, ResultSet row) throws SQLException {
        try {
            BlobInfo content = new BlobInfo(Address.ofBytes(row.getBytes(2)), row.getLong(3));
            FileRecord file = new FileRecord(row.getString(1), content, Instant.parse(row.getString(4)));
            long checksum = checksum(run, file);
            if (Checksums.agree(row.getLong(5), checksum)) {
                return new FileRow(file, checksum);
            }
        } catch (RuntimeException e) {
            // then it is not what was written
        }
        throw new DamagedRecordException("the record of a file of a run is damaged: its checksum is wrong");
    }

    private static long checksum(long run, FileRecord file) {
        return checksum(
                run, file.key(), file.content().address(), file.content().size(), file.storedAt());
    }

    static long checksum(long run, String key, Address address, long size, Instant stored) {
        RecordWriter writer = new RecordWriter();
        writer.number(run);
        writer.text(key);
        writer.address(address);
        writer.number(size);
        writer.time(stored);
        return writer.checksum();
    }
}
