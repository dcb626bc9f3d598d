package dev.cairn.engine.flows;

import dev.cairn.codec.Tree;
import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.FileRecord;
import dev.cairn.datastore.LogLine;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunQuery;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.runtime.values.ArtifactLoader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All that is stored, as text, without any class of a flow. */
final class FrozenText {
    private static final int LONGEST = 300;

    private final Datastore datastore;
    private final ArtifactLoader loader;
    private final List<String> lines = new ArrayList<>();

    private FrozenText(Datastore datastore) {
        this.datastore = datastore;
        this.loader = new ArtifactLoader(datastore);
    }

    static List<String> of(Datastore datastore) {
        FrozenText text = new FrozenText(datastore);
        try (Stream<RunRecord> runs = datastore.runs().list(RunQuery.all())) {
            runs.sorted(Comparator.comparing(RunRecord::id)).toList().forEach(text::run);
        }
        return text.lines;
    }

    private void run(RunRecord run) {
        lines.add("run " + run.flow() + "/" + run.id() + " of " + run.flowClass() + " " + run.status() + " from "
                + run.startedAt() + " to " + run.finishedAt() + " alive " + run.heartbeatAt() + " tags " + run.tags()
                + " failed " + run.failedTask() + " because " + run.failure() + " stop " + run.stopRequestedAt()
                + " origin " + run.origin() + " code " + new TreeMap<>(run.fingerprints()) + " attributes "
                + new TreeMap<>(run.attributes()));
        artifacts(run.artifacts());
        log(run.id(), TaskId.RUN, 0);
        try (Stream<TaskRecord> attempts = datastore.runs().attempts(run.id())) {
            attempts.toList().forEach(this::attempt);
        }
        try (Stream<FileRecord> files = datastore.runs().files(run.id(), "")) {
            files.forEach(file -> lines.add("  file " + file.key() + " "
                    + file.content().address() + " " + file.content().size() + " at " + file.storedAt()));
        }
        datastore.runs().counts(run.id()).stream()
                .map(count -> "  count " + count)
                .sorted()
                .forEach(lines::add);
    }

    private void attempt(TaskRecord task) {
        lines.add("  task " + task.task() + " attempt " + task.attempt() + " " + task.status() + " from "
                + task.startedAt() + " to " + task.finishedAt() + " after " + task.parents() + " before " + task.next()
                + " opens " + task.fork() + " because " + task.failure() + " origin " + task.origin());
        artifacts(task.artifacts());
        log(task.run(), task.task(), task.attempt());
    }

    private void artifacts(Map<String, ArtifactRef> artifacts) {
        new TreeMap<>(artifacts).forEach((name, ref) -> {
            Tree tree = loader.tree(ref);
            String value = tree.toString();
            lines.add("    " + name + ": " + ref.type() + " " + ref.address() + " " + ref.size() + " " + ref.presumed()
                    + " of " + ref.createdAt() + " = "
                    + (value.length() > LONGEST ? value.substring(0, LONGEST) + ".." : value));
        });
    }

    private void log(RunId run, TaskId task, int attempt) {
        try (Stream<LogLine> log = datastore.runs().log(run, task, attempt)) {
            log.forEach(line -> lines.add("    " + line.stream() + " " + line.at() + " " + line.text()));
        }
    }
}
