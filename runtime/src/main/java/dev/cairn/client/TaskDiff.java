package dev.cairn.client;

import java.util.List;
import java.util.Optional;

/**
 * A task that is different in two runs. Immutable.
 *
 * @param id the id of the task within its run, such as {@code train/3}
 * @param first the task of the first run; empty if that has none
 * @param second the task of the second run; empty if that has none
 * @param artifacts the artifacts with different addresses, or which only one of them has, that at least one of the two tasks stored itself;
 *     empty if one of the tasks is missing
 */
public record TaskDiff(String id, Optional<Task> first, Optional<Task> second, List<ArtifactDiff> artifacts) {
    /**
     * Copies the list.
     *
     * @param id the id of the task within its run, such as {@code train/3}
     * @param first the task of the first run; empty if that has none
     * @param second the task of the second run; empty if that has none
     * @param artifacts the artifacts with different addresses, or which only one of them has, that at least one of the two tasks stored
     *     itself; empty if one of the tasks is missing
     */
    public TaskDiff {
        artifacts = List.copyOf(artifacts);
    }
}
