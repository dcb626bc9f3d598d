package dev.cairn.datastore.postgresql;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.FileRecord;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunQuery;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskId.Coordinate;
import dev.cairn.datastore.support.Records;
import dev.cairn.datastore.support.RunKey;
import dev.cairn.datastore.support.StoredBlob;
import dev.cairn.datastore.support.StoredEnd;
import dev.cairn.datastore.support.StoredLog;
import dev.cairn.datastore.support.StoredRun;
import dev.cairn.datastore.support.StoredTask;
import dev.cairn.datastore.support.Tally;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is in the database, as one transaction sees it. For one thread.
 *
 * @param session in a transaction that sees one moment
 */
record PostgresqlRecords(Session session) implements Records {
    /** Asks the database. */
    @FunctionalInterface
    private interface Question<T> {
        T answer() throws SQLException;
    }

    /** What the database could not answer, on its way to whoever asked for all this. */
    static final class UnansweredException extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final SQLException reason;

        private UnansweredException(SQLException reason) {
            super(reason);
            this.reason = reason;
        }

        SQLException reason() {
            return reason;
        }
    }

    private static <T> T ask(Question<T> question) {
        try {
            return question.answer();
        } catch (SQLException e) {
            throw new UnansweredException(e);
        }
    }

    @Override
    public Optional<StoredRun> run(RunId run) {
        return ask(() -> RunRows.find(session, run));
    }

    @Override
    public List<StoredRun> runs(RunQuery query, @Nullable RunId before, int limit) {
        return ask(() -> RunRows.page(session, query, before, limit));
    }

    @Override
    public List<StoredTask> attempts(RunKey run, TaskId task) {
        return ask(() -> TaskRows.attempts(session, run, task));
    }

    @Override
    public List<StoredTask> attempts(RunKey run, long after, int limit) {
        return ask(() -> TaskRows.nextOfRun(session, run, after, limit));
    }

    @Override
    public List<StoredEnd> ends(RunKey run, long after, int limit) {
        return ask(() -> EndRows.nextOfRun(session, run, after, limit));
    }

    @Override
    public List<StoredTask> tasks(RunKey run, String step, List<Coordinate> from, int limit) {
        return ask(() -> TaskRows.fromPosition(session, run, step, from, limit));
    }

    @Override
    public List<StoredTask> tasks(RunKey run, String step, long skipped, int limit) {
        return ask(() -> TaskRows.fromNumber(session, run, step, skipped, limit));
    }

    @Override
    public Optional<StoredTask> lastTask(RunKey run, String step, List<Coordinate> position) {
        return ask(() -> TaskRows.lastOfStep(session, run, step, position));
    }

    @Override
    public Optional<List<Tally>> tallies(RunKey run, @Nullable String step) {
        return ask(() -> TallyRows.find(session, run, step));
    }

    @Override
    public List<StoredLog> log(RunKey run, TaskId task, int attempt, long after, int limit) {
        return ask(() -> LogRows.page(session, run.number(), task, attempt, after, limit));
    }

    @Override
    public Optional<FileRecord> file(RunKey run, String key) {
        return ask(() -> FileRows.find(session, run.number(), key));
    }

    @Override
    public List<FileRecord> files(RunKey run, String prefix, @Nullable String after, int limit) {
        return ask(() -> FileRows.page(session, run.number(), prefix, after, limit));
    }

    @Override
    public Optional<BlobInfo> findBlob(Address address) {
        return ask(() -> BlobRows.find(session, address)).map(BlobRows.BlobRow::info);
    }

    @Override
    public Set<Address> presentBlobs(Collection<Address> addresses) {
        return ask(() -> BlobRows.present(session, addresses));
    }

    @Override
    public Optional<StoredBlob> blob(Address address) {
        return ask(() -> BlobRows.read(session, address));
    }

    @Override
    public List<StoredBlob> blobs(Collection<Address> addresses) {
        return ask(() -> BlobRows.read(session, addresses));
    }

    @Override
    public List<NumberedBlob> blobs(long after, int limit) {
        return ask(() -> BlobRows.page(session, after, limit));
    }
}
