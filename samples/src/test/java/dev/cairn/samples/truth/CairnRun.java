package dev.cairn.samples.truth;

import dev.cairn.cli.TextRunBuilder;
import dev.cairn.client.DataArtifact;
import dev.cairn.client.FlowRuns;
import dev.cairn.client.Run;
import dev.cairn.client.Task;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.runtime.FlowFailedException;
import dev.cairn.runtime.RunReference;
import dev.cairn.runtime.definition.FlowDefinition;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Runs a drawn flow by Cairn, and tells what its steps saw and left. */
final class CairnRun {
    private CairnRun() {}

    /** With {@code initial}, an artifact that does not exist counts as what a field holds that no step has assigned. */
    static Trace run(FlowDefinition<?> definition, Map<String, String> initial, boolean flag, int workers) {
        Trace trace = new Trace();
        Seen.into(trace);
        Datastore datastore = Datastore.inMemory();
        String[] id = new String[1];
        try {
            RunReference run = new TextRunBuilder<>(definition)
                    .datastore(datastore)
                    .maxWorkers(workers)
                    .parameterText("flag", String.valueOf(flag))
                    .run();
            id[0] = run.id().toString();
        } catch (FlowFailedException failure) {
            trace.failure = failure;
            id[0] = failure.runId();
        } catch (RuntimeException refused) { // before the run has started
            trace.failure = refused;
            return trace;
        }
        leave(FlowRuns.of(definition, datastore).run(id[0]), initial, trace);
        return trace;
    }

    private static void leave(Run run, Map<String, String> initial, Trace trace) {
        Map<TaskId, Task> tasks = new TreeMap<>(Comparator.naturalOrder());
        try (Stream<Task> attempts = run.attempts()) {
            attempts.filter(Task::finished)
                    .forEach(task -> tasks.put(record(task).task(), task));
        }
        tasks.forEach((id, task) -> trace.leave(withoutIterations(id), contents(task, initial)));
    }

    private static TaskRecord record(Task task) {
        return task.taskArtifacts().record().orElseThrow();
    }

    private static String withoutIterations(TaskId id) {
        StringBuilder text = new StringBuilder(id.step());
        for (TaskId.Coordinate coordinate : id.position()) {
            text.append(coordinate instanceof TaskId.Index index ? "[" + index.value() + "]" : "");
        }
        return text.toString();
    }

    private static Map<String, String> contents(Task task, Map<String, String> initial) {
        Map<String, String> contents = new TreeMap<>(initial);
        Set<String> known = initial.keySet();
        for (DataArtifact artifact : task.artifacts()) {
            if (known.contains(artifact.name())) {
                contents.put(artifact.name(), Content.of(artifact.value()));
            }
        }
        return contents;
    }
}
