package dev.cairn.testing;

import dev.cairn.client.Task;
import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.runtime.definition.StepDefinition;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

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

    /** Of what exists after the task, that of which no task before it has this version. */
    Set<String> stored() {
        Set<String> stored = new TreeSet<>();
        artifacts(task).forEach((name, ref) -> {
            if (task.parents().stream()
                    .noneMatch(parent -> isSame(artifacts(parent).get(name), ref))) {
                stored.add(name);
            }
        });
        return stored;
    }

    private static Map<String, ArtifactRef> artifacts(Task task) {
        return task.taskArtifacts().record().map(TaskRecord::artifacts).orElseThrow();
    }

    private static boolean isSame(ArtifactRef before, ArtifactRef now) {
        return now.equals(before) && now.createdAt().equals(before.createdAt());
    }
}
