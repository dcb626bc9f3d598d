package dev.cairn.datastore.postgresql;

import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.FileRecord;
import dev.cairn.datastore.postgresql.Session.Column;
import dev.cairn.datastore.support.DamagedRecordException;
import dev.cairn.datastore.support.RecordReader;
import dev.cairn.datastore.support.RecordWriter;
import dev.cairn.datastore.support.RunKey;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code file}: the blobs that runs keep under keys. Its records, whose key includes what has columns, so that a row that
 * moved is noticed, are {@code run:number key:text address:32 octets size:number storedAt:time crc32c}.
 */
final class FileRows {
    private static final String SELECT =
            "SELECT f.key, f.record FROM file f JOIN run r ON r.number = f.run WHERE f.run = ? ";

    /** A file that is to be stored. */
    record Row(RunKey run, FileRecord file) {}

    private FileRows() {}

    /** Stores files; of several with one key the last. Part of a transaction. */
    static void put(Session session, Collection<Row> files) throws SQLException {
        record Key(long run, String key) {}
        Map<Key, FileRecord> last = new LinkedHashMap<>();
        files.forEach(row -> last.put(new Key(row.run().number(), row.file().key()), row.file()));
        List<Long> runs = new ArrayList<>();
        List<byte[]> keys = new ArrayList<>();
        List<byte[]> records = new ArrayList<>();
        last.forEach((key, file) -> {
            runs.add(key.run());
            keys.add(bytes(key.key()));
            records.add(write(key.run(), file));
        });
        session.update(
                "INSERT INTO file (run, key, record) SELECT * FROM unnest(?, ?, ?)"
                        + " ON CONFLICT (run, key) DO UPDATE SET record = excluded.record",
                Column.ofNumbers(runs),
                Column.ofBytes(keys),
                Column.ofBytes(records));
    }

    static Optional<FileRecord> find(Session session, long run, String key) throws SQLException {
        return session.first(SELECT + "AND f.key = ?", row -> read(run, row), run, bytes(key));
    }

    /** The files under keys with a prefix, sorted by key: the first ones, or those after a key. */
    static List<FileRecord> page(Session session, long run, String prefix, @Nullable String after, int limit)
            throws SQLException {
        byte[] last = after == null ? null : bytes(after);
        byte[] end = end(bytes(prefix));
        return session.list(
                SELECT
                        + "AND f.key >= ? AND (?::bytea IS NULL OR f.key > ?) AND (?::bytea IS NULL OR f.key < ?) ORDER BY f.key LIMIT ?",
                row -> read(run, row),
                run,
                bytes(prefix),
                last,
                last,
                end,
                end,
                limit);
    }

    /** The first key after all that start with a prefix; null if there is none. */
    private static byte @Nullable [] end(byte[] prefix) {
        byte[] end = prefix;
        while (end.length > 0 && end[end.length - 1] == (byte) 0xff) {
            end = Arrays.copyOf(end, end.length - 1);
        }
        if (end.length == 0) {
            return null;
        }
        end = end.clone();
        end[end.length - 1]++;
        return end;
    }

    private static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] write(long run, FileRecord file) {
        RecordWriter writer = new RecordWriter();
        writer.number(run);
        writer.text(file.key());
        writer.address(file.content().address());
        writer.number(file.content().size());
        writer.time(file.storedAt());
        return writer.finish();
    }

    private static FileRecord read(long run, ResultSet row) throws SQLException {
        byte[] key = row.getBytes(1);
        byte[] record = row.getBytes(2);
        try {
            RecordReader reader = RecordReader.of(record);
            boolean ofRun = reader.number() == run;
            String text = reader.text();
            if (ofRun && Arrays.equals(bytes(text), key)) {
                BlobInfo content = new BlobInfo(reader.address(), reader.number());
                return new FileRecord(text, content, reader.time());
            }
        } catch (RuntimeException e) {
            // then it is not what was written
        }
        throw new DamagedRecordException("the record of a file of a run is damaged: its checksum is wrong");
    }
}
