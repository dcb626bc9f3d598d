package dev.cairn.datastore.tck;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.BlobContent;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.FailureRecord;
import dev.cairn.datastore.ForkRecord;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.TaskCommit;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskOrigin;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.datastore.TaskStatus;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** Records for tests. */
final class Example {
    /** A time with nanoseconds, so that none may be lost. */
    static final Instant NOW = Instant.parse("2026-11-23T21:13:57.042123789Z");

    private Example() {}

    /** A new run of a flow, in class {@code com.acme.<flow>}. */
    static RunRecord run(String flow, String... tags) {
        return RunRecord.builder(RunId.next(Clock.systemUTC()), flow, "com.acme." + flow, NOW)
                .user("ada")
                .versions("0.1.0", "17.0.15")
                .commit("9fceb02")
                .tags(Set.of(tags))
                .artifacts(Map.of("rate", inline("0.01")))
                .origin(new RunId("20261122T101112131-k3f9x2dq"))
                .fingerprints(Map.of("train", "method 1 5f2c"))
                .attributes(Map.of("startedBy", "Nightly/20261122T101112131-k3f9x2dq/train/7"))
                .build();
    }

    /** A new run of a flow in a class of this name. */
    static RunRecord runOfClass(String flow, String flowClass) {
        RunRecord run = run(flow);
        return RunRecord.builder(run.id(), flow, flowClass, run.startedAt())
                .status(run.status(), null)
                .heartbeatAt(run.heartbeatAt())
                .user(run.user())
                .versions(run.cairnVersion(), run.javaVersion())
                .tags(run.tags())
                .artifacts(run.artifacts())
                .build();
    }

    /** The first attempt of a task, successful, with an artifact {@code x} that tells the tasks apart. */
    static TaskRecord task(RunId run, String task) {
        return attempt(run, task, 0, TaskStatus.SUCCEEDED);
    }

    /** An attempt of a task. */
    static TaskRecord attempt(RunId run, String task, int attempt, TaskStatus status) {
        Map<String, ArtifactRef> artifacts = new LinkedHashMap<>();
        artifacts.put("x", inline(task + " " + attempt));
        return attempt(run, task, attempt, status, artifacts);
    }

    /** An attempt of a task, with artifacts. */
    static TaskRecord attempt(
            RunId run, String task, int attempt, TaskStatus status, Map<String, ArtifactRef> artifacts) {
        return new TaskRecord(
                run,
                TaskId.parse(task),
                attempt,
                status,
                NOW,
                NOW.plusMillis(3),
                artifacts,
                List.of(),
                List.of("next"),
                null,
                status == TaskStatus.SUCCEEDED ? null : new FailureRecord("java.lang.Exception", "no", "at Flow.step"),
                null);
    }

    /** A record that has every part that a record can have. */
    static TaskRecord fullRecord(RunId run, BlobInfo blob) {
        Map<String, ArtifactRef> artifacts = new LinkedHashMap<>();
        artifacts.put("zeta", inline("first in the flow's order"));
        artifacts.put("alpha", new ArtifactRef(blob.address(), blob.size(), "List<Config>", NOW, false, null));
        artifacts.put("count", new ArtifactRef(blob.address(), Long.MAX_VALUE, "int", Instant.EPOCH, true, null));
        return new TaskRecord(
                run,
                TaskId.parse("score/3#1/0"),
                2,
                TaskStatus.CAUGHT,
                NOW,
                Instant.parse("1969-12-31T23:59:59.999999999Z"),
                artifacts,
                List.of(TaskId.parse("train/3"), TaskId.of("start")),
                List.of("join", "other"),
                new ForkRecord("items", 1_000_000, blob.address()),
                new FailureRecord("com.acme.Broken", "it's \"broken\"", "at com.acme.Flow.score(Flow.java:3)\n"),
                new TaskOrigin(new RunId("20261122T101112131-k3f9x2dq"), TaskId.parse("score/7#1/0"), 3));
    }

    /** A record as a run has it that took it over. */
    static TaskRecord takenOver(TaskRecord record, TaskOrigin origin) {
        return TaskRecord.builder(
                        record.run(),
                        record.task(),
                        record.attempt(),
                        record.status(),
                        record.startedAt(),
                        record.finishedAt())
                .artifacts(record.artifacts())
                .parents(record.parents())
                .next(record.next())
                .origin(origin)
                .build();
    }

    /** What commits a record alone. */
    static TaskCommit commit(TaskRecord record) {
        return new TaskCommit(record, Map.of());
    }

    /** What commits a record with blobs. */
    static TaskCommit commit(TaskRecord record, byte[]... blobs) {
        Map<Address, byte[]> map = new LinkedHashMap<>();
        Stream.of(blobs).forEach(blob -> map.put(Address.ofContent(blob), blob));
        return new TaskCommit(record, map);
    }

    /** Content with a preview. */
    static BlobContent previewed(byte[] content, String preview) {
        return new BlobContent() {
            @Override
            public void writeTo(OutputStream output) throws IOException {
                output.write(content);
            }

            @Override
            public String preview() {
                return preview;
            }
        };
    }

    /** An artifact whose value is in the reference. */
    static ArtifactRef inline(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new ArtifactRef(Address.ofContent(bytes), bytes.length, "String", NOW, false, bytes);
    }

    /** Bytes that do not compress, always the same for one {@code seed}. */
    static byte[] randomBytes(int length, long seed) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    /** Bytes that compress well. */
    static byte[] dullBytes(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i / 100);
        }
        return bytes;
    }

    /** All that a stream gives, closed after. */
    static <T> List<T> all(Stream<T> stream) {
        try (stream) {
            return stream.toList();
        }
    }
}
