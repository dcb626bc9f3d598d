package dev.cairn.runtime;

import java.util.List;

/** Where a flow goes on after a step. Immutable. */
public sealed interface Transition {
    /** The steps that may follow, in the order of the annotation. */
    List<String> targets();

    /** Nowhere: the flow ends. */
    record End() implements Transition {
        @Override
        public List<String> targets() {
            return List.of();
        }
    }

    /** One step follows. */
    record Linear(String next) implements Transition {
        @Override
        public List<String> targets() {
            return List.of(next);
        }
    }

    /**
     * A static split: each of {@code targets} starts a branch; all meet in {@code join}.
     */
    record Split(List<String> targets, String join) implements Transition {
        /** Copies the list. */
        public Split {
            targets = List.copyOf(targets);
        }
    }

    /**
     * A task of {@code next} for each element of {@code artifact}; all meet in {@code join}.
     */
    record Foreach(String artifact, Items items, String next, String join) implements Transition {
        @Override
        public List<String> targets() {
            return List.of(next);
        }
    }
}
