package dev.cairn.transfer;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.FailureRecord;
import dev.cairn.datastore.FileRecord;
import dev.cairn.datastore.ForkRecord;
import dev.cairn.datastore.LogLine;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskOrigin;
import dev.cairn.datastore.TaskRecord;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes records as JSON objects, which {@link RecordReader} reads. What is null is left out. Times are ISO 8601, in UTC. */
final class RecordWriter {
    private RecordWriter() {}

    static void run(JsonGenerator json, RunRecord run) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", run.id().value());
        json.writeStringField("flow", run.flow());
        json.writeStringField("class", run.flowClass());
        json.writeStringField("status", run.status().name());
        json.writeStringField("started", run.startedAt().toString());
        optional(json, "finished", run.finishedAt());
        json.writeStringField("heartbeat", run.heartbeatAt().toString());
        json.writeStringField("user", run.user());
        json.writeStringField("cairn", run.cairnVersion());
        json.writeStringField("java", run.javaVersion());
        optional(json, "commit", run.commit());
        texts(json, "tags", run.tags());
        artifacts(json, run.artifacts());
        optional(json, "failedTask", run.failedTask());
        failure(json, run.failure());
        optional(json, "stopRequested", run.stopRequestedAt());
        optional(json, "origin", run.origin());
        named(json, "fingerprints", "step", run.fingerprints());
        named(json, "attributes", "name", run.attributes());
        json.writeEndObject();
    }

    /** A list of objects, so that no name can be taken for a part of the format. */
    private static void named(JsonGenerator json, String field, String key, Map<String, String> texts)
            throws IOException {
        if (!texts.isEmpty()) {
            json.writeArrayFieldStart(field);
            for (Map.Entry<String, String> text : texts.entrySet()) {
                json.writeStartObject();
                json.writeStringField(key, text.getKey());
                json.writeStringField("text", text.getValue());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }

    static void attempt(JsonGenerator json, TaskRecord attempt, long lines) throws IOException {
        json.writeStartObject();
        json.writeStringField("run", attempt.run().value());
        json.writeStringField("task", attempt.task().toString());
        json.writeNumberField("attempt", attempt.attempt());
        json.writeStringField("status", attempt.status().name());
        json.writeStringField("started", attempt.startedAt().toString());
        json.writeStringField("finished", attempt.finishedAt().toString());
        json.writeNumberField("lines", lines);
        artifacts(json, attempt.artifacts());
        texts(json, "parents", attempt.parents());
        texts(json, "next", attempt.next());
        ForkRecord fork = attempt.fork();
        if (fork != null) {
            json.writeObjectFieldStart("fork");
            json.writeStringField("artifact", fork.artifact());
            json.writeNumberField("count", fork.count());
            json.writeStringField("items", fork.items().toString());
            json.writeEndObject();
        }
        failure(json, attempt.failure());
        TaskOrigin origin = attempt.origin();
        if (origin != null) {
            json.writeObjectFieldStart("origin");
            json.writeStringField("run", origin.run().value());
            json.writeStringField("task", origin.task().toString());
            json.writeNumberField("attempt", origin.attempt());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    static void line(JsonGenerator json, TaskId task, int attempt, LogLine line) throws IOException {
        json.writeStartObject();
        json.writeStringField("task", task.toString());
        json.writeNumberField("attempt", attempt);
        json.writeStringField("at", line.at().toString());
        json.writeStringField("stream", line.stream().name());
        json.writeStringField("text", line.text());
        json.writeEndObject();
    }

    static void file(JsonGenerator json, RunId run, FileRecord file) throws IOException {
        json.writeStartObject();
        json.writeStringField("run", run.value());
        json.writeStringField("key", file.key());
        json.writeStringField("address", file.content().address().toString());
        json.writeNumberField("size", file.content().size());
        json.writeStringField("stored", file.storedAt().toString());
        json.writeEndObject();
    }

    static void blob(JsonGenerator json, BlobInfo blob) throws IOException {
        json.writeStartObject();
        json.writeStringField("address", blob.address().toString());
        json.writeNumberField("size", blob.size());
        optional(json, "preview", blob.preview());
        json.writeEndObject();
    }

    private static void artifacts(JsonGenerator json, Map<String, ArtifactRef> artifacts) throws IOException {
        json.writeArrayFieldStart("artifacts");
        for (Map.Entry<String, ArtifactRef> artifact : artifacts.entrySet()) {
            ArtifactRef reference = artifact.getValue();
            json.writeStartObject();
            json.writeStringField("name", artifact.getKey());
            json.writeStringField("address", reference.address().toString());
            json.writeNumberField("size", reference.size());
            json.writeStringField("type", reference.type());
            json.writeStringField("created", reference.createdAt().toString());
            json.writeBooleanField("presumed", reference.presumed());
            if (reference.inline() != null) {
                json.writeBinaryField("inline", reference.inline());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void failure(JsonGenerator json, @Nullable FailureRecord failure) throws IOException {
        if (failure != null) {
            json.writeObjectFieldStart("failure");
            json.writeStringField("type", failure.type());
            json.writeStringField("message", failure.message());
            json.writeStringField("stackTrace", failure.stackTrace());
            json.writeEndObject();
        }
    }

    private static void texts(JsonGenerator json, String name, Iterable<?> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (Object value : values) {
            json.writeString(value.toString());
        }
        json.writeEndArray();
    }

    private static void optional(JsonGenerator json, String name, @Nullable Object value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value.toString());
        }
    }
}
