package com.acme;

import dev.cairn.client.Task;
import dev.cairn.runtime.JoinedTasks;
import dev.cairn.runtime.MergeableInputs;
import dev.cairn.runtime.TaskArtifacts;
import dev.cairn.runtime.TaskView;
import dev.cairn.runtime.TaskViewBuilder;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.annotation.processing.Generated;

/** The artifacts of {@link Outer.Choice}, task by task. The accessor of one that is absent throws {@link dev.cairn.runtime.AbsentArtifactException}. */
@Generated("dev.cairn.processor.FlowProcessor")
final class Outer_ChoiceArtifacts {
    private Outer_ChoiceArtifacts() {}

    /** The artifacts of {@link Outer.Choice}, by name. */
    enum Name {
        /** {@link Outer.Choice#fast}. */
        FAST("fast"),

        /** {@link Outer.Choice#score}. */
        SCORE("score");

        private final String artifact;

        Name(String artifact) {
            this.artifact = artifact;
        }

        /** The name of the artifact, as in the flow. */
        @Override
        public String toString() {
            return artifact;
        }
    }

    /** What the tasks of step {@link Outer.Choice#start} and of later steps have in common. */
    abstract static class SinceStart extends TaskView<Name> {
        SinceStart(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** {@return the task as the client sees it; a view that was built by hand has none} */
        public final Task task() {
            return Task.of(this);
        }

        /** {@return {@link Outer.Choice#fast}, if it exists} */
        public final boolean fast() {
            return (boolean) value("fast");
        }

        /** {@return {@link Outer.Choice#score}, if it exists} */
        public final int score() {
            return (int) value("score");
        }
    }

    /** A finished task of step {@link Outer.Choice#start}. */
    static final class Start extends SinceStart {
        Start(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /**
         * Starts to build a task of this step by hand, for tests.
         *
         * @return a builder, in which nothing is set
         */
        static Builder<Start> builder() {
            return new Builder<Start>("start");
        }
    }

    /** A finished task of step {@link Outer.Choice#decide}. */
    static final class Decide extends SinceStart {
        Decide(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /**
         * Starts to build a task of this step by hand, for tests.
         *
         * @return a builder, in which nothing is set
         */
        static Builder<Decide> builder() {
            return new Builder<Decide>("decide");
        }
    }

    /** A finished task of step {@link Outer.Choice#quick}. */
    static final class Quick extends SinceStart implements JoinInput {
        Quick(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /**
         * Starts to build a task of this step by hand, for tests.
         *
         * @return a builder, in which nothing is set
         */
        static Builder<Quick> builder() {
            return new Builder<Quick>("quick");
        }
    }

    /** A finished task of step {@link Outer.Choice#thorough}. */
    static final class Thorough extends SinceStart implements JoinInput {
        Thorough(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /**
         * Starts to build a task of this step by hand, for tests.
         *
         * @return a builder, in which nothing is set
         */
        static Builder<Thorough> builder() {
            return new Builder<Thorough>("thorough");
        }
    }

    /** A finished task of step {@link Outer.Choice#other}. */
    static final class Other extends SinceStart implements JoinInput {
        Other(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /**
         * Starts to build a task of this step by hand, for tests.
         *
         * @return a builder, in which nothing is set
         */
        static Builder<Other> builder() {
            return new Builder<Other>("other");
        }
    }

    /** A finished task of step {@link Outer.Choice#join}. */
    static final class Join extends SinceStart {
        Join(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /**
         * Starts to build a task of this step by hand, for tests.
         *
         * @return a builder, in which nothing is set
         */
        static Builder<Join> builder() {
            return new Builder<Join>("join");
        }
    }

    /** An input of join {@link Outer.Choice#join}, from any of the steps that lead to it. */
    sealed interface JoinInput permits Quick, Thorough, Other {
        /** {@return the task as the client sees it; a view that was built by hand has none} */
        Task task();

        /**
         * Whether an artifact exists after this task.
         *
         * @param name the artifact
         * @return whether its accessor returns a value, even if that is null
         */
        boolean has(Name name);

        /** {@return {@link Outer.Choice#fast}, if it exists} */
        boolean fast();

        /** {@return {@link Outer.Choice#score}, if it exists} */
        int score();
    }

    /** The inputs of join {@link Outer.Choice#join}, in the order of the branches. */
    static final class JoinInputs extends MergeableInputs<Outer.Choice, Name, JoinInput> {
        JoinInputs(JoinedTasks tasks) {
            super(tasks);
        }

        /**
         * Inputs built by hand, for tests.
         *
         * @param tasks what arrives at the join
         * @return the inputs, in this order
         */
        static JoinInputs of(JoinInput... tasks) {
            List<? extends TaskView<?>> views =
                    Stream.of(tasks).map(task -> (TaskView<?>) task).toList();
            return new JoinInputs(JoinedTasks.built(Outer_ChoiceRunner.DEFINITION, "join", views));
        }

        /** {@return the task of {@link Outer.Choice#quick}, if its branch ended there} */
        Optional<Quick> quick() {
            JoinInput input = get(0);
            return input instanceof Quick view ? Optional.of(view) : Optional.empty();
        }

        /** {@return the task of {@link Outer.Choice#thorough}, if its branch ended there} */
        Optional<Thorough> thorough() {
            JoinInput input = get(0);
            return input instanceof Thorough view ? Optional.of(view) : Optional.empty();
        }

        /** {@return the task of {@link Outer.Choice#other}} */
        Other other() {
            return new Other(tasks().get(1));
        }

        @Override
        protected JoinInput view(TaskArtifacts artifacts) {
            return switch (artifacts.step()) {
                case "quick" -> new Quick(artifacts);
                case "thorough" -> new Thorough(artifacts);
                case "other" -> new Other(artifacts);
                default -> throw new IllegalArgumentException(artifacts.step());
            };
        }
    }

    /**
     * Builds a finished task by hand, for tests. An artifact that is not set is absent.
     *
     * @param <V> the view of the task
     */
    static final class Builder<V> extends TaskViewBuilder<V, Builder<V>> {
        private Builder(String step) {
            super(Outer_ChoiceRunner.DEFINITION, step);
        }

        /**
         * Sets {@link Outer.Choice#fast}.
         *
         * @param fast what the step left in it
         * @return this builder
         */
        Builder<V> fast(boolean fast) {
            return artifact("fast", fast);
        }

        /**
         * Sets {@link Outer.Choice#score}.
         *
         * @param score what the step left in it
         * @return this builder
         */
        Builder<V> score(int score) {
            return artifact("score", score);
        }
    }
}
