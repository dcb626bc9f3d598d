package dev.cairn.processor.graph;

import dev.cairn.processor.model.StepModel;
import java.util.List;

/**
 * A path on which an artifact does not come to exist. Immutable.
 *
 * @param path the path, by the names of its steps
 * @param conditions what has to happen on it, and in the branches beside it that a join merges; empty where the path says all
 * @param beside the paths through these branches to their join, where they have switches
 */
public record Absence(List<String> path, List<Condition> conditions, List<List<String>> beside) {
    /** Copies the lists. */
    public Absence {
        path = List.copyOf(path);
        conditions = List.copyOf(conditions);
        beside = beside.stream().map(List::copyOf).toList();
    }

    /** What has to happen for a step not to leave the artifact behind. */
    public record Condition(Kind kind, StepModel step) {
        /** What has to happen. */
        public enum Kind {
            /** The step assigns it on some paths only, and takes another one. */
            NOT_ASSIGNED,
            /** The step merges it on some paths only, and takes another one. */
            NOT_MERGED,
            /** The step fails, and its failure is caught. */
            CAUGHT,
            /** The foreach that the step opens has no elements. */
            NO_ELEMENTS
        }
    }
}
