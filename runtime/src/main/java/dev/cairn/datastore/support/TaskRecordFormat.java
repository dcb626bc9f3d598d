package dev.cairn.datastore.support;

import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.FailureRecord;
import dev.cairn.datastore.ForkRecord;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.datastore.TaskStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The record of an attempt: all of it that is not in a key or a column of its own. See {@link RecordWriter} for the parts.
 *
 * <pre>
 * record   = version:1 startedAt:time finishedAt:time artifacts parents next fork failure token crc32c
 * parents  = count:number (step:text position:bytes)*
 * next     = count:number step:text*
 * fork     = 0 | 1 artifact:text count:number items:32 octets
 * token    = 8 octets, or none
 * </pre>
 *
 * <p>Text and not numbers for steps and types: a record can be read without any other. The token is behind all else, where older versions do
 * not look: records of which all bytes are equal are those of one commit.
 */
public final class TaskRecordFormat {
    /** In place of a token, where a record has none. */
    public static final long NO_TOKEN = 0;

    private static final int VERSION = 1;

    private TaskRecordFormat() {}

    /** Without a token. */
    public static byte[] write(TaskRecord record) {
        return write(record, NO_TOKEN);
    }

    /**
     * With the token of its commit.
     *
     * @param token see {@link Entry.CommitTask}, or {@link #NO_TOKEN}
     */
    public static byte[] write(TaskRecord record, long token) {
        RecordWriter writer = new RecordWriter();
        writer.octet(VERSION);
        writer.time(record.startedAt());
        writer.time(record.finishedAt());
        ArtifactsFormat.write(writer, record.artifacts());
        writer.number(record.parents().size());
        record.parents().forEach(writer::task);
        writer.number(record.next().size());
        record.next().forEach(writer::text);
        writeFork(writer, record.fork());
        FailureFormat.write(writer, record.failure());
        if (token != NO_TOKEN) {
            writer.octets(token);
        }
        return writer.finish();
    }

    /**
     * The record of an attempt.
     *
     * @throws DamagedRecordException if it is not what was written
     */
    public static TaskRecord read(RunId run, TaskId task, int attempt, TaskStatus status, byte[] bytes) {
        RecordReader reader = RecordReader.of(bytes);
        int version = reader.octet();
        if (version != VERSION) {
            throw new DamagedRecordException("its format is " + version);
        }
        Instant startedAt = reader.time();
        Instant finishedAt = reader.time();
        Map<String, ArtifactRef> artifacts = ArtifactsFormat.read(reader);
        List<TaskId> parents = new ArrayList<>();
        for (int left = reader.count(); left > 0; left--) {
            parents.add(reader.task());
        }
        List<String> next = new ArrayList<>();
        for (int left = reader.count(); left > 0; left--) {
            next.add(reader.text());
        }
        ForkRecord fork = readFork(reader);
        FailureRecord failure = FailureFormat.read(reader);
        return new TaskRecord(
                run, task, attempt, status, startedAt, finishedAt, artifacts, parents, next, fork, failure);
    }

    /** When an attempt started and ended; the beginning of time where the record is damaged. */
    public static List<Instant> times(byte[] bytes) {
        try {
            RecordReader reader = RecordReader.of(bytes);
            reader.octet();
            return List.of(reader.time(), reader.time());
        } catch (RuntimeException e) {
            return List.of(Instant.EPOCH, Instant.EPOCH);
        }
    }

    private static void writeFork(RecordWriter writer, @Nullable ForkRecord fork) {
        writer.octet(fork == null ? 0 : 1);
        if (fork != null) {
            writer.text(fork.artifact());
            writer.number(fork.count());
            writer.address(fork.items());
        }
    }

    private static @Nullable ForkRecord readFork(RecordReader reader) {
        return reader.octet() == 0 ? null : new ForkRecord(reader.text(), reader.count(), reader.address());
    }
}
