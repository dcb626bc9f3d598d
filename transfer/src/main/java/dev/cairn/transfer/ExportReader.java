package dev.cairn.transfer;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.LogLine;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads an export, which somebody may have made to do harm, once from its beginning to its end. Which entry comes next is known before it
 * comes; another name, a name twice, or another size is refused. Throws a {@link BadExportException} for whatever is wrong, at the
 * latest at the end: what was visited until then proves nothing. Not thread-safe.
 */
final class ExportReader {
    /** More is in no manifest, and in no end. */
    private static final int LARGEST_FRAME = 64 * 1024;

    /** The random part of an address, of which each is in the file, and nothing compresses it. */
    private static final int BLOB_FILE_BYTES = Address.LENGTH;

    /** The random part of the id of a run. */
    private static final int RUN_FILE_BYTES = 5;

    private final TarReader archive;
    private final long fileSize;
    private final ExportVisitor visitor;
    private final List<BlobInfo> blobs = new ArrayList<>();
    private final Set<Address> addresses = new HashSet<>();
    private final Map<RunId, Integer> runs = new LinkedHashMap<>(); // with their order
    private final OutputLines written = new OutputLines();
    private final OutputLines announced = new OutputLines();
    private long bytesLeft;
    private long attempts;

    /**
     * A reader of an archive.
     *
     * @param archive the archive, decompressed
     * @param fileSize the number of bytes of the compressed file
     * @param visitor gets what is read
     */
    ExportReader(InputStream archive, long fileSize, ExportVisitor visitor) {
        this.archive = new TarReader(archive);
        this.fileSize = fileSize;
        this.visitor = visitor;
    }

    /** Reads all; the SHA-256 of the archive. */
    String read() throws IOException {
        Manifest manifest = manifest();
        visitor.manifest(manifest);
        bytesLeft = manifest.bytes();
        lines(ExportEntries.BLOBS, json -> listed(RecordReader.blob(json), manifest));
        lines(ExportEntries.RUNS, json -> run(RecordReader.run(json), manifest));
        for (RunId run : runs.keySet()) {
            TarHeader next = archive.peek();
            if (next != null && next.name().equals(ExportEntries.output(run))) {
                output(run);
            }
        }
        RunOrder order = new RunOrder();
        lines(ExportEntries.TASKS, json -> attempt(RecordReader.attempt(json), order));
        if (!written.isEqualTo(announced)) {
            throw new BadExportException(
                    "its `" + ExportEntries.TASKS + "` announces other output than its `logs/` have");
        }
        RunOrder fileOrder = new RunOrder();
        lines(ExportEntries.FILES, json -> file(RecordReader.file(json), fileOrder));
        for (BlobInfo blob : blobs) {
            entry(ExportEntries.blob(blob.address()), blob.size(), content -> blob(blob, content));
        }
        if (blobs.size() != manifest.blobs()
                || runs.size() != manifest.runs()
                || attempts != manifest.attempts()
                || bytesLeft != 0) {
            throw new BadExportException("its `" + ExportEntries.MANIFEST + "` announces other contents than it has");
        }
        return end();
    }

    /** The next entry, which must have this name. */
    private TarHeader expected(String name) throws IOException {
        TarHeader next = archive.peek();
        if (next == null) {
            throw new BadExportException("it ends where its entry `" + name + "` should be");
        } else if (!next.name().equals(name)) {
            throw new BadExportException("it has the entry `" + next.name() + "` where `" + name + "` should be");
        }
        return next;
    }

    private JsonObject frame(String name) throws IOException {
        if (expected(name).size() > LARGEST_FRAME) {
            throw new BadExportException("its `" + name + "` is too large");
        }
        List<JsonObject> objects = new ArrayList<>();
        archive.read(content -> Lines.read(name, content, objects::add));
        if (objects.size() != 1) {
            throw new BadExportException("its `" + name + "` does not have exactly one line");
        }
        return objects.get(0);
    }

    private Manifest manifest() throws IOException {
        JsonObject json = frame(ExportEntries.MANIFEST);
        try {
            Manifest manifest = Manifest.read(json);
            if (manifest.blobs() > fileSize / BLOB_FILE_BYTES || manifest.runs() > fileSize / RUN_FILE_BYTES) {
                throw new BadExportException("it announces more than a file of its size can hold");
            }
            return manifest;
        } catch (BadExportException e) {
            throw new BadExportException("its `" + ExportEntries.MANIFEST + "` is wrong: " + e.getMessage());
        }
    }

