package dev.cairn.transfer;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.cairn.datastore.Address;
import dev.cairn.datastore.FileRecord;
import dev.cairn.datastore.LogLine;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Set;

/**
 * The contents of a run as a few bytes: equal if and only if the runs are, as far as SHA-256 can tell. Tags do not count, because they
 * may be changed after a run. Not thread-safe.
 */
final class RunDigest implements RunVisitor {
    private final MessageDigest ofRun = Address.newDigest();
    private final Part output = new Part();
    private final Part attempts = new Part();
    private final Part files = new Part();

    /** JSON values on their way into a digest. */
    private static final class Part {
        private final MessageDigest digest = Address.newDigest();
        private final JsonGenerator json;

        Part() {
            try {
                json = Spool.lines(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            } catch (IOException e) {
                throw new AssertionError("nothing is written anywhere", e);
            }
        }

        byte[] value() throws IOException {
            json.close();
            return digest.digest();
        }
    }

    @Override
    public void log(RunId run, TaskId task, int attempt, List<LogLine> lines) throws IOException {
        for (LogLine line : lines) {
            RecordWriter.line(output.json, task, attempt, line);
        }
    }

    @Override
    public void attempt(TaskRecord attempt, long lines) throws IOException {
        RecordWriter.attempt(attempts.json, attempt, lines);
    }

    @Override
    public void file(RunId run, FileRecord file) throws IOException {
        RecordWriter.file(files.json, run, file);
    }

    /** The digest of a run with all that was visited. Asked for once. */
    byte[] value(RunRecord run) throws IOException {
        Part record = new Part();
        RecordWriter.run(record.json, run.withTags(Set.of()));
        for (Part part : new Part[] {record, output, attempts, files}) {
            ofRun.update(part.value());
        }
        return ofRun.digest();
    }
}
