package dev.cairn.datastore.postgresql;

import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.support.Entry;
import dev.cairn.datastore.support.RecordStore;
import dev.cairn.datastore.support.Records;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The records of a datastore, in the tables of a schema. Any thread may read; one at a time writes.
 *
 * <p>A batch whose COMMIT had no answer is neither lost nor applied twice: on the next connection, {@link Writer} finds out what became
 * of it.
 */
final class PostgresqlStore implements RecordStore {
    private final Database database;
    private final StoreSchema schema;
    private final StoreRow row;
    private final PlacedBlobs blobs;
    private final Supplier<Duration> clockOffset;
    private final Writer writer = new Writer(); // this and what follows: used by whoever writes
    private @Nullable Session session;
    private long batches;
    private @Nullable List<CommitResult> unconfirmed; // answers of the current batch, if its COMMIT was sent

    /**
     * A store that is there.
     *
     * @param row its row
     * @param clockOffset added to the clock of the server; not zero only in tests
     */
    PostgresqlStore(
            Database database, StoreSchema schema, StoreRow row, PlacedBlobs blobs, Supplier<Duration> clockOffset) {
        this.database = database;
        this.schema = schema;
        this.row = row;
        this.blobs = blobs;
        this.clockOffset = clockOffset;
    }

    @Override
    public String url() {
        return database.url().text();
    }

    @Override
    public <T> T read(Function<Records, T> read) {
        return database.read(reading -> {
            try {
                return read.apply(new PostgresqlRecords(reading));
            } catch (PostgresqlRecords.UnansweredException e) {
                throw e.reason();
            }
        });
    }

    @Override
    public List<CommitResult> apply(List<Entry> batch) {
        batches++;
        unconfirmed = null;
        try {
            return database.retry().run(() -> attempt(batch));
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }

    private List<CommitResult> attempt(List<Entry> batch) throws SQLException {
        Session open = session;
        try {
            if (open == null || open.isClosed()) {
                open = database.connections().openWriter();
                session = open;
            }
            List<CommitResult> results = commit(open, batch);
            writer.committed();
            return results;
        } catch (SQLException | RuntimeException | Error e) {
            recover(open);
            throw e;
        }
    }

    private List<CommitResult> commit(Session open, List<Entry> batch) throws SQLException {
        Optional<Writer.Beginning> beginning = writer.begin(open, batches);
        if (beginning.isEmpty()) {
            open.rollBack();
            if (unconfirmed == null) {
                throw new IllegalStateException("batch " + batches + " was applied before it was sent");
            }
            return unconfirmed;
        }
        requireUnchanged(beginning.get());
        Instant now = beginning.get().now().plus(clockOffset.get());
        List<CommitResult> results = new Transaction(open, writer, blobs::isBroken, now).apply(batch);
        unconfirmed = results;
        open.commit();
        return results;
    }

    private void requireUnchanged(Writer.Beginning beginning) {
        schema.requireSupported(beginning.version());
        if (!beginning.store().equals(row.id())) {
            throw new DatastoreException(
                    "the datastore `" + url() + "` was replaced by another one while it was open. Open it again.");
        }
    }

    /** A connection that failed is not used again. Its transaction ends with it. */
    private void recover(@Nullable Session failed) {
        session = null;
        if (failed != null) {
            try (failed) {
                failed.rollBack();
            } catch (SQLException e) {
                // it is broken, or closed
            }
        }
    }

    @Override
    public List<String> problems() {
        long failures = database.read(reading -> reading.number(
                "SELECT coalesce(sum(checksum_failures), 0) FROM pg_stat_database WHERE datname = current_database()"));
        return failures == 0
                ? List.of()
                : List.of("PostgreSQL has found " + failures + " pages of the database `"
                        + database.url().database() + "` whose checksum is wrong");
    }

    @Override
    public void close() {
        Session open = session;
        try {
            if (open != null) {
                open.close();
            }
        } catch (SQLException e) {
            // what was promised is durable
        } finally {
            blobs.close();
            database.connections().close();
        }
    }
}
