package dev.cairn.runtime.definition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a flow goes on after a step. Immutable. */
public sealed interface Transition {
    /** The steps that may follow, each once, in the order of the annotation. */
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

    /**
     * A switch: of several ways exactly one is taken, chosen by the stored value of {@code artifact}. A way may lead back: to
     * this step, or to one through which every way to this step goes.
     *
     * @param cases the step that follows for each value, by its text: the name of an enum constant, or what {@code toString()}
     *     gives
     * @param otherwise the step that follows for every other value, or null
     * @param maxIterations how many rounds of a loop that it can leave, or leads back in, may pass it and lead back before the
     *     run fails, counted from each entry into the loop
     */
    record Switch(
            String artifact,
            Map<String, String> cases,
            @Nullable String otherwise,
            int maxIterations) implements Transition {
        /** Copies the map. */
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
