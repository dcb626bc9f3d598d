package dev.cairn.view;

import dev.cairn.client.DataArtifact;
import dev.cairn.client.Task;
import java.util.ArrayList;
import java.util.List;

/**
 * Which artifacts of tasks to show. Immutable.
 *
 * @param names their names; empty for all artifacts
 * @param internal whether all artifacts include Cairn's own
 */
public record ArtifactChoice(List<String> names, boolean internal) {
    /**
     * Removes repeated names.
     *
     * @param names their names; empty for all artifacts
     * @param internal whether all artifacts include Cairn's own
     */
    public ArtifactChoice {
        names = names.stream().distinct().toList();
    }

    /**
     * The artifacts of a task to show. Names that the task does not have are skipped.
     *
     * @param task the task
     * @return the artifacts, in the order of {@link #names}, or of the task if all are shown
     */
    public List<DataArtifact> of(Task task) {
        if (!names.isEmpty()) {
            return names.stream().filter(task::has).map(task::artifact).toList();
        }
        List<DataArtifact> artifacts = new ArrayList<>(task.artifacts());
        if (internal) {
            artifacts.addAll(task.internalArtifacts());
        }
        return artifacts;
    }

    /**
     * Whether to list a task: not if artifacts were named and the task has none of them.
     *
     * @param artifacts what {@link #of} returned for the task
     * @return whether to list it
     */
    public boolean includes(List<DataArtifact> artifacts) {
        return names.isEmpty() || !artifacts.isEmpty();
    }
}
