package dev.cairn.transfer;

import dev.cairn.datastore.BlobContent;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.FileRecord;
import dev.cairn.datastore.LogLine;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunImport;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Copies the new runs of an export into a datastore: first their records, where nobody finds them, then what they refer to, so that no
 * garbage collection takes it meanwhile. Not thread-safe.
 */
final class ImportCopy implements ExportVisitor, AutoCloseable {
    private final Datastore datastore;
    private final Set<RunId> wanted;
    private final Map<RunId, RunImport> copies = new LinkedHashMap<>();

    ImportCopy(Datastore datastore, Set<RunId> wanted) {
        this.datastore = datastore;
        this.wanted = wanted;
    }

    @Override
    public void manifest(Manifest manifest) {}

    @Override
    public void listed(BlobInfo blob) {}

    @Override
    public void run(RunRecord run) {
        if (wanted.contains(run.id())) {
            copies.put(run.id(), datastore.runs().beginImport(run));
        }
    }

    @Override
    public void log(RunId run, TaskId task, int attempt, List<LogLine> lines) {
        RunImport copy = copies.get(run);
        if (copy != null) {
            copy.log(task, attempt, List.copyOf(lines));
        }
    }

    @Override
    public void attempt(TaskRecord attempt, long lines) {
        RunImport copy = copies.get(attempt.run());
        if (copy != null) {
            copy.attempt(attempt);
        }
    }

    @Override
    public void file(RunId run, FileRecord file) {
        RunImport copy = copies.get(run);
        if (copy != null) {
            copy.file(file);
        }
    }

    @Override
    public void blob(BlobInfo blob, InputStream content) {
        datastore.blobs().put(new BlobContent() {
            @Override
            public void writeTo(OutputStream output) throws IOException {
                content.transferTo(output);
            }

            @Override
            public @Nullable String preview() {
                return blob.preview();
            }
        });
    }

    /** Makes the runs visible, each in one step. */
    void publish() {
        copies.values().forEach(RunImport::publish);
    }

    @Override
    public void close() {
        copies.values().forEach(RunImport::close);
    }
}
