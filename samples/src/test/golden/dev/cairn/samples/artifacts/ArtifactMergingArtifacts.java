package dev.cairn.samples.artifacts;

import dev.cairn.client.Task;
import dev.cairn.runtime.JoinedTasks;
import dev.cairn.runtime.MergeableInputs;
import dev.cairn.runtime.TaskArtifacts;
import dev.cairn.runtime.TaskView;
import dev.cairn.runtime.TaskViewBuilder;
import java.util.Map;
import javax.annotation.processing.Generated;

/** The artifacts of {@link ArtifactMerging}, task by task. The accessor of one that is absent throws {@link dev.cairn.runtime.AbsentArtifactException}. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class ArtifactMergingArtifacts {
    private ArtifactMergingArtifacts() {}

    /** The artifacts of {@link ArtifactMerging}, by name. */
    public enum Name {
        /** {@link ArtifactMerging#sharedConfig}. */
        SHARED_CONFIG("sharedConfig"),

        /** {@link ArtifactMerging#resultA}. */
        RESULT_A("resultA"),

        /** {@link ArtifactMerging#resultB}. */
        RESULT_B("resultB"),

        /** {@link ArtifactMerging#summary}. */
        SUMMARY("summary");

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

    /** What the tasks of step {@link ArtifactMerging#start} and of later steps have in common. */
    public abstract static class SinceStart extends TaskView<Name> {
        SinceStart(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** {@return the task as the client sees it; a view that was built by hand has none} */
        public final Task task() {
            return Task.of(this);
        }

        /** {@return {@link ArtifactMerging#sharedConfig}, if it exists} */
        public final Map<String, String> sharedConfig() {
            return artifact("sharedConfig");
        }
    }

    /** A finished task of step {@link ArtifactMerging#start}. */
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

    /** What the tasks of step {@link ArtifactMerging#branchA} and of later steps have in common. */
    public abstract static class SinceBranchA extends SinceStart {
        SinceBranchA(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** {@return {@link ArtifactMerging#resultA}, if it exists} */
        public final String resultA() {
            return (String) value("resultA");
        }
    }

    /** A finished task of step {@link ArtifactMerging#branchA}. */
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

    /** A finished task of step {@link ArtifactMerging#branchB}. */
    public static final class BranchB extends SinceStart implements JoinInput {
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

        /** {@return {@link ArtifactMerging#resultB}, if it exists} */
        public String resultB() {
            return (String) value("resultB");
        }
    }

    /** What the tasks of step {@link ArtifactMerging#join} and of later steps have in common. */
    public abstract static class SinceJoin extends SinceBranchA {
        SinceJoin(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** {@return {@link ArtifactMerging#resultB}, if it exists} */
        public final String resultB() {
            return (String) value("resultB");
        }

        /** {@return {@link ArtifactMerging#summary}, if it exists} */
        public final String summary() {
            return (String) value("summary");
        }
    }

    /** A finished task of step {@link ArtifactMerging#join}. */
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

    /** An input of join {@link ArtifactMerging#join}, from any of the steps that lead to it. */
    public sealed interface JoinInput permits BranchA, BranchB {
        /** {@return the task as the client sees it; a view that was built by hand has none} */
        Task task();

        /**
         * Whether an artifact exists after this task.
         *
         * @param name the artifact
         * @return whether its accessor returns a value, even if that is null
         */
        boolean has(Name name);

        /** {@return {@link ArtifactMerging#sharedConfig}, if it exists} */
        Map<String, String> sharedConfig();
    }

    /** The inputs of join {@link ArtifactMerging#join}, in the order of the branches. */
    public static final class JoinInputs extends MergeableInputs<ArtifactMerging, Name, JoinInput> {
        JoinInputs(JoinedTasks tasks) {
            super(tasks);
        }

        /**
         * Inputs built by hand, for tests.
         *
         * @param branchA the task of {@link ArtifactMerging#branchA}
         * @param branchB the task of {@link ArtifactMerging#branchB}
         * @return the inputs, in this order
         */
        public static JoinInputs of(BranchA branchA, BranchB branchB) {
            return new JoinInputs(
                    JoinedTasks.built(ArtifactMergingRunner.DEFINITION, "join", branchA, branchB));
        }

        /** {@return the task of {@link ArtifactMerging#branchA}} */
        public BranchA branchA() {
            return new BranchA(tasks().get(0));
        }

        /** {@return the task of {@link ArtifactMerging#branchB}} */
        public BranchB branchB() {
            return new BranchB(tasks().get(1));
        }

        @Override
        protected JoinInput view(TaskArtifacts artifacts) {
            return switch (artifacts.step()) {
                case "branchA" -> new BranchA(artifacts);
                case "branchB" -> new BranchB(artifacts);
                default -> throw new IllegalArgumentException(artifacts.step());
            };
        }
    }

    /** A finished task of step {@link ArtifactMerging#end}. */
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
            super(ArtifactMergingRunner.DEFINITION, step);
        }

        /**
         * Sets {@link ArtifactMerging#sharedConfig}.
         *
         * @param sharedConfig what the step left in it
         * @return this builder
         */
        public Builder<V> sharedConfig(Map<String, String> sharedConfig) {
            return artifact("sharedConfig", sharedConfig);
        }

        /**
         * Sets {@link ArtifactMerging#resultA}.
         *
         * @param resultA what the step left in it
         * @return this builder
         */
        public Builder<V> resultA(String resultA) {
            return artifact("resultA", resultA);
        }

        /**
         * Sets {@link ArtifactMerging#resultB}.
         *
         * @param resultB what the step left in it
         * @return this builder
         */
        public Builder<V> resultB(String resultB) {
            return artifact("resultB", resultB);
        }

        /**
         * Sets {@link ArtifactMerging#summary}.
         *
         * @param summary what the step left in it
         * @return this builder
         */
        public Builder<V> summary(String summary) {
            return artifact("summary", summary);
        }
    }
}
