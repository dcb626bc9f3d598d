package dev.cairn.runtime.definition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which steps follow a step. Immutable. */
public sealed interface Transition {
    /** {@return the steps that may follow, each once, in the order of the annotation} */
    List<String> targets();

    /**
     * {@return whether what follows depends on the value of {@code artifact}}
     *
     * @param artifact the name of an artifact
     */
    default boolean dependsOn(String artifact) {
        return this instanceof Foreach foreach && foreach.artifact().equals(artifact)
                || this instanceof Switch choice && choice.artifact().equals(artifact);
    }

    /** No step follows: the flow ends. */
    record End() implements Transition {
        @Override
        public List<String> targets() {
            return List.of();
        }
    }

    /**
     * One step follows.
     *
     * @param next the name of the step
     */
    record Linear(String next) implements Transition {
        @Override
        public List<String> targets() {
            return List.of(next);
        }
    }

    /**
     * A static split: each of {@code targets} starts a branch, and all branches meet in {@code join}.
     *
     * @param targets the names of the first steps of the branches
     * @param join the name of the join
     */
    record Split(List<String> targets, String join) implements Transition {
        /**
         * Copies the list.
         *
         * @param targets the names of the first steps of the branches
         * @param join the name of the join
         */
        public Split {
            targets = List.copyOf(targets);
        }
    }

    /**
     * A foreach: one task of {@code next} for each element of {@code artifact}, and all branches meet in {@code join}.
     *
     * @param artifact the name of the artifact that has the elements
     * @param items how the elements are read and stored
     * @param next the name of the step that runs for each element
     * @param join the name of the join
     */
    record Foreach(String artifact, Items items, String next, String join) implements Transition {
        @Override
        public List<String> targets() {
            return List.of(next);
        }
    }

    /**
     * A switch: the stored value of {@code artifact} selects exactly one of several steps. A case may lead back to this step, or to a
     * step that is on every path to this step.
     *
     * @param artifact the artifact that the step switches on
     * @param cases the steps that follow, by value; a value is written as the name of an enum constant, or as {@code toString()}
     * @param otherwise the step that follows for every other value, or null
     * @param maxIterations the limit of iterations of a loop that this switch can leave or lead back in, counted from each entry into
     *     the loop; the run fails when a loop would exceed it
     */
    record Switch(
            String artifact,
            Map<String, String> cases,
            @Nullable String otherwise,
            int maxIterations) implements Transition {
        /**
         * Copies the map.
         *
         * @param artifact the artifact that the step switches on
         * @param cases the steps that follow, by value; a value is written as the name of an enum constant, or as {@code toString()}
         * @param otherwise the step that follows for every other value, or null
         * @param maxIterations the limit of iterations of a loop that this switch can leave or lead back in, counted from each entry into
         *     the loop; the run fails when a loop would exceed it
         */
        public Switch {
            cases = Collections.unmodifiableMap(new LinkedHashMap<>(cases));
        }

        @Override
        public List<String> targets() {
            return Stream.concat(cases.values().stream(), Stream.ofNullable(otherwise))
                    .distinct()
                    .toList();
        }
    }
}
