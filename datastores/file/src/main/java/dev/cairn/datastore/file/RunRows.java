package dev.cairn.datastore.file;

import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunQuery;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.datastore.support.Checksums;
import dev.cairn.datastore.support.DamagedRecordException;
import dev.cairn.datastore.support.Exclusive;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tables {@code run} and {@code tag}. */
final class RunRows {
    private static final String COLUMNS = "SELECT " + RunRow.COLUMNS + " FROM run ";
    private static final int PAGE = 256;

    /** So that a status that was damaged is not left out, but read, and found to be none. */
    private static final String STATUS_OR_NONE = "status = ?3 OR status IS NULL OR status NOT IN ("
            + Arrays.stream(RunStatus.values())
                    .map(status -> "'" + status + "'")
                    .collect(Collectors.joining(", "))
            + ")";

    private RunRows() {}

    /** @throws DatastoreException if the id of a run or the name of its flow is in use */
    static void requireNew(Session session, RunRecord run) throws SQLException {
        FlowRows.requireClass(session, run.flow(), run.flowClass());
        if (find(session, run.id()).isPresent()) {
            throw DatastoreException.runExists(run.id());
        }
    }

    /** Stores a run that is new. Part of a transaction. */
    static void create(Session session, RunRecord run) throws SQLException {
        FlowRows.count(session, run.flow(), run.flowClass(), 1);
        StoreRow.count(session, 1);
        byte[] artifacts = RunRow.artifacts(run.artifacts());
        session.update(
                "INSERT INTO run (" + RunRow.COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                        + " ?, ?)",
                run.id().value(),
                run.flow(),
                run.flowClass(),
                run.status().name(),
                run.startedAt().toString(),
                text(run.finishedAt()),
                run.heartbeatAt().toString(),
                run.user(),
                run.cairnVersion(),
                run.javaVersion(),
                run.commit(),
                artifacts,
                text(run.failedTask()),
                RunRow.failure(run.failure()),
                null,
                0,
                0,
                text(run.origin()),
                RunRow.texts(run.fingerprints()),
                RunRow.texts(run.attributes()));
        long number =
                session.number("SELECT number FROM run WHERE id = ?", run.id().value());
        for (String tag : run.tags()) {
            session.update("INSERT INTO tag (run, tag) VALUES (?, ?)", number, tag);
        }
        if (run.stopRequestedAt() != null) {
            StopRows.add(session, number, run.stopRequestedAt());
        }
        session.update(
                "UPDATE run SET checksum = ? WHERE number = ?",
                RunRow.of(run, number, artifacts).checksum(),
                number);
    }

    /**
     * A run.
     *
     * @throws DamagedRecordException also if there is none, but some run was lost
     */
    static Optional<RunRow> find(Session session, RunId run) throws SQLException {
        Optional<RunRow> row = first(session, "WHERE id = ?", run.value());
        if (row.isEmpty()) {
            requireNotHidden(session, run);
            requireSound(session);
        } else if (!row.get().run().id().equals(run)) {
            throw new DamagedRecordException("the index of its runs is damaged: it leads to "
                    + row.get().run().id() + " instead of " + run);
        }
        return row;
    }

    /** A damaged entry of the index may hide a row that is there. */
    private static void requireNotHidden(Session session, RunId run) throws SQLException {
        if (session.number("SELECT count(*) FROM run NOT INDEXED WHERE CAST(id AS TEXT) = ?", run.value()) > 0) {
            throw new DamagedRecordException("the index of its runs is damaged: it does not lead to run " + run);
        }
    }

    private static Optional<RunRow> first(Session session, String where, Object argument) throws SQLException {
        return session.first(COLUMNS + where, row -> RunRow.read(row, number -> tags(session, number)), argument);
    }

    /** Reads all runs. It is done only where one is not found, and so may take its time. */
    private static void requireSound(Session session) throws SQLException {
        List<RunRow> page = page(session, RunQuery.all(), null, PAGE);
        while (!page.isEmpty()) {
            page = page(session, RunQuery.all(), page.get(page.size() - 1).run().id(), PAGE);
        }
    }

