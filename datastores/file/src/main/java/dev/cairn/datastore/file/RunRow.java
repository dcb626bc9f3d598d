package dev.cairn.datastore.file;

import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.FailureRecord;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.support.ArtifactsFormat;
import dev.cairn.datastore.support.Checksums;
import dev.cairn.datastore.support.DamagedRecordException;
import dev.cairn.datastore.support.FailureFormat;
import dev.cairn.datastore.support.RecordReader;
import dev.cairn.datastore.support.RecordWriter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table {@code run}, with its tags, which its checksum covers too.
 *
 * @param run the run
 * @param number under which the other tables know it
 * @param tallies how many rows it has in the table {@code tally}, but for those of files
 * @param artifactsChecksum the first checksum of the column {@code artifacts}
 */
record RunRow(RunRecord run, long number, long tallies, int artifactsChecksum) {
    static final String COLUMNS =
            "id, flow, class, status, started, finished, heartbeat, user, cairn_version, java_version, code_commit,"
                    + " artifacts, failed_task, failure, number, tallies, checksum, origin, fingerprints, attributes";

    /**
     * A new row.
     *
     * @param artifacts the column {@code artifacts}
     */
    static RunRow of(RunRecord run, long number, byte[] artifacts) {
        return new RunRow(run, number, 0, Checksums.first(artifacts));
    }

    /**
     * Reads a row.
     *
     * @param tags the tags of a run of this number
     * @throws DamagedRecordException if it is not what was written
     */
    static RunRow read(ResultSet row, Tags tags) throws SQLException {
        String id = row.getString(1);
        try {
            long number = row.getLong(15);
            byte[] artifacts = row.getBytes(12);
            RunRow read = new RunRow(
                    record(row, artifacts).withTags(tags.of(number)),
                    number,
                    row.getLong(16),
                    Checksums.first(artifacts));
            if (!Checksums.agree(row.getLong(17), read.checksum())) {
                throw new DamagedRecordException("its checksum is wrong");
            }
            return read;
        } catch (DamagedRecordException e) {
            throw damaged(id, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            throw damaged(id, "it is not what was written");
        }
    }

    /** Finds the tags of a run. */
    @FunctionalInterface
    interface Tags {
        Set<String> of(long number) throws SQLException;
    }

    private static DamagedRecordException damaged(@Nullable String id, String how) {
        return new DamagedRecordException("the record of run " + id + " is damaged: " + how);
    }

    private static RunRecord record(ResultSet row, byte[] artifacts) throws SQLException {
        String finished = row.getString(6);
        String failedTask = row.getString(13);
        byte[] failure = row.getBytes(14);
        String origin = row.getString(18);
        byte[] fingerprints = row.getBytes(19);
        byte[] attributes = row.getBytes(20);
        return RunRecord.builder(
                        new RunId(row.getString(1)),
                        row.getString(2),
                        row.getString(3),
                        Instant.parse(row.getString(5)))
                .status(RunStatus.valueOf(row.getString(4)), finished == null ? null : Instant.parse(finished))
                .heartbeatAt(Instant.parse(row.getString(7)))
                .user(row.getString(8))
                .versions(row.getString(9), row.getString(10))
                .commit(row.getString(11))
                .artifacts(ArtifactsFormat.read(RecordReader.of(artifacts)))
                .failure(
                        failedTask == null ? null : TaskId.parse(failedTask),
                        failure == null ? null : FailureFormat.read(RecordReader.of(failure)))
                .origin(origin == null ? null : new RunId(origin))
                .fingerprints(fingerprints == null ? Map.of() : texts(RecordReader.of(fingerprints)))
                .attributes(attributes == null ? Map.of() : texts(RecordReader.of(attributes)))
                .build();
    }

    RunRow with(RunRecord newRun, long newTallies) {
        return new RunRow(newRun, number, newTallies, artifactsChecksum);
    }

    long checksum() {
        RecordWriter writer = new RecordWriter();
        writer.number(number);
        writer.text(run.id().value());
        writer.text(run.flow());
        writer.text(run.flowClass());
        writer.text(run.status().name());
        writer.time(run.startedAt());
        writeOptional(writer, run.finishedAt());
        writer.time(run.heartbeatAt());
        writer.text(run.user());
        writer.text(run.cairnVersion());
        writer.text(run.javaVersion());
        writeOptional(writer, run.commit());
        writer.number(run.tags().size());
        run.tags().forEach(writer::text);
        writer.number(Integer.toUnsignedLong(artifactsChecksum));
        writer.octet(run.failedTask() == null ? 0 : 1);
        if (run.failedTask() != null) {
            writer.task(run.failedTask()); // not its text, which may be spelled in another way some day
        }
        FailureFormat.write(writer, run.failure());
        writer.number(tallies);
        boolean attributed = !run.attributes().isEmpty();
        if (run.origin() != null
                || !run.fingerprints().isEmpty()
                || attributed) { // older versions stored none of these
            writeOptional(writer, run.origin());
            write(writer, run.fingerprints());
        }
        if (attributed) {
            write(writer, run.attributes());
        }
        return writer.checksum();
    }

    private static void writeOptional(RecordWriter writer, @Nullable Object value) {
        writer.octet(value == null ? 0 : 1);
        writer.text(String.valueOf(value));
    }

    private static void write(RecordWriter writer, Map<String, String> texts) {
        writer.number(texts.size());
        texts.forEach((name, text) -> {
            writer.text(name);
            writer.text(text);
        });
    }

    private static Map<String, String> texts(RecordReader reader) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (int left = reader.count(); left > 0; left--) {
            texts.put(reader.text(), reader.text());
        }
        return texts;
    }

    /** The column {@code fingerprints}, or {@code attributes}. */
    static byte @Nullable [] texts(Map<String, String> texts) {
        if (texts.isEmpty()) {
            return null;
        }
        RecordWriter writer = new RecordWriter();
        write(writer, texts);
        return writer.finish();
    }

    static byte[] artifacts(Map<String, ArtifactRef> artifacts) {
        RecordWriter writer = new RecordWriter();
        ArtifactsFormat.write(writer, artifacts);
        return writer.finish();
    }

    static byte @Nullable [] failure(@Nullable FailureRecord failure) {
        if (failure == null) {
            return null;
        }
        RecordWriter writer = new RecordWriter();
        FailureFormat.write(writer, failure);
        return writer.finish();
    }
}
