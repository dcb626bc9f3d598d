package dev.cairn.datastore.postgresql;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.postgresql.Session.Column;
import dev.cairn.datastore.support.DamagedRecordException;
import dev.cairn.datastore.support.Encoding;
import dev.cairn.datastore.support.Entry;
import dev.cairn.datastore.support.PreparedBlob;
import dev.cairn.datastore.support.RecordWriter;
import dev.cairn.datastore.support.Records.NumberedBlob;
import dev.cairn.datastore.support.StoredBlob;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code blob}: small blobs, and where the large ones are. Rows are locked in the order of their addresses, so that no two
 * transactions wait for each other.
 */
final class BlobRows {
    /** A put of what is there is noted once in so many seconds, so that it seldom costs a write. */
    private static final long USED_SECONDS = 3600;

    private static final String COLUMNS =
            "number, address, size, stored_size, encoding, content_checksum, checksum, preview, place";

    private BlobRows() {}

    /**
     * A row, without the data.
     *
     * @param number its number
     * @param info the blob
     * @param storedSize the number of bytes as they are stored
     * @param encoding how they are stored
     * @param contentChecksum the CRC-32C of the bytes as they are stored
     * @param place the key of its object; null if its bytes are in the row
     */
    record BlobRow(
            long number,
            BlobInfo info,
            long storedSize,
            Encoding encoding,
            long contentChecksum,
            @Nullable String place) {
        private static BlobRow read(ResultSet row) throws SQLException {
            try {
                byte[] preview = row.getBytes(8);
                BlobInfo info = new BlobInfo(
                        Address.ofBytes(row.getBytes(2)),
                        row.getLong(3),
                        preview == null ? null : new String(preview, StandardCharsets.UTF_8));
                BlobRow read = new BlobRow(
                        row.getLong(1),
                        info,
                        row.getLong(4),
                        Encoding.of(row.getInt(5)),
                        row.getLong(6),
                        row.getString(9));
                if (row.getLong(7) == read.checksum()) {
                    return read;
                }
            } catch (RuntimeException e) {
                // then it is not what was written
            }
            throw new DamagedRecordException("the record of a blob is damaged: its checksum is wrong");
        }

        static BlobRow of(PreparedBlob blob) {
            String place = blob instanceof PreparedBlob.Staged staged ? staged.place() : null;
            return new BlobRow(0, blob.info(), blob.storedSize(), blob.encoding(), blob.checksum(), place);
        }

        byte @Nullable [] preview() {
            return info.preview() == null ? null : info.preview().getBytes(StandardCharsets.UTF_8);
        }

        /** Of all that never changes. */
        long checksum() {
            RecordWriter writer = new RecordWriter();
            writer.address(info.address());
            writer.number(info.size());
            writer.number(storedSize);
            writer.octet(encoding.code());
            writer.number(contentChecksum);
            byte[] preview = preview();
            writer.octet(preview == null ? 0 : 1);
            writer.bytes(preview == null ? new byte[0] : preview);
            writer.text(place == null ? "" : place);
            return writer.checksum();
        }

        private StoredBlob with(byte @Nullable [] data) {
            return new StoredBlob(info, encoding, storedSize, contentChecksum, data);
        }
    }

    static Optional<BlobRow> find(Session session, Address address) throws SQLException {
        return session.first("SELECT " + COLUMNS + " FROM blob WHERE address = ?", BlobRow::read, address.toBytes());
    }

    /** Those of some addresses at which there is a blob. */
    static Set<Address> present(Session session, Collection<Address> addresses) throws SQLException {
        return session
                .list("SELECT " + COLUMNS + " FROM blob WHERE address = ANY(?)", BlobRow::read, addresses(addresses))
                .stream()
                .map(row -> row.info().address())
                .collect(Collectors.toUnmodifiableSet());
    }

    static Optional<StoredBlob> read(Session session, Address address) throws SQLException {
        return session.first(
                "SELECT " + COLUMNS + ", data FROM blob WHERE address = ?",
                row -> BlobRow.read(row).with(row.getBytes(10)),
                address.toBytes());
    }