    /**
     * The next runs of a flow and a status, newest first, before a run; or the first ones. Tags are not looked at.
     *
     * @throws DamagedRecordException if one of them is not what was written, or if some are lost
     */
    static List<RunRow> page(Session session, RunQuery query, @Nullable RunId before, int limit) throws SQLException {
        if (before == null) {
            requireCount(session, query.flow());
        }
        // without a bound at first, so that an id that was damaged is read too; later with the run where the page
        // before has ended, which
        // shows that the search in the index has led there
        String entries = "SELECT id AS entry, number AS entry_number FROM run WHERE 1"
                + (before == null ? "" : " AND id <= ?1") + (query.flow() == null ? "" : " AND flow = ?2");
        String inPlace = "(id = entry" + (query.flow() == null ? "" : " AND flow = ?2") + ") IS TRUE";
        String matches = query.status() == null ? "1" : "(" + STATUS_OR_NONE + " OR NOT " + inPlace + " OR entry = ?1)";
        List<RunRow> rows = session.list(
                "SELECT " + RunRow.COLUMNS + ", " + inPlace + " AS in_place FROM (" + entries
                        + ") LEFT JOIN run ON number = entry_number WHERE " + matches + " ORDER BY entry DESC LIMIT ?4",
                row -> readInPlace(session, row),
                before == null ? null : before.value(),
                query.flow(),
                query.status() == null ? null : query.status().name(),
                before == null ? limit : limit + 1);
        requireOrder(rows);
        if (before == null) {
            return rows;
        }
        if (!rows.isEmpty() && rows.get(0).run().id().equals(before)) {
            return rows.subList(1, rows.size());
        }
        requireNotHidden(session, before); // it was deleted since, or the search was misled
        return rows.subList(0, Math.min(limit, rows.size()));
    }

    private static void requireOrder(List<RunRow> rows) throws SQLException {
        RunId last = null;
        for (RunRow row : rows) {
            if (last != null && row.run().id().compareTo(last) >= 0) {
                throw new DamagedRecordException("the index of its runs is damaged: it is out of order");
            }
            last = row.run().id();
        }
    }

    /** Reads a row and, in the column {@code in_place}, whether it is the one that its entry in an index means. */
    private static RunRow readInPlace(Session session, ResultSet row) throws SQLException {
        if (!row.getBoolean("in_place")) {
            throw new DamagedRecordException("the index of its runs is damaged: it leads to another run, or to none");
        }
        return RunRow.read(row, number -> tags(session, number));
    }

    /** The runs that concern an exclusive one, newest first. */
    static List<RunRow> concerned(Session session, Exclusive exclusive) throws SQLException {
        List<RunRow> concerned = new ArrayList<>();
        for (String flow : exclusive.flows()) {
            RunQuery running = new RunQuery(flow, RunStatus.RUNNING, Set.of());
            List<RunRow> page = page(session, running, null, PAGE);
            while (!page.isEmpty()) {
                concerned.addAll(page);
                page = page(session, running, page.get(page.size() - 1).run().id(), PAGE);
            }
        }
        concerned.sort(Comparator.comparing((RunRow row) -> row.run().id()).reversed());
        return concerned;
    }

    private static void requireCount(Session session, @Nullable String flow) throws SQLException {
        long expected = flow == null ? StoreRow.runs(session) : FlowRows.runs(session, flow);
        long found = flow == null
                ? session.number("SELECT count(*) FROM run WHERE id >= ''")
                : session.number("SELECT count(*) FROM run WHERE flow = ?", flow);
        if (expected != found && expected != Checksums.NONE) {
            throw new DamagedRecordException(expected + " runs" + (flow == null ? "" : " of flow " + flow)
                    + " were recorded, but " + found + " were found");
        }
    }

    private static Set<String> tags(Session session, long run) throws SQLException {
        return Set.copyOf(session.list("SELECT tag FROM tag WHERE run = ?", row -> row.getString(1), run));
    }

    /** Changes a run. */
    @FunctionalInterface
    interface Change {
        RunRecord of(RunRecord run);
    }

    /** Changes what of a run may change. Part of a transaction, as all that follow. */
    static void change(Session session, long number, Change change) throws SQLException {
        Optional<RunRow> found = first(session, "WHERE number = ?", number);
        if (found.isPresent()) {
            update(
                    session,
                    found.get().with(change.of(found.get().run()), found.get().tallies()));
        }
    }

