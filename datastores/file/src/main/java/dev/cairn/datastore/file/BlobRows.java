package dev.cairn.datastore.file;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.support.Checksums;
import dev.cairn.datastore.support.DamagedRecordException;
import dev.cairn.datastore.support.Encoding;
import dev.cairn.datastore.support.PreparedBlob;
import dev.cairn.datastore.support.RecordWriter;
import dev.cairn.datastore.support.StoredBlob;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table {@code blob}: small blobs, and where the large ones are. */
final class BlobRows {
    /** A put of what is there is noted once in so many seconds, so that it seldom costs a write. */
    private static final long USED_SECONDS = 3600;

    private static final String COLUMNS =
            "number, address, size, stored_size, encoding, used, data IS NULL AS in_file, content_checksum, checksum, preview";
    private static final String AT_ADDRESS = " FROM blob WHERE prefix = ? AND address = ?";

    private final BlobFiles files;
    private final Clock clock;

    BlobRows(BlobFiles files, Clock clock) {
        this.files = files;
        this.clock = clock;
    }

    /**
     * A row, without the data.
     *
     * @param number the number of the row
     * @param info the blob
     * @param storedSize the number of bytes as they are stored
     * @param encoding how they are stored
     * @param used when it was last put, to the hour, in seconds since 1970
     * @param inFile whether the bytes are in a file
     * @param contentChecksum the CRC-32C of the bytes as they are stored, or {@link Checksums#NONE}
     */
    record BlobRow(
            long number,
            BlobInfo info,
            long storedSize,
            Encoding encoding,
            long used,
            boolean inFile,
            long contentChecksum) {
        private static BlobRow read(ResultSet row) throws SQLException {
            try {
                Address address = Address.ofBytes(row.getBytes(2));
                BlobRow read = new BlobRow(
                        row.getLong(1),
                        new BlobInfo(address, row.getLong(3), StoredPreview.read(address, row.getBytes(10))),
                        row.getLong(4),
                        Encoding.of(row.getInt(5)),
                        row.getLong(6),
                        row.getBoolean(7),
                        row.getLong(8));
                if (Checksums.agree(row.getLong(9), read.checksum())) {
                    return read;
                }
            } catch (RuntimeException e) {
                // then it is not what was written
            }
            throw new DamagedRecordException("the record of a blob is damaged: its checksum is wrong");
        }

        private StoredBlob with(byte @Nullable [] data) {
            return new StoredBlob(info, encoding, storedSize, contentChecksum, data);
        }

        private long checksum() {
            return BlobRows.checksum(info, storedSize, encoding, inFile, contentChecksum);
        }
    }

    /** Of all that never changes, but for the preview, which has its own. */
    static long checksum(BlobInfo info, long storedSize, Encoding encoding, boolean inFile, long contentChecksum) {
        RecordWriter writer = new RecordWriter();
        writer.address(info.address());
        writer.number(info.size());
        writer.number(storedSize);
        writer.octet(encoding.code());
        writer.octet(inFile ? 1 : 0);
        writer.number(contentChecksum);
        return writer.checksum();
    }

    static Optional<BlobRow> find(Session session, Address address) throws SQLException {
        return session.first("SELECT " + COLUMNS + AT_ADDRESS, BlobRow::read, prefix(address), address.toBytes());
    }

    static Optional<StoredBlob> read(Session session, Address address) throws SQLException {
        return session.first(
                "SELECT " + COLUMNS + ", data" + AT_ADDRESS,
                row -> BlobRow.read(row).with(row.getBytes(11)),
                prefix(address),
                address.toBytes());
    }

    /** The rows after the row of this number, in the order of their numbers. */
    static List<BlobRow> page(Session session, long after, int limit) throws SQLException {
        List<BlobRow> rows = session.list(
                "SELECT " + COLUMNS + " FROM blob WHERE number > ? ORDER BY number LIMIT ?",
                BlobRow::read,
                after,
                limit);
        long last = after;
        for (BlobRow row : rows) {
            if (row.number() <= last) {
                throw new DamagedRecordException("the table of its blobs is out of order"); // its pages might never end
            }
            last = row.number();
        }
        return rows;
    }

    /** Stores a blob, unless it is there; then notes that it was put again. Part of a transaction. */
    void store(PreparedBlob blob, Session session) throws SQLException, IOException {
        Address address = blob.info().address();
        long now = clock.instant().getEpochSecond();
        Optional<BlobRow> present = find(session, address);
        if (blob instanceof PreparedBlob.Staged file) {
            storeFile(file, present);
        }
        if (present.isEmpty()) {
            session.update(
                    "INSERT INTO blob (prefix, address, size, stored_size, encoding, used, content_checksum,"
                            + " checksum, preview, data) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    prefix(address),
                    address.toBytes(),
                    blob.info().size(),
                    blob.storedSize(),
                    blob.encoding().code(),
                    now,
                    blob.checksum(),
                    checksum(
                            blob.info(),
                            blob.storedSize(),
                            blob.encoding(),
                            blob instanceof PreparedBlob.Staged,
                            blob.checksum()),
                    StoredPreview.write(address, blob.info().preview()),
                    blob instanceof PreparedBlob.InRecord row ? row.data() : null);
        } else {
            use(session, present.get(), now);
        }
    }

    /** Somebody refers to a blob from now on; whether it is there. Part of a transaction. */
    boolean use(Session session, Address address) throws SQLException {
        Optional<BlobRow> present = find(session, address);
        if (present.isPresent()) {
            use(session, present.get(), clock.instant().getEpochSecond());
        }
        return present.isPresent();
    }

    private static void use(Session session, BlobRow blob, long now) throws SQLException {
        if (blob.used() < now - USED_SECONDS) {
            session.update("UPDATE blob SET used = ? WHERE number = ?", now, blob.number());
        }
    }

    /** A row whose file somebody has removed or cut gets it back, if the new one is stored in the same way. */
    private void storeFile(PreparedBlob.Staged file, Optional<BlobRow> present) throws IOException {
        boolean sound = present.isPresent()
                && (!present.get().inFile()
                        || files.storedSize(file.info().address())
                                .filter(size -> size == present.get().storedSize())
                                .isPresent());
        if (sound) {
            files.abandon(file);
        } else {
            files.publish(file);
        }
    }

    /** Deletes a row that was not put at this time or later; whether there was one. Part of a transaction. */
    static boolean delete(Session session, Address address, Instant unusedSince) throws SQLException {
        return session.update(
                        "DELETE FROM blob WHERE prefix = ? AND address = ? AND used < ?",
                        prefix(address),
                        address.toBytes(),
                        unusedSince.getEpochSecond() - USED_SECONDS)
                > 0;
    }

    private static long prefix(Address address) {
        return ByteBuffer.wrap(address.toBytes()).getLong();
    }
}
