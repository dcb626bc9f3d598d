package dev.cairn.datastore.file;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.FileRecord;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunQuery;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskId.Coordinate;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.datastore.support.PositionKey;
import dev.cairn.datastore.support.Records;
import dev.cairn.datastore.support.RunKey;
import dev.cairn.datastore.support.StoredBlob;
import dev.cairn.datastore.support.StoredEnd;
import dev.cairn.datastore.support.StoredLog;
import dev.cairn.datastore.support.StoredRun;
import dev.cairn.datastore.support.StoredTask;
import dev.cairn.datastore.support.Tally;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What is in the database, as one transaction sees it. For one thread.
 *
 * @param soundSteps what is known of steps where something was not found
 */
record FileRecords(Session session, SoundSteps soundSteps) implements Records {
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

    /** Asks what there is of a run, which is nothing once it is deleted. */
    private <T> T ask(RunKey run, T nothing, Question<T> question) {
        return ask(() -> DeletedRows.has(session, run.number()) ? nothing : question.answer());
    }

    private StoredRun stored(RunRow row) throws SQLException {
        return new StoredRun(
                row.run().withStopRequestedAt(StopRows.find(session, row.number())),
                row.number(),
                OwnerRows.epoch(session, row.number()));
    }

    @Override
    public Optional<StoredRun> run(RunId run) {
        return ask(() -> {
            Optional<RunRow> row = RunRows.find(session, run);
            return row.isPresent() ? Optional.of(stored(row.get())) : Optional.empty();
        });
    }

    @Override
    public List<StoredRun> runs(RunQuery query, @Nullable RunId before, int limit) {
        return ask(() -> {
            List<StoredRun> runs = new ArrayList<>();
            for (RunRow row : RunRows.page(session, query, before, limit)) {
                runs.add(stored(row));
            }
            return runs;
        });
    }

    @Override
    public List<StoredTask> attempts(RunKey run, TaskId task) {
        return ask(run, List.of(), () -> {
            List<StoredTask> attempts = TaskRows.attempts(session, run.number(), run.id(), task);
            List<TaskRecord> records = attempts.stream().map(StoredTask::record).toList();
            OptionalInt missing = SoundSteps.firstMissing(records);
            if (missing.isPresent()) {
                byte[] position = PositionKey.encode(task.position());
                soundSteps.requireAbsent(session, run.number(), run.id(), task.step(), position, missing.getAsInt());
            }
            return attempts;
        });
    }

    @Override
    public List<StoredTask> attempts(RunKey run, long after, int limit) {
        return ask(run, List.of(), () -> TaskRows.nextOfRun(session, run.number(), run.id(), after, limit));
    }

    @Override
    public List<StoredEnd> ends(RunKey run, long after, int limit) {
        return ask(run, List.of(), () -> EndRows.nextOfRun(session, run.number(), run.id(), after, limit));
    }

    @Override
    public List<StoredTask> tasks(RunKey run, String step, List<Coordinate> from, int limit) {
        return ask(
                run,
                List.of(),
                () -> TaskRows.fromPosition(session, run.number(), run.id(), step, PositionKey.encode(from), limit));
    }

    @Override
    public List<StoredTask> tasks(RunKey run, String step, long skipped, int limit) {
        return ask(run, List.of(), () -> {
            boolean failures = !TallyRows.areKept(session, run.number())
                    || TallyRows.ofTasks(session, run.number()).stream()
                            .anyMatch(tally -> tally.kind() == Tally.Kind.FAILED
                                    && tally.name().equals(step));
            soundSteps.require(session, run.number(), run.id(), step); // what is out of place would count too
            return TaskRows.fromNumber(session, run.number(), run.id(), step, skipped, limit, failures);
        });
    }

    @Override
    public Optional<StoredTask> lastTask(RunKey run, String step, List<Coordinate> position) {
        return ask(run, Optional.empty(), () -> {
            Optional<StoredTask> last = TaskRows.lastOfStep(session, run.number(), run.id(), step, position);
            if (!isKnownToBeLast(last)) {
                List<Coordinate> from =
                        last.map(task -> task.record().task().position()).orElse(position);
                soundSteps.requireNoneFinished(
                        session,
                        run.number(),
                        run.id(),
                        step,
                        last.isPresent() ? PositionKey.endOf(from) : PositionKey.encode(from),
                        PositionKey.endOf(position));
            }
            return last;
        });
    }

    /** Whether the counts would tell if a task after it was lost: those of a step whose tasks have one coordinate do. */
    private static boolean isKnownToBeLast(Optional<StoredTask> last) {
        return last.filter(task -> task.record().task().position().size() <= 1).isPresent();
    }

    @Override
    public Optional<List<Tally>> tallies(RunKey run, @Nullable String step) {
        return ask(run, Optional.empty(), () -> {
            if (!TallyRows.areKept(session, run.number())) {
                return Optional.empty();
            }
            return Optional.of(
                    step == null
                            ? TallyRows.ofTasks(session, run.number())
                            : TallyRows.ofStep(session, run.number(), step));
        });
    }

    @Override
    public List<StoredLog> log(RunKey run, TaskId task, int attempt, long after, int limit) {
        return ask(run, List.of(), () -> LogRows.page(session, run.number(), task, attempt, after, limit));
    }

    @Override
    public Optional<FileRecord> file(RunKey run, String key) {
        return ask(run, Optional.empty(), () -> FileRows.find(session, run.number(), key));
    }

    @Override
    public List<FileRecord> files(RunKey run, String prefix, @Nullable String after, int limit) {
        return ask(run, List.of(), () -> FileRows.page(session, run.number(), prefix, after, limit));
    }

    @Override
    public Optional<BlobInfo> findBlob(Address address) {
        return ask(() -> BlobRows.find(session, address)).map(BlobRows.BlobRow::info);
    }

    @Override
    public Optional<StoredBlob> blob(Address address) {
        return ask(() -> BlobRows.read(session, address));
    }

    @Override
    public List<NumberedBlob> blobs(long after, int limit) {
        return ask(() -> BlobRows.page(session, after, limit)).stream()
                .map(row -> new NumberedBlob(row.number(), row.info()))
                .toList();
    }
}
