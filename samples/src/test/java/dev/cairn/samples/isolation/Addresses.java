package dev.cairn.samples.isolation;

import dev.cairn.client.DataArtifact;
import dev.cairn.client.Run;
import dev.cairn.client.StepTasks;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the finished tasks of a run left. */
final class Addresses {
    private Addresses() {}

    /** The addresses of the artifacts of each task, by its id. */
    static Map<String, Map<String, String>> of(Run run) {
        return run.steps().stream()
                .flatMap(StepTasks::stream)
                .collect(Collectors.toMap(
                        task -> task.id(),
                        task -> task.artifacts().stream()
                                .collect(Collectors.toMap(
                                        DataArtifact::name, DataArtifact::sha, (a, b) -> a, TreeMap::new)),
                        (a, b) -> {
                            throw new AssertionError("a task finished twice");
                        },
                        TreeMap::new));
    }
}
