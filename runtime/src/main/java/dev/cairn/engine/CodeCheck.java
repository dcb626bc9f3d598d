package dev.cairn.engine;

import java.util.List;

/**
 * What of the code of a flow can be compared with that of later runs. Immutable.
 *
 * @param unknown the steps whose code cannot be read, so that their tasks are never reused
 * @param unseen what the comparison does not cover, and why code cannot be read, a sentence each
 */
public record CodeCheck(List<String> unknown, List<String> unseen) {
    /**
     * Copies the lists.
     *
     * @param unknown the steps whose code cannot be read, so that their tasks are never reused
     * @param unseen what the comparison does not cover, and why code cannot be read, a sentence each
     */
    public CodeCheck {
        unknown = List.copyOf(unknown);
        unseen = List.copyOf(unseen);
    }
}
