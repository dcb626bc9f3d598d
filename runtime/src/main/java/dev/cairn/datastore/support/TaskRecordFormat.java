package dev.cairn.datastore.support;

import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.FailureRecord;
import dev.cairn.datastore.ForkRecord;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskOrigin;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.datastore.TaskStatus;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The format of the record of an attempt: everything that is not in its key or in a separate column. See {@link RecordWriter} for the
 * parts. Thread-safe.
 *
 * <pre>
 * record   = version:(1|2) startedAt:time finishedAt:time artifacts parents next fork failure origin token crc32c
 * parents  = count:number (step:text position:bytes)*
 * next     = count:number step:text*
 * fork     = 0 | 1 artifact:text count:number items:32 octets
 * origin   = run:text step:text position:bytes attempt:number, in version 2 only
 * token    = 8 octets, or none
 * </pre>
 *
 * <p>Steps and types are text, not numbers, so that a record can be read without any other. The token comes last, where older versions
 * do not read. Records whose bytes are all equal come from the same commit. Version 2 is written only where there is an origin, so all
 * others are as they always were.
 */
public final class TaskRecordFormat {
    /** Stands for a missing token. */
    public static final long NO_TOKEN = 0;

    private static final int VERSION = 1;
    private static final int WITH_ORIGIN = 2;

    private TaskRecordFormat() {}

    /**
     * Writes a record without a token.
     *
     * @param record the attempt
     * @return the bytes, with their checksum
     */
    public static byte[] write(TaskRecord record) {
        return write(record, NO_TOKEN);
    }

    /**
     * Writes a record with the token of its commit.
     *
     * @param record the attempt
     * @param token see {@link Entry.CommitTask}, or {@link #NO_TOKEN}
     * @return the bytes, with their checksum
     */
    public static byte[] write(TaskRecord record, long token) {
        RecordWriter writer = new RecordWriter();
        TaskOrigin origin = record.origin();
        writer.octet(origin == null ? VERSION : WITH_ORIGIN);
        writer.time(record.startedAt());
        writer.time(record.finishedAt());
        ArtifactsFormat.write(writer, record.artifacts());
        writer.number(record.parents().size());
        record.parents().forEach(writer::task);
        writer.number(record.next().size());
        record.next().forEach(writer::text);
        writeFork(writer, record.fork());
        FailureFormat.write(writer, record.failure());
        if (origin != null) {
            writer.text(origin.run().value());
            writer.task(origin.task());
            writer.number(origin.attempt());
        }
        if (token != NO_TOKEN) {
            writer.octets(token);
        }
        return writer.finish();
    }

    /**
     * Reads the record of an attempt.
     *
     * @param run the run
     * @param task the task within the run
     * @param attempt the number of the attempt, from 0
     * @param status how it ended
     * @param bytes what {@link #write(TaskRecord, long)} returned; a token is ignored
     * @return the attempt
     * @throws DamagedRecordException if it is damaged
     */
    public static TaskRecord read(RunId run, TaskId task, int attempt, TaskStatus status, byte[] bytes) {
        RecordReader reader = RecordReader.of(bytes);
        int version = reader.octet();
        if (version != VERSION && version != WITH_ORIGIN) {
            throw new DamagedRecordException("its format version " + version + " is unknown");
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
        TaskOrigin origin =
                version == VERSION ? null : new TaskOrigin(new RunId(reader.text()), reader.task(), reader.count());
        return new TaskRecord(
                run, task, attempt, status, startedAt, finishedAt, artifacts, parents, next, fork, failure, origin);
    }

    /**
     * {@return whether a record was written with a token; of a record that is damaged, nothing is certain}
     *
     * @param bytes the record of the attempt
     * @param token the token, which is not {@link #NO_TOKEN}
     */
    public static boolean hasToken(byte[] bytes, long token) {
        int end = bytes.length - RecordReader.CHECKSUM_LENGTH;
        if (end < Long.BYTES) {
            return false;
        }
        return ByteBuffer.wrap(bytes).getLong(end - Long.BYTES) == token;
    }

    /**
     * When an attempt started and when it ended; both are the epoch if the record is damaged.
     *
     * @param bytes the record of the attempt
     * @return two times: the start and the end
     */
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
