package dev.cairn.processor.graph;

import java.util.List;

/**
 * Values of an artifact on which the branches that come into a join may disagree. Immutable.
 *
 * @param artifact the artifact
 * @param foreach whether the branches are the tasks of a foreach; the lists are empty then
 * @param changing the branches that may assign it, as the first step of each
 * @param keeping the branches that do not, and have it from before the split; empty if several assign it
 */
public record MergeConflict(String artifact, boolean foreach, List<String> changing, List<String> keeping) {
    /** Copies the lists. */
    public MergeConflict {
        changing = List.copyOf(changing);
        keeping = List.copyOf(keeping);
    }
}
