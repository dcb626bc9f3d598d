package com.acme;

import dev.cairn.client.Task;
import dev.cairn.runtime.JoinedTasks;
import dev.cairn.runtime.MergeableInputs;
import dev.cairn.runtime.TaskArtifacts;
import dev.cairn.runtime.TaskView;
import dev.cairn.runtime.TaskViewBuilder;
import java.nio.file.Path;
import java.util.Map;
import javax.annotation.processing.Generated;

/** The artifacts of {@link TwoBranches}, task by task. The accessor of one that is absent throws {@link dev.cairn.runtime.AbsentArtifactException}. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class TwoBranchesArtifacts {
    private TwoBranchesArtifacts() {}

    /** The artifacts of {@link TwoBranches}, by name. */
    public enum Name {
        /** {@link TwoBranches#input}. */
        INPUT("input"),

        /** {@link TwoBranches#limit}. */
        LIMIT("limit"),

        /** {@link TwoBranches#notes}. */
        NOTES("notes"),

        /** {@link TwoBranches#left}. */
        LEFT("left"),

        /** {@link TwoBranches#right}. */
        RIGHT("right");

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

    /** What the tasks of step {@link TwoBranches#start} and of later steps have in common. */
    public abstract static class SinceStart extends TaskView<Name> {
        SinceStart(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** {@return the task as the client sees it; a view that was built by hand has none} */
        public final Task task() {
            return Task.of(this);
        }

        /** {@return {@link TwoBranches#input}} */
        public final Path input() {
            return (Path) value("input");
        }

        /** {@return {@link TwoBranches#limit}} */
        public final int limit() {
            return (int) value("limit");
        }

        /** {@return {@link TwoBranches#notes}, if it exists} */
        public final Object notes() {
            return value("notes");
        }
    }

    /** A finished task of step {@link TwoBranches#start}. */
    public static final class Start extends SinceStart {
        Start(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /**
         * Starts to build a task of this step by hand, for tests.
         *
         * @return a builder, in which nothing is set
         */
        public static Builder<Start> builder() {
            return new Builder<Start>("start");
        }
    }

    /** What the tasks of step {@link TwoBranches#branchA} and of later steps have in common. */
    public abstract static class SinceBranchA extends SinceStart {
        SinceBranchA(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** {@return {@link TwoBranches#left}, if it exists} */
        public final Map<String, ? extends Number> left() {
            return artifact("left");
        }
    }

    /** A finished task of step {@link TwoBranches#branchA}. */
    public static final class BranchA extends SinceBranchA implements JoinInput {
        BranchA(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /**
         * Starts to build a task of this step by hand, for tests.
         *
         * @return a builder, in which nothing is set
         */
        public static Builder<BranchA> builder() {
            return new Builder<BranchA>("branchA");
        }
    }

    /** What the tasks of step {@link TwoBranches#branchB} and of later steps have in common. */
    public abstract static class SinceBranchB extends SinceStart {
        SinceBranchB(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** {@return {@link TwoBranches#right}, if it exists} */
        public final long[] right() {
            return (long[]) value("right");
        }
    }

    /** A finished task of step {@link TwoBranches#branchB}. */
    public static final class BranchB extends SinceBranchB {
        BranchB(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /**
         * Starts to build a task of this step by hand, for tests.
         *
         * @return a builder, in which nothing is set
         */
        public static Builder<BranchB> builder() {
            return new Builder<BranchB>("branchB");
        }
    }

    /** A finished task of step {@link TwoBranches#more}. */
    public static final class More extends SinceBranchB implements JoinInput {
        More(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /**
         * Starts to build a task of this step by hand, for tests.
         *
         * @return a builder, in which nothing is set
         */
        public static Builder<More> builder() {
            return new Builder<More>("more");
        }
    }

    /** What the tasks of step {@link TwoBranches#join} and of later steps have in common. */
    public abstract static class SinceJoin extends SinceBranchA {
        SinceJoin(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** {@return {@link TwoBranches#right}, if it exists} */
        public final long[] right() {
            return (long[]) value("right");
        }
    }

    /** A finished task of step {@link TwoBranches#join}. */
    public static final class Join extends SinceJoin {
        Join(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /**
         * Starts to build a task of this step by hand, for tests.
         *
         * @return a builder, in which nothing is set
         */
        public static Builder<Join> builder() {
            return new Builder<Join>("join");
        }
    }

    /** An input of join {@link TwoBranches#join}, from any of the steps that lead to it. */
    public sealed interface JoinInput permits BranchA, More {
        /** {@return the task as the client sees it; a view that was built by hand has none} */
        Task task();

        /**
         * Whether an artifact exists after this task.
         *
         * @param name the artifact
         * @return whether its accessor returns a value, even if that is null
         */
        boolean has(Name name);

        /** {@return {@link TwoBranches#input}} */
        Path input();

        /** {@return {@link TwoBranches#limit}} */
        int limit();

        /** {@return {@link TwoBranches#notes}, if it exists} */
        Object notes();
    }

    /** The inputs of join {@link TwoBranches#join}, in the order of the branches. */
    public static final class JoinInputs extends MergeableInputs<TwoBranches, Name, JoinInput> {
        JoinInputs(JoinedTasks tasks) {
            super(tasks);
        }

        /**
         * Inputs built by hand, for tests.
         *
         * @param branchA the task of {@link TwoBranches#branchA}
         * @param more the task of {@link TwoBranches#more}
         * @return the inputs, in this order
         */
        public static JoinInputs of(BranchA branchA, More more) {
            return new JoinInputs(
                    JoinedTasks.built(TwoBranchesRunner.DEFINITION, "join", branchA, more));
        }

        /** {@return the task of {@link TwoBranches#branchA}} */
        public BranchA branchA() {
            return new BranchA(tasks().get(0));
        }

        /** {@return the task of {@link TwoBranches#more}} */
        public More more() {
            return new More(tasks().get(1));
        }

        @Override
        protected JoinInput view(TaskArtifacts artifacts) {
            return switch (artifacts.step()) {
                case "branchA" -> new BranchA(artifacts);
                case "more" -> new More(artifacts);
                default -> throw new IllegalArgumentException(artifacts.step());
            };
        }
    }

    /** A finished task of step {@link TwoBranches#end}. */
    public static final class End extends SinceJoin {
        End(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /**
         * Starts to build a task of this step by hand, for tests.
         *
         * @return a builder, in which nothing is set
         */
        public static Builder<End> builder() {
            return new Builder<End>("end");
        }
    }

    /**
     * Builds a finished task by hand, for tests. An artifact that is not set is absent.
     *
     * @param <V> the view of the task
     */
    public static final class Builder<V> extends TaskViewBuilder<V, Builder<V>> {
        private Builder(String step) {
            super(TwoBranchesRunner.DEFINITION, step);
        }

        /**
         * Sets {@link TwoBranches#input}.
         *
         * @param input what the step left in it
         * @return this builder
         */
        public Builder<V> input(Path input) {
            return artifact("input", input);
        }

        /**
         * Sets {@link TwoBranches#limit}.
         *
         * @param limit what the step left in it
         * @return this builder
         */
        public Builder<V> limit(int limit) {
            return artifact("limit", limit);
        }

        /**
         * Sets {@link TwoBranches#notes}.
         *
         * @param notes what the step left in it
         * @return this builder
         */
        public Builder<V> notes(Object notes) {
            return artifact("notes", notes);
        }

        /**
         * Sets {@link TwoBranches#left}.
         *
         * @param left what the step left in it
         * @return this builder
         */
        public Builder<V> left(Map<String, ? extends Number> left) {
            return artifact("left", left);
        }

        /**
         * Sets {@link TwoBranches#right}.
         *
         * @param right what the step left in it
         * @return this builder
         */
        public Builder<V> right(long[] right) {
            return artifact("right", right);
        }
    }
}
