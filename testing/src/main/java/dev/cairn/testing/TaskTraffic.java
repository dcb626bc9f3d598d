package dev.cairn.testing;

import dev.cairn.client.DataArtifact;
import dev.cairn.client.Task;
import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.runtime.definition.StepDefinition;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a task loaded and stored. */
final class TaskTraffic {
    private final Task task;
    private final StepDefinition step;

    TaskTraffic(Task task) {
        this.task = task;
        this.step = task.taskArtifacts().definition().step(task.step());
    }

    /** What exists before the task, and its step needs. A join starts without artifacts. */
    Set<String> loaded() {
        Set<String> loaded = new TreeSet<>();
        if (!step.joins()) {
            task.parents().forEach(parent -> loaded.addAll(artifacts(parent).keySet()));
            loaded.removeIf(artifact -> !step.loads(artifact));
        }
        return loaded;
    }

    /** What it stored a version of. */
    Set<String> stored() {
        return task.assigned().stream().map(DataArtifact::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, ArtifactRef> artifacts(Task task) {
        return task.taskArtifacts().record().map(TaskRecord::artifacts).orElseThrow();
    }
}