    static void storeFingerprints(Session session, long number, Map<String, String> fingerprints) throws SQLException {
        change(
                session,
                number,
                run -> run.toBuilder().fingerprints(fingerprints).build());
        session.update("UPDATE run SET fingerprints = ? WHERE number = ?", RunRow.texts(fingerprints), number);
    }

    /** The newest time that is known: a clock may have been set back. */
    static Instant newestTime(Session session, Instant clock) throws SQLException {
        Instant newest = clock;
        for (String heartbeat : session.list(
                "SELECT heartbeat FROM run WHERE status = ?", row -> row.getString(1), RunStatus.RUNNING.name())) {
            Instant at = Instant.parse(heartbeat);
            newest = at.isAfter(newest) ? at : newest;
        }
        return newest;
    }

    static boolean isRunning(Session session, long number) throws SQLException {
        return first(session, "WHERE number = ?", number)
                .filter(row -> row.run().status() == RunStatus.RUNNING)
                .isPresent();
    }

    /** Whether a run has not ended, but gave no sign of life since a time. */
    static boolean isSilent(Session session, long number, Instant since) throws SQLException {
        return first(session, "WHERE number = ?", number)
                .filter(row -> row.run().status() == RunStatus.RUNNING
                        && row.run().heartbeatAt().isBefore(since))
                .isPresent();
    }

    /** Gives a run that is being imported its final status. */
    static void endImport(Session session, long number, RunRecord imported) throws SQLException {
        change(
                session,
                number,
                run -> run.status() == RunStatus.IMPORTING
                        ? run.toBuilder()
                                .status(imported.status(), imported.finishedAt())
                                .heartbeatAt(imported.heartbeatAt())
                                .failure(imported.failedTask(), imported.failure())
                                .build()
                        : run);
    }

    /** Notes that a run has so many more rows in the table {@code tally}. */
    static void countTallies(Session session, long number, int added) throws SQLException {
        Optional<RunRow> found = first(session, "WHERE number = ?", number);
        if (found.isPresent()) {
            update(session, found.get().with(found.get().run(), found.get().tallies() + added));
        }
    }

    /** Stores the checksum that a run should have; one that is damaged keeps none, and is found to be damaged. */
    static void restoreChecksum(Session session, long number) throws SQLException {
        try {
            Optional<RunRow> found = first(session, "WHERE number = ?", number);
            if (found.isPresent()) {
                session.update(
                        "UPDATE run SET checksum = ? WHERE number = ?",
                        found.get().checksum(),
                        number);
            }
        } catch (DamagedRecordException e) {
            session.update("UPDATE run SET checksum = 0 WHERE number = ?", number);
        }
    }

    private static void update(Session session, RunRow row) throws SQLException {
        RunRecord run = row.run();
        session.update(
                "UPDATE run SET status = ?, finished = ?, heartbeat = ?, failed_task = ?, failure = ?, tallies = ?,"
                        + " checksum = ? WHERE number = ?",
                run.status().name(),
                text(run.finishedAt()),
                run.heartbeatAt().toString(),
                text(run.failedTask()),
                RunRow.failure(run.failure()),
                row.tallies(),
                row.checksum(),
                row.number());
    }

    static void tag(Session session, long number, Set<String> add, Set<String> remove) throws SQLException {
        change(session, number, run -> {
            Set<String> tags = new java.util.TreeSet<>(run.tags());
            tags.addAll(add);
            tags.removeAll(remove);
            return run.withTags(tags);
        });
        for (String tag : add) {
            session.update("INSERT OR IGNORE INTO tag (run, tag) VALUES (?, ?)", number, tag);
        }
        for (String tag : remove) {
            session.update("DELETE FROM tag WHERE run = ? AND tag = ?", number, tag);
        }
    }

    static boolean delete(Session session, long run) throws SQLException {
        Optional<String> flow = session.first("SELECT flow FROM run WHERE number = ?", row -> row.getString(1), run);
        if (flow.isEmpty()) {
            return false;
        }
        DeletedRows.add(session, run);
        StopRows.delete(session, run);
        session.update("DELETE FROM tag WHERE run = ?", run);
        OwnerRows.delete(session, run);
        FlowRows.count(session, flow.get(), null, -1);
        StoreRow.count(session, -1);
        return session.update("DELETE FROM run WHERE number = ?", run) > 0;
    }

    static boolean exists(Session session, long run) throws SQLException {
        return session.number("SELECT count(*) FROM run WHERE number = ?", run) > 0;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
