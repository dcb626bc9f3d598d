package dev.cairn.view;

import dev.cairn.client.DataArtifact;
import dev.cairn.client.Task;
import java.util.ArrayList;
import java.util.List;

/**
 * Which artifacts of tasks are asked for.
 *
 * @param names their names; all if there are none
 * @param internal whether Cairn's own are among all
 */
public record ArtifactChoice(List<String> names, boolean internal) {
    /** Forgets names that are given again. */
    public ArtifactChoice {
        names = names.stream().distinct().toList();
    }

    /** The artifacts of a task that are asked for; where they are named, those of them that it has. */
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

    /** Whether a task with these artifacts of its is worth a word: not if others were asked for. */
    public boolean includes(List<DataArtifact> artifacts) {
        return names.isEmpty() || !artifacts.isEmpty();
    }
}
