package dev.cairn.datastore.postgresql;

import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.datastore.support.ArtifactsFormat;
import dev.cairn.datastore.support.DamagedRecordException;
import dev.cairn.datastore.support.FailureFormat;
import dev.cairn.datastore.support.RecordReader;
import dev.cairn.datastore.support.RecordWriter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The format of a run: everything but its heartbeats. It includes the number and what has columns too, so that a row which is not what
 * was written is noticed. See {@link RecordWriter} for the parts; what may be missing stands after an octet that is 0 or 1. Thread-safe.
 *
 * <pre>
 * record = version:1 number:number id:text flow:text class:text status:octet startedAt:time finishedAt:time? user:text
 *          cairnVersion:text javaVersion:text commit:text? tags artifacts failedTask:task? failure stopRequestedAt:time?
 *          origin:text? fingerprints:texts attributes:texts crc32c
 * tags   = count:number tag:text*
 * texts  = count:number (name:text text:text)*
 * </pre>
 */
final class RunFormat {
    private static final int VERSION = 1;
    private static final RunStatus[] STATUSES = RunStatus.values();

    private RunFormat() {}

    static byte[] write(long number, RunRecord run) {
        RecordWriter writer = new RecordWriter();
        writer.octet(VERSION);
        writer.number(number);
        writer.text(run.id().value());
        writer.text(run.flow());
        writer.text(run.flowClass());
        writer.octet(run.status().ordinal());
        writer.time(run.startedAt());
        optional(writer, run.finishedAt(), writer::time);
        writer.text(run.user());
        writer.text(run.cairnVersion());
        writer.text(run.javaVersion());
        optional(writer, run.commit(), writer::text);
        writer.number(run.tags().size());
        run.tags().forEach(writer::text);
        ArtifactsFormat.write(writer, run.artifacts());
        optional(writer, run.failedTask(), writer::task);
        FailureFormat.write(writer, run.failure());
        optional(writer, run.stopRequestedAt(), writer::time);
        optional(writer, run.origin(), origin -> writer.text(origin.value()));
        write(writer, run.fingerprints());
        write(writer, run.attributes());
        return writer.finish();
    }

    private static void write(RecordWriter writer, Map<String, String> texts) {
        writer.number(texts.size());
        texts.forEach((name, text) -> {
            writer.text(name);
            writer.text(text);
        });
    }

    /** Writes a part of a record. */
    @FunctionalInterface
    private interface Part<T> {
        void write(T value);
    }

    private static <T> void optional(RecordWriter writer, @Nullable T value, Part<T> part) {
        writer.octet(value == null ? 0 : 1);
        if (value != null) {
            part.write(value);
        }
    }

    /**
     * Reads a run.
     *
     * @param number the number of its row
     * @param heartbeatAt its last heartbeat
     * @throws DamagedRecordException if it is damaged, or that of another row
     */
    static RunRecord read(long number, byte[] bytes, Instant heartbeatAt) {
        RecordReader reader = RecordReader.of(bytes);
        int version = reader.octet();
        if (version != VERSION) {
            throw new DamagedRecordException("its format version " + version + " is unknown");
        }
        if (reader.number() != number) {
            throw new DamagedRecordException("it is that of another run");
        }
        RunId id = new RunId(reader.text());
        String flow = reader.text();
        String flowClass = reader.text();
        RunStatus status = STATUSES[reader.octet()];
        Instant startedAt = reader.time();
        return RunRecord.builder(id, flow, flowClass, startedAt)
                .status(status, optional(reader, RecordReader::time))
                .heartbeatAt(heartbeatAt)
                .user(reader.text())
                .versions(reader.text(), reader.text())
                .commit(optional(reader, RecordReader::text))
                .tags(tags(reader))
                .artifacts(ArtifactsFormat.read(reader))
                .failure(optional(reader, RecordReader::task), FailureFormat.read(reader))
                .stopRequestedAt(optional(reader, RecordReader::time))
                .origin(optional(reader, origin -> new RunId(origin.text())))
                .fingerprints(texts(reader))
                .attributes(texts(reader))
                .build();
    }

    private static <T> @Nullable T optional(RecordReader reader, Function<RecordReader, T> part) {
        return reader.octet() == 0 ? null : part.apply(reader);
    }

    private static Set<String> tags(RecordReader reader) {
        Set<String> tags = new TreeSet<>();
        for (int left = reader.count(); left > 0; left--) {
            tags.add(reader.text());
        }
        return tags;
    }

    private static Map<String, String> texts(RecordReader reader) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (int left = reader.count(); left > 0; left--) {
            texts.put(reader.text(), reader.text());
        }
        return texts;
    }
}
