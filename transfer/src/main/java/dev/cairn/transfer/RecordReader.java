package dev.cairn.transfer;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.FailureRecord;
import dev.cairn.datastore.FileRecord;
import dev.cairn.datastore.ForkRecord;
import dev.cairn.datastore.LogLine;
import dev.cairn.datastore.RunAttributes;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.datastore.Tags;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskOrigin;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.datastore.TaskStatus;
import dev.cairn.runtime.values.ReportKey;
import dev.cairn.runtime.values.StoredCheckpoints;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what {@link RecordWriter} wrote, or somebody who means harm. Throws a {@link BadExportException} if it is no such record. */
final class RecordReader {
    /** No datastore stores larger values within records. */
    private static final int LARGEST_INLINE = 64 * 1024;

    private RecordReader() {}

    /** An attempt, and the number of lines of its output. */
    record Attempt(TaskRecord record, long lines) {}

    /** A line of output, and whose it is. */
    record Line(TaskId task, int attempt, LogLine line) {}

    /** A file, and whose it is. */
    record RunFile(RunId run, FileRecord file) {}

    static RunRecord run(JsonObject json) {
        RunRecord run = RunRecord.builder(
                        json.parsed("id", RunId::new),
                        json.parsed("flow", RecordReader::flowName),
                        json.text("class"),
                        json.time("started"))
                .status(json.parsed("status", RunStatus::valueOf), json.findTime("finished"))
                .heartbeatAt(json.time("heartbeat"))
                .user(json.text("user"))
                .versions(json.text("cairn"), json.text("java"))
                .commit(json.findText("commit"))
                .tags(Set.copyOf(json.texts("tags", Tags::require)))
                .artifacts(artifacts(json))
                .failure(task(json.findText("failedTask")), failure(json))
                .stopRequestedAt(json.findTime("stopRequested"))
                .origin(runId(json.findText("origin")))
                .fingerprints(fingerprints(json))
                .attributes(attributes(json))
                .build();
        json.end();
        if (run.status() == RunStatus.RUNNING || run.status() == RunStatus.IMPORTING || run.finishedAt() == null) {
            throw new BadExportException("run " + run.id() + " has not ended");
        }
        return run;
    }

    private static @Nullable RunId runId(@Nullable String text) {
        try {
            return text == null ? null : new RunId(text);
        } catch (IllegalArgumentException e) {
            throw new BadExportException("`origin` is wrong");
        }
    }

    private static Map<String, String> fingerprints(JsonObject json) {
        Map<String, String> fingerprints = new LinkedHashMap<>();
        for (JsonObject each : json.findObjects("fingerprints")) {
            String step = each.parsed("step", text -> TaskId.of(text).step());
            if (fingerprints.put(step, each.text("text")) != null) {
                throw new BadExportException("it has the fingerprint of step `" + step + "` twice");
            }
            each.end();
        }
        return fingerprints;
    }

