package dev.cairn.transfer;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.RunAttributes;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunLife;
import dev.cairn.datastore.RunOwners;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Writes runs that have ended to a file, with all that is needed to read them: records, output, files, values and their schemas. The same
 * runs make the same file. {@link RunImporter} reads it. Thread-safe.
 */
public final class RunExporter {
    private RunExporter() {}

    /**
     * Exports runs. A run whose process died is first ended, so that its process can write nothing more if it was only stopped for a
     * while. The file appears when it is whole and durable; if the export fails, nothing is left. It takes as much temporary space beside
     * the file as the records and the output of the runs, as JSON.
     *
     * @param datastore where the runs are
     * @param runs the runs; each is exported once
     * @param file the file to write, such as {@code runs.tar.zst}, readable for its owner only
     * @return what the file has
     * @throws ExportRefusedException if a run has not ended and its process is alive, if the file exists, or if it cannot be written
     * @throws DatastoreException if there is no such run, or if something of it is missing or damaged
     * @throws IllegalArgumentException if there are no runs to export
     */
    public static ExportReport export(Datastore datastore, Collection<RunId> runs, Path file) {
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("there are no runs to export");
        }
        if (Files.exists(file)) {
            throw new ExportRefusedException("`" + file + "` exists already. Name another file.");
        }
        List<RunRecord> ended = new ArrayList<>();
        for (RunId run : new LinkedHashSet<>(runs)) {
            ended.add(ended(datastore, run));
        }
        try (ExportedRuns exported = new ExportedRuns(datastore, ended, directory(file))) {
            return exported.write(file);
        } catch (IOException e) {
            throw new ExportRefusedException(
                    "`" + file + "` could not be written: " + e.getMessage() + ". Nothing is left of it.", e);
        }
    }

    private static Path directory(Path file) {
        Path directory = file.toAbsolutePath().getParent();
        if (directory == null || !Files.isDirectory(directory)) {
            throw new ExportRefusedException("`" + file + "` cannot be written: there is no directory `" + directory
                    + "`. Create it, or name another file.");
        }
        return directory;
    }

    private static RunRecord ended(Datastore datastore, RunId id) {
        RunRecord run = find(datastore, id);
        if (run.status() != RunStatus.RUNNING) {
            return run;
        }
        RunLife life = RunOwners.end(datastore.runs(), run, false);
        RunRecord now = find(datastore, id);
        if (life == RunLife.UNKNOWN) {
            throw new ExportRefusedException("whether run " + run.flow() + "/" + id
                    + " is still running is not known, so it cannot be exported: its engine "
                    + RunAttributes.engine(run).orElse("") + " cannot be asked. Try again when it responds.");
        } else if (now.status() == RunStatus.RUNNING) {
            throw new ExportRefusedException(
                    "run " + run.flow() + "/" + id
                            + " is still running, so it cannot be exported. Stop its process, or wait until the run has ended.");
        }
        return now;
    }

    private static RunRecord find(Datastore datastore, RunId id) {
        return datastore.runs().find(id).orElseThrow(() -> DatastoreException.noSuchRun(id));
    }
}