    private String end() throws IOException {
        expected(ExportEntries.END);
        String digest = archive.digest();
        JsonObject json = frame(ExportEntries.END);
        if (!digest.equals(json.text("sha256"))) {
            throw new BadExportException(
                    "its contents are not those whose digest is in its `" + ExportEntries.END + "`");
        }
        json.end();
        TarHeader next = archive.peek();
        if (next != null) {
            throw new BadExportException("it has the entry `" + next.name() + "` after its end");
        }
        return digest;
    }

    private void entry(String name, long size, TarReader.Reader reader) throws IOException {
        TarHeader header = expected(name);
        if (size >= 0 && header.size() != size) {
            throw new BadExportException("its entry `" + name + "` has " + header.size() + " bytes instead of " + size);
        } else if (header.size() > bytesLeft) {
            throw new BadExportException("it is larger than its `" + ExportEntries.MANIFEST + "` announces");
        }
        bytesLeft -= header.size();
        archive.read(reader);
    }

    private void lines(String name, Lines.Reader reader) throws IOException {
        entry(name, -1, content -> Lines.read(name, content, reader));
    }

    private void listed(BlobInfo blob, Manifest manifest) throws IOException {
        if (!addresses.add(blob.address())) {
            throw new BadExportException("it lists " + blob.address() + " twice");
        } else if (blobs.size() == manifest.blobs()) {
            throw new BadExportException("it lists more blobs than announced");
        }
        blobs.add(blob);
        visitor.listed(blob);
    }

    private void run(RunRecord run, Manifest manifest) throws IOException {
        if (runs.put(run.id(), runs.size()) != null) {
            throw new BadExportException("it has run " + run.id() + " twice");
        } else if (runs.size() > manifest.runs()) {
            throw new BadExportException("it has more runs than announced");
        }
        visitor.run(run);
    }

    private void output(RunId run) throws IOException {
        List<LogLine> lines = new ArrayList<>();
        Whose whose = new Whose();
        lines(ExportEntries.output(run), json -> {
            RecordReader.Line line = RecordReader.line(json);
            if (!whose.is(line) || lines.size() == StoredRunWalk.LINES) {
                give(run, whose, lines);
                whose.requireBefore(line);
                whose.set(line);
            }
            lines.add(line.line());
        });
        give(run, whose, lines);
        written.end();
    }

    private void give(RunId run, Whose whose, List<LogLine> lines) throws IOException {
        TaskId task = whose.task;
        if (task != null && !lines.isEmpty()) {
            if (!task.equals(TaskId.RUN)) { // whose lines nobody announces
                written.add(run, task, whose.attempt, lines.size());
            }
            visitor.log(run, task, whose.attempt, lines);
            lines.clear();
        }
    }

    /** The attempt whose output is being read. */
    private static final class Whose {
        private @Nullable TaskId task;
        private int attempt;

        boolean is(RecordReader.Line line) {
            return line.task().equals(task) && line.attempt() == attempt;
        }

        /** What belongs to no task has one place, so that equal runs have equal files. */
        void requireBefore(RecordReader.Line line) {
            boolean first = task == null || task.equals(TaskId.RUN);
            if (line.task().equals(TaskId.RUN) && (line.attempt() != 0 || !first)) {
                throw new BadExportException("output that belongs to no task has attempt 0, and comes first");
            }
        }

        void set(RecordReader.Line line) {
            task = line.task();
            attempt = line.attempt();
        }
    }

    /** Sees to it that what belongs to runs comes run by run, in their order. */
    private final class RunOrder {
        private int reached;

        void require(RunId run) {
            Integer number = runs.get(run);
            if (number == null) {
                throw new BadExportException("it belongs to run " + run + ", which is not in the file");
            } else if (number < reached) {
                throw new BadExportException("it belongs to run " + run + ", which came before");
            }
            reached = number;
        }
    }

    private void attempt(RecordReader.Attempt attempt, RunOrder order) throws IOException {
        TaskRecord record = attempt.record();
        order.require(record.run());
        if (record.task().equals(TaskId.RUN)) {
            throw new BadExportException("`" + TaskId.RUN + "` is not a task");
        }
        attempts++;
        if (attempt.lines() > 0) {
            announced.add(record.run(), record.task(), record.attempt(), attempt.lines());
        }
        visitor.attempt(record, attempt.lines());
    }

    private void file(RecordReader.RunFile file, RunOrder order) throws IOException {
        order.require(file.run());
        visitor.file(file.run(), file.file());
    }

    private void blob(BlobInfo blob, InputStream content) throws IOException {
        MessageDigest digest = Address.newDigest();
        DigestInputStream digested = new DigestInputStream(content, digest);
        visitor.blob(blob, digested);
        if (digested.read() >= 0 || !Address.ofBytes(digest.digest()).equals(blob.address())) {
            throw new BadExportException("its entry `" + ExportEntries.blob(blob.address())
                    + "` has bytes with another SHA-256 than its name");
        }
    }
}