    private static Map<String, String> attributes(JsonObject json) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (JsonObject each : json.findObjects("attributes")) {
            String name = each.text("name");
            String text = each.text("text");
            RunAttributes.problem(name, text).ifPresent(problem -> {
                throw new BadExportException(problem);
            });
            if (attributes.put(name, text) != null) {
                throw new BadExportException("it has attribute `" + name + "` twice");
            }
            each.end();
        }
        return attributes;
    }

    private static @Nullable TaskId task(@Nullable String text) {
        try {
            return text == null ? null : TaskId.parse(text);
        } catch (IllegalArgumentException e) {
            throw new BadExportException("`failedTask` is wrong");
        }
    }

    static Attempt attempt(JsonObject json) {
        long lines = json.number("lines");
        TaskRecord record = TaskRecord.builder(
                        json.parsed("run", RunId::new),
                        json.parsed("task", TaskId::parse),
                        json.smallNumber("attempt"),
                        json.parsed("status", TaskStatus::valueOf),
                        json.time("started"),
                        json.time("finished"))
                .artifacts(artifacts(json))
                .parents(json.texts("parents", TaskId::parse))
                .next(json.texts("next", text -> TaskId.of(text).step()))
                .fork(fork(json.findObject("fork")))
                .failure(failure(json))
                .origin(origin(json.findObject("origin")))
                .build();
        json.end();
        return new Attempt(record, lines);
    }

    private static @Nullable ForkRecord fork(@Nullable JsonObject json) {
        if (json == null) {
            return null;
        }
        ForkRecord fork = new ForkRecord(json.text("artifact"), json.smallNumber("count"), json.address("items"));
        json.end();
        return fork;
    }

    private static @Nullable TaskOrigin origin(@Nullable JsonObject json) {
        if (json == null) {
            return null;
        }
        TaskOrigin origin = new TaskOrigin(
                json.parsed("run", RunId::new), json.parsed("task", TaskId::parse), json.smallNumber("attempt"));
        json.end();
        return origin;
    }

    private static @Nullable FailureRecord failure(JsonObject json) {
        JsonObject failure = json.findObject("failure");
        if (failure == null) {
            return null;
        }
        FailureRecord record =
                new FailureRecord(failure.text("type"), failure.text("message"), failure.text("stackTrace"));
        failure.end();
        return record;
    }

    private static Map<String, ArtifactRef> artifacts(JsonObject json) {
        Map<String, ArtifactRef> artifacts = new LinkedHashMap<>();
        for (JsonObject each : json.objects("artifacts")) {
            String name = each.parsed("name", RecordReader::artifactName);
            ArtifactRef reference = new ArtifactRef(
                    each.address("address"),
                    each.number("size"),
                    each.text("type"),
                    each.time("created"),
                    each.flag("presumed"),
                    each.findBytes("inline"));
            each.end();
            byte[] inline = reference.inline();
            if (inline != null
                    && (inline.length > LARGEST_INLINE
                            || inline.length != reference.size()
                            || !Address.ofContent(inline).equals(reference.address()))) {
                throw new BadExportException("the bytes of artifact `" + name + "` are not those of its address");
            }
            if (artifacts.put(name, reference) != null) {
                throw new BadExportException("it has artifact `" + name + "` twice");
            }
        }
        return artifacts;
    }

    /** The name of a field of a Java class; `dump --raw` makes it part of the name of a file. */
    private static String artifactName(String text) {
        boolean isName = !text.isEmpty()
                && Character.isJavaIdentifierStart(text.codePointAt(0))
                && text.codePoints()
                        .allMatch(c -> Character.isJavaIdentifierPart(c) && !Character.isIdentifierIgnorable(c));
        if (!isName) {
            throw new IllegalArgumentException("not the name of an artifact");
        }
        return text;
    }

    private static String flowName(String text) {
        if (text.isBlank() || text.contains("/") || text.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("not the name of a flow");
        }
        return text;
    }

    static Line line(JsonObject json) {
        Line line = new Line(
                json.parsed("task", TaskId::parse),
                json.smallNumber("attempt"),
                new LogLine(json.time("at"), json.parsed("stream", LogLine.Stream::valueOf), json.text("text")));
        json.end();
        return line;
    }

    static RunFile file(JsonObject json) {
        RunFile file = new RunFile(
                json.parsed("run", RunId::new),
                new FileRecord(
                        json.parsed("key", RecordReader::key),
                        new BlobInfo(json.address("address"), json.number("size")),
                        json.time("stored")));
        json.end();
        return file;
    }

    /** Checkpoints stay where they were made. Whoever reads a run relies on what keys say. */
    private static String key(String text) {
        if (StoredCheckpoints.isKey(text)) {
            throw new IllegalArgumentException("the key of a checkpoint");
        } else if (text.startsWith(ReportKey.PREFIX)) {
            ReportKey.parse(text);
        }
        return text;
    }

    static BlobInfo blob(JsonObject json) {
        Address address = json.address("address");
        long size = json.number("size");
        String preview = json.findText("preview");
        json.end();
        if (preview != null && preview.length() > BlobInfo.LONGEST_PREVIEW) {
            throw new BadExportException("`preview` is too long");
        }
        return new BlobInfo(address, size, preview);
    }
}
