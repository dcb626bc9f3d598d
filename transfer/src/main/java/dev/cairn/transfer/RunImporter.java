package dev.cairn.transfer;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.zstd.ZstdCompression;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Copies runs from a file that {@link RunExporter} wrote into a datastore. They keep their ids, times and tags.
 *
 * <p>The file is read twice: first all of it is checked, and nothing written. Then it is copied. A run becomes visible in one atomic step,
 * when all that it refers to is durable; all runs of a file do so at the end, one right after the other. An import that was interrupted
 * leaves at most values that nothing refers to, and can be run again. Thread-safe.
 */
public final class RunImporter {
    private final Datastore datastore;
    private final boolean trusting;

    private RunImporter(Datastore datastore, boolean trusting) {
        this.datastore = datastore;
        this.trusting = trusting;
    }

    /**
     * Imports into a datastore. Files with {@code @Opaque} values, and files that hold very much for their size, are refused.
     *
     * @param datastore where to copy the runs; the importer does not close it
     * @return the importer
     */
    public static RunImporter into(Datastore datastore) {
        return new RunImporter(datastore, false);
    }

    /**
     * This importer, for files whose authors may run code wherever somebody reads the values.
     *
     * @return a new importer into the same datastore, which refuses neither
     */
    public RunImporter trusting() {
        return new RunImporter(datastore, true);
    }

    /**
     * Imports a file.
     *
     * @param file what {@link RunExporter#export} wrote
     * @return which runs were copied, and which the datastore already had
     * @throws ImportRefusedException if the file is not whole, is not what an export writes, may do harm, or cannot be read; or if the
     *     datastore has a run of the same id and with other contents
     * @throws DatastoreException if the datastore fails, or if the name of a flow belongs to another class in it
     */
    public ImportReport read(Path file) {
        try {
            return importFile(file);
        } catch (BadExportException e) {
            throw refused(file, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            String message = String.valueOf(e.getMessage());
            throw refused(
                    file,
                    Files.isRegularFile(file)
                            ? "it is cut off, or is not an export (" + message + ")"
                            : "there is no such file");
        }
    }

    private static ImportRefusedException refused(Path file, String reason) {
        return new ImportRefusedException(
                file, reason + (reason.endsWith(".") ? "" : ".") + " Nothing of it was imported.");
    }

    private ImportReport importFile(Path file) throws IOException {
        ImportCheck check = new ImportCheck(Files.size(file), trusting);
        String digest = read(file, check);
        check.end();
        List<String> imported = new ArrayList<>();
        List<String> present = new ArrayList<>();
        Set<RunId> wanted = new LinkedHashSet<>();
        for (RunRecord run : check.runs()) {
            String name = run.flow() + "/" + run.id();
            if (isPresent(run, check)) {
                present.add(name);
            } else {
                imported.add(name);
                wanted.add(run.id());
            }
        }
        if (!wanted.isEmpty()) {
            try (ImportCopy copy = new ImportCopy(datastore, wanted)) {
                if (!read(file, copy).equals(digest)) {
                    throw new BadExportException("it was changed while it was read");
                }
                copy.publish();
            }
        }
        Manifest manifest = check.manifest();
        return new ImportReport(imported, present, manifest.attempts(), manifest.blobs(), manifest.bytes());
    }

    private static String read(Path file, ExportVisitor visitor) throws IOException {
        try (InputStream compressed = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
                InputStream archive =
                        new BufferedInputStream(new ZstdCompression().decompressing(compressed), 1 << 16)) {
            return new ExportReader(archive, Files.size(file), visitor).read();
        }
    }

    /** Whether the datastore has an equal run. */
    private boolean isPresent(RunRecord run, ImportCheck check) throws IOException {
        Optional<RunRecord> stored = datastore.runs().find(run.id());
        if (stored.isEmpty()) {
            return false;
        }
        RunDigest digest = new RunDigest();
        StoredRunWalk.walk(datastore, run.id(), digest);
        if (!Arrays.equals(digest.value(stored.get()), check.digest(run))) {
            throw new BadExportException(
                    "run " + run.flow() + "/" + run.id()
                            + " is in the datastore already, and is not the same. Delete the one in the datastore, or keep it.");
        }
        return true;
    }
}
