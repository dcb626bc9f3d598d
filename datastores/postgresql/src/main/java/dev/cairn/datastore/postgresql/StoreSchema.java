package dev.cairn.datastore.postgresql;

import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.postgresql.s3.S3Objects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a datastore. They are created by the scripts {@code V1.sql} and so on, in order, in one transaction and under a lock that
 * belongs to the name of the schema: so of several processes that open a new datastore at once, one creates it. Immutable.
 *
 * @param url the datastore
 * @param blobs where large blobs are kept, or null for the table {@code part}
 */
record StoreSchema(StoreUrl url, @Nullable String blobs) {
    /** The version that this code reads and writes. */
    static final int VERSION = 1;

    /** The first half of the keys of all locks of Cairn, so that they stay apart from those of other programs: "Cair" in ASCII. */
    private static final int LOCKS = 0x43616972;

    /**
     * Checks the tables, and creates them if there are none: unless their large blobs would be among those of another datastore.
     *
     * @param session in no transaction
     * @param bucket where large blobs are kept, or null
     * @throws DatastoreException if other tables are there, those of a newer version, or of a store with other blobs
     */
    StoreRow open(Session session, @Nullable S3Objects bucket) throws SQLException {
        StoreRow present = find(session).orElse(null);
        if (present == null) {
            session.number("SELECT 1 FROM pg_advisory_xact_lock(?, hashtext(?))", LOCKS, url.schema());
            present = find(session).orElse(null); // another process may have created them meanwhile
        }
        if (present == null) {
            return create(session, bucket);
        }
        session.commit();
        requireSameBlobs(present);
        if (bucket != null) {
            bucket.requireOwner(present.id());
        }
        return present;
    }

    private StoreRow create(Session session, @Nullable S3Objects bucket) throws SQLException {
        StoreRow created = createTables(session);
        if (bucket == null) {
            session.commit();
            return created;
        }
        bucket.claim(created.id());
        try {
            session.commit();
            return created;
        } catch (SQLException e) {
            if (!Failures.isTransient(e)) { // else the tables may be there, though the answer was lost
                bucket.unclaim();
            }
            throw e;
        }
    }

    /**
     * What the tables belong to; empty if there are none.
     *
     * @throws DatastoreException if other tables are there, or those of a newer version
     */
    Optional<StoreRow> find(Session session) throws SQLException {
        if (!isThere(session)) {
            return Optional.empty();
        }
        requireUsable(session);
        boolean ours = session.number(
                        "SELECT count(*) FROM pg_attribute WHERE attrelid = to_regclass(?) AND attname IN ('program', 'version')",
                        url.schema() + ".store")
                == 2;
        StoreRow row = ours ? StoreRow.find(session).orElse(null) : null;
        if (row == null) {
            throw new DatastoreException("the schema `" + url.schema() + "` of the database `" + url.database()
                    + "` belongs to another program. Name another one with `?" + StoreUrl.SCHEMA
                    + "=NAME` in the URL.");
        }
        requireSupported(row.version());
        return Optional.of(row);
    }

    /** Whether something is in the schema: a datastore, or something else. */
    boolean isThere(Session session) throws SQLException {
        return session.number(
                        "SELECT count(*) FROM pg_class WHERE relnamespace = to_regnamespace(?) AND relkind IN ('r', 'p', 'v', 'm')",
                        url.schema())
                > 0;
    }

    private void requireUsable(Session session) throws SQLException {
        boolean usable = session.first(
                        "SELECT has_schema_privilege(?, 'USAGE')", row -> row.getBoolean(1), url.schema())
                .orElse(false);
        if (!usable) {
            throw new DatastoreException("the user that connects to `" + url.text() + "` may not use the schema `"
                    + url.schema() + "`. Grant it the rights that docs/cloud.md lists.");
        }
    }

    /** @throws DatastoreException if the tables have a version that this code does not know */
    void requireSupported(int version) {
        if (version > VERSION) {
            throw new DatastoreException("the datastore `" + url.text()
                    + "` was created by a newer version of Cairn: its tables have version "
                    + version + ", but this version supports versions up to " + VERSION
                    + ". Upgrade Cairn, or name another schema with `?" + StoreUrl.SCHEMA + "=NAME` in the URL.");
        }
    }

    private void requireSameBlobs(StoreRow present) {
        if (present.blobs() == null && blobs != null) {
            throw new DatastoreException(
                    "the datastore `" + url.text() + "` keeps its large values in its database, not in `"
                            + blobs + "`. Remove `" + StoreUrl.BLOBS + "` from the URL, or name another schema with `"
                            + StoreUrl.SCHEMA + "=NAME`.");
        }
        if (present.blobs() != null && !present.blobs().equals(blobs)) {
            throw new DatastoreException(
                    "the datastore `" + url.text() + "` keeps its large values in `" + present.blobs()
                            + "`" + (blobs == null ? "" : ", not in `" + blobs + "`") + ". Open it with `"
                            + StoreUrl.BLOBS + "="
                            + present.blobs() + "` in the URL.");
        }
    }

    private StoreRow createTables(Session session) throws SQLException {
        boolean exists = session.number("SELECT count(*) FROM pg_namespace WHERE nspname = ?", url.schema()) > 0;
        if (!exists) {
            session.execute("CREATE SCHEMA " + url.schema());
        }
        session.execute("SET LOCAL search_path TO " + url.schema());
        session.execute(script(1));
        StoreRow created = new StoreRow(UUID.randomUUID().toString(), VERSION, blobs);
        created.store(session);
        return created;
    }

    private static String script(int version) {
        String name = "V" + version + ".sql";
        try (InputStream stream = StoreSchema.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("the jar of the datastore has no " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