    static List<StoredBlob> read(Session session, Collection<Address> addresses) throws SQLException {
        return session.list(
                "SELECT " + COLUMNS + ", data FROM blob WHERE address = ANY(?)",
                row -> BlobRow.read(row).with(row.getBytes(10)),
                addresses(addresses));
    }

    /** The rows after the row of this number, in the order of their numbers. */
    static List<NumberedBlob> page(Session session, long after, int limit) throws SQLException {
        return session.list(
                "SELECT " + COLUMNS + " FROM blob WHERE number > ? ORDER BY number LIMIT ?",
                row -> {
                    BlobRow blob = BlobRow.read(row);
                    return new NumberedBlob(blob.number(), blob.info());
                },
                after,
                limit);
    }

    /**
     * Stores blobs, unless they are there; then notes that they were put again. Part of a transaction.
     *
     * @param broken tells of the key of an object whether it is missing or cut
     * @param now the time by the clock of the server
     */
    static void store(Session session, Collection<PreparedBlob> blobs, Predicate<String> broken, Instant now)
            throws SQLException {
        TreeMap<Address, PreparedBlob> byAddress = new TreeMap<>();
        List<String> unused = new ArrayList<>();
        for (PreparedBlob blob : blobs) {
            PreparedBlob first = byAddress.putIfAbsent(blob.info().address(), blob);
            if (first != null && blob instanceof PreparedBlob.Staged staged && !blob.equals(first)) {
                unused.add(staged.place());
            }
        }
        insert(session, byAddress.values(), now.getEpochSecond());
        List<PreparedBlob.Staged> staged = byAddress.values().stream()
                .filter(PreparedBlob.Staged.class::isInstance)
                .map(PreparedBlob.Staged.class::cast)
                .toList();
        if (!staged.isEmpty()) {
            unused.addAll(settle(session, staged, broken));
        }
        GarbageRows.add(session, unused);
    }

    private static void insert(Session session, Collection<PreparedBlob> blobs, long now) throws SQLException {
        List<byte[]> addresses = new ArrayList<>();
        List<Long> sizes = new ArrayList<>();
        List<Long> storedSizes = new ArrayList<>();
        List<Long> encodings = new ArrayList<>();
        List<Long> contentChecksums = new ArrayList<>();
        List<Long> checksums = new ArrayList<>();
        List<byte @Nullable []> previews = new ArrayList<>();
        List<@Nullable String> places = new ArrayList<>();
        List<byte @Nullable []> data = new ArrayList<>();
        for (PreparedBlob blob : blobs) {
            BlobRow row = BlobRow.of(blob);
            addresses.add(row.info().address().toBytes());
            sizes.add(row.info().size());
            storedSizes.add(row.storedSize());
            encodings.add((long) row.encoding().code());
            contentChecksums.add(row.contentChecksum());
            checksums.add(row.checksum());
            previews.add(row.preview());
            places.add(row.place());
            data.add(blob instanceof PreparedBlob.InRecord inRecord ? inRecord.data() : null);
        }
        session.update(
                "INSERT INTO blob (address, size, stored_size, encoding, content_checksum, checksum, preview, place, data, used)"
                        + " SELECT address, size, stored_size, encoding, content_checksum, checksum, preview, place, data, ?"
                        + " FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?) WITH ORDINALITY AS g(address, size, stored_size, encoding,"
                        + " content_checksum, checksum, preview, place, data, entry) ORDER BY entry"
                        + " ON CONFLICT (address) DO UPDATE SET used = excluded.used WHERE blob.used < excluded.used - "
                        + USED_SECONDS,
                now,
                Column.ofBytes(addresses),
                Column.ofNumbers(sizes),
                Column.ofNumbers(storedSizes),
                Column.ofNumbers(encodings),
                Column.ofNumbers(contentChecksums),
                Column.ofNumbers(checksums),
                new Column("bytea", previews.toArray(byte[][]::new)),
                new Column("text", places.toArray(String[]::new)),
                new Column("bytea", data.toArray(byte[][]::new)));
    }

