package dev.cairn.processor.model;

import java.util.List;

/** Where a flow goes on after a step, as the annotation says. Immutable. */
public sealed interface TransitionModel {
    /** The steps named, in order. */
    List<Target> targets();

    /** A step that is named, and where. */
    record Target(String step, Position position) {}

    /** Nowhere. */
    record End() implements TransitionModel {
        @Override
        public List<Target> targets() {
            return List.of();
        }
    }

    /** One step follows. */
    record Linear(Target next) implements TransitionModel {
        @Override
        public List<Target> targets() {
            return List.of(next);
        }
    }

    /** Several branches follow. */
    record Split(List<Target> targets) implements TransitionModel {
        /** Copies the list. */
        public Split {
            targets = List.copyOf(targets);
        }
    }

    /**
     * One task of each of {@code targets} (a sound flow has exactly one) for each element of {@code artifact}.
     *
     * @param artifact the name that the annotation gives
     * @param artifactPosition where it gives it
     */
    record Foreach(List<Target> targets, String artifact, Position artifactPosition) implements TransitionModel {
        /** Copies the list. */
        public Foreach {
            targets = List.copyOf(targets);
        }
    }

    /**
     * Exactly one path is taken.
     *
     * @param artifact the name that {@code switchOn} gives
     * @param cases the cases, in order
     * @param otherwise the step of {@code otherwise}: none or one
     * @param maxIterations the bound of a loop that a case closes
     */
    record Switch(
            String artifact, Position artifactPosition, List<Case> cases, List<Target> otherwise, int maxIterations)
            implements TransitionModel {
        /** One case. */
        public record Case(String value, Position valuePosition, Target next) {}

        /** Copies the lists. */
        public Switch {
            cases = List.copyOf(cases);
            otherwise = List.copyOf(otherwise);
        }

        @Override
        public List<Target> targets() {
            return java.util.stream.Stream.concat(cases.stream().map(Case::next), otherwise.stream())
                    .toList();
        }
    }
}
