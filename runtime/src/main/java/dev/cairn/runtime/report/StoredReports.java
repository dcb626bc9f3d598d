package dev.cairn.runtime.report;

import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.FileRecord;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskOrigin;
import dev.cairn.runtime.ReportPart;
import dev.cairn.runtime.values.ReportKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The reports of the attempts of a run on its datastore, for engines and clients. They are kept like files, under keys that no file of a user
 * can have, which name the attempt that executed the step. So a run that was resumed has those of the tasks that it took over. Thread-safe.
 *
 * @param datastore the datastore
 * @param run the run
 */
public record StoredReports(Datastore datastore, RunId run) {
    /** Keeps the report of an attempt of this run. It is read once the attempt is committed. */
    public void keep(TaskId task, int attempt, List<ReportPart> parts, Instant at) {
        BlobInfo stored = datastore.blobs().put(ReportFormat.write(parts));
        datastore.runs().putFile(run, ReportKey.of(new TaskOrigin(run, task, attempt)), stored, at);
    }

    /**
     * The report of an attempt that is committed; empty if it has none.
     *
     * @param executed the attempt that executed the step, perhaps in another run
     * @throws DatastoreException if it is missing or damaged
     */
    public Optional<List<ReportPart>> find(TaskOrigin executed) {
        return datastore.runs().file(run, ReportKey.of(executed)).map(file -> {
            byte[] bytes = datastore.blobs().read(file.content().address());
            try {
                return ReportFormat.read(bytes);
            } catch (IllegalArgumentException e) {
                throw new DatastoreException(
                        "the report of task " + executed.task() + " in run " + run + " cannot be read: "
                                + e.getMessage(),
                        e);
            }
        });
    }

    /** The attempts that have a report, in no particular order, also those that are not committed. Lazy; to be closed. */
    public Stream<TaskOrigin> executed() {
        Stream<FileRecord> files = datastore.runs().files(run, ReportKey.PREFIX);
        return files.map(file -> ReportKey.parse(file.key())).onClose(files::close);
    }
}