    /** The keys of objects that no row refers to, since another one of the same blob was there, or was broken. */
    private static List<String> settle(Session session, List<PreparedBlob.Staged> staged, Predicate<String> broken)
            throws SQLException {
        Map<Address, @Nullable String> places = new HashMap<>();
        session.list(
                "SELECT address, place FROM blob WHERE address = ANY(?)",
                row -> places.put(Address.ofBytes(row.getBytes(1)), row.getString(2)) == null,
                addresses(staged.stream().map(blob -> blob.info().address()).toList()));
        List<String> unused = new ArrayList<>();
        for (PreparedBlob.Staged blob : staged) {
            String place = places.get(blob.info().address());
            if (place != null && !place.equals(blob.place()) && broken.test(place)) {
                replace(session, blob);
                unused.add(place);
            } else if (!blob.place().equals(place)) {
                unused.add(blob.place());
            }
        }
        return unused;
    }

    private static void replace(Session session, PreparedBlob.Staged blob) throws SQLException {
        BlobRow row = BlobRow.of(blob);
        session.update(
                "UPDATE blob SET stored_size = ?, encoding = ?, content_checksum = ?, checksum = ?, preview = ?, place = ?"
                        + " WHERE address = ?",
                row.storedSize(),
                row.encoding().code(),
                row.contentChecksum(),
                row.checksum(),
                row.preview(),
                row.place(),
                row.info().address().toBytes());
    }

    private static Column addresses(Collection<Address> addresses) {
        return Column.ofBytes(addresses.stream().map(Address::toBytes).toList());
    }

    /**
     * Some attempts refer to blobs from now on. Until the end of the transaction, nobody removes those that are there.
     *
     * @return those that are there
     */
    static Set<Address> use(Session session, Set<Address> addresses, Instant now) throws SQLException {
        Set<Address> present = new HashSet<>();
        List<Address> stale = new ArrayList<>();
        if (addresses.isEmpty()) {
            return present;
        }
        long recently = now.getEpochSecond() - USED_SECONDS;
        session.list(
                "SELECT address, used FROM blob WHERE address = ANY(?) ORDER BY address FOR KEY SHARE",
                row -> {
                    Address address = Address.ofBytes(row.getBytes(1));
                    if (row.getLong(2) < recently) {
                        stale.add(address);
                    }
                    return present.add(address);
                },
                addresses(addresses));
        if (!stale.isEmpty()) {
            session.update("UPDATE blob SET used = ? WHERE address = ANY(?)", now.getEpochSecond(), addresses(stale));
        }
        return present;
    }

    /** Removes blobs that were not used lately; those that were removed. Part of a transaction. */
    static Set<Address> delete(Session session, List<Entry.DeleteBlob> deletions) throws SQLException {
        List<Entry.DeleteBlob> inOrder = new ArrayList<>(deletions);
        inOrder.sort(Comparator.comparing(Entry.DeleteBlob::address));
        List<byte[]> addresses = new ArrayList<>();
        List<Long> times = new ArrayList<>();
        for (Entry.DeleteBlob deletion : inOrder) {
            addresses.add(deletion.address().toBytes());
            times.add(deletion.unusedSince().getEpochSecond() - USED_SECONDS);
        }
        return new HashSet<>(session.list(
                "WITH given AS MATERIALIZED (SELECT b.address FROM unnest(?, ?) AS g(address, since)"
                        + " JOIN blob b ON b.address = g.address WHERE b.used < g.since ORDER BY b.address FOR UPDATE OF b),"
                        + " gone AS (DELETE FROM blob USING given WHERE blob.address = given.address"
                        + " RETURNING blob.address, blob.place),"
                        + " noted AS (INSERT INTO garbage (place, since) SELECT place, clock_timestamp() FROM gone"
                        + " WHERE place IS NOT NULL ON CONFLICT DO NOTHING)"
                        + " SELECT address FROM gone",
                row -> Address.ofBytes(row.getBytes(1)),
                Column.ofBytes(addresses),
                Column.ofNumbers(times)));
    }
}
