package dev.cairn.samples.artifacts;

import dev.cairn.client.Task;
import dev.cairn.runtime.JoinedTasks;
import dev.cairn.runtime.MergeableInputs;
import dev.cairn.runtime.TaskArtifacts;
import dev.cairn.runtime.TaskView;
import dev.cairn.runtime.TaskViewBuilder;
import java.util.List;
import java.util.function.Function;
import javax.annotation.processing.Generated;

/** The artifacts of {@link MergeBehavior}, task by task. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class MergeBehaviorArtifacts {
    private MergeBehaviorArtifacts() {}

    /** The artifacts of {@link MergeBehavior}, by name. */
    public enum Name {
        FINDING_OF_B("findingOfB"),
        FINDING("finding"),
        ONLY_IN_A("onlyInA"),
        SIGNED_BY("signedBy");

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

    /** What tasks from step {@link MergeBehavior#start} on have in common. */
    public abstract static class SinceStart extends TaskView<Name> {
        SinceStart(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** The task as the client sees it; not of a view that was built by hand. */
        public final Task task() {
            return Task.of(this);
        }

        /** {@link MergeBehavior#findingOfB}. */
        public final String findingOfB() {
            return artifact("findingOfB");
        }
    }

    /** A finished task of step {@link MergeBehavior#start}. */
    public static final class Start extends SinceStart {
        Start(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** Starts to build a task of this step by hand, for tests. */
        public static Builder<Start> builder() {
            return new Builder<>("start", Start::new);
        }
    }

    /** What tasks from step {@link MergeBehavior#branchA} on have in common. */
    public abstract static class SinceBranchA extends SinceBranchB {
        SinceBranchA(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /**
         * {@link MergeBehavior#onlyInA}.
         *
         * @throws dev.cairn.runtime.AbsentArtifactException if it is absent
         */
        public final String onlyInA() {
            return artifact("onlyInA");
        }
    }

    /** A finished task of step {@link MergeBehavior#branchA}. */
    public static final class BranchA extends SinceBranchA implements JoinInput {
        BranchA(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** Starts to build a task of this step by hand, for tests. */
        public static Builder<BranchA> builder() {
            return new Builder<>("branchA", BranchA::new);
        }
    }

    /** What tasks from step {@link MergeBehavior#branchB} on have in common. */
    public abstract static class SinceBranchB extends SinceStart {
        SinceBranchB(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /**
         * {@link MergeBehavior#finding}.
         *
         * @throws dev.cairn.runtime.AbsentArtifactException if it is absent
         */
        public final String finding() {
            return artifact("finding");
        }

        /**
         * {@link MergeBehavior#signedBy}.
         *
         * @throws dev.cairn.runtime.AbsentArtifactException if it is absent
         */
        public final String signedBy() {
            return artifact("signedBy");
        }
    }

    /** A finished task of step {@link MergeBehavior#branchB}. */
    public static final class BranchB extends SinceBranchB implements JoinInput {
        BranchB(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** Starts to build a task of this step by hand, for tests. */
        public static Builder<BranchB> builder() {
            return new Builder<>("branchB", BranchB::new);
        }
    }

    /** A finished task of step {@link MergeBehavior#join}. */
    public static final class Join extends SinceBranchA {
        Join(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** Starts to build a task of this step by hand, for tests. */
        public static Builder<Join> builder() {
            return new Builder<>("join", Join::new);
        }
    }

    /** What arrives at join {@link MergeBehavior#join}, whichever step it comes from. */
    public sealed interface JoinInput permits BranchA, BranchB {
        /** The task as the client sees it; not of a view that was built by hand. */
        Task task();

        /** Whether an artifact exists after this task. */
        boolean has(Name name);

        /** {@link MergeBehavior#findingOfB}. */
        String findingOfB();

        /**
         * {@link MergeBehavior#finding}.
         *
         * @throws dev.cairn.runtime.AbsentArtifactException if it is absent
         */
        String finding();

        /**
         * {@link MergeBehavior#signedBy}.
         *
         * @throws dev.cairn.runtime.AbsentArtifactException if it is absent
         */
        String signedBy();
    }

    /** The inputs of join {@link MergeBehavior#join}, in the order of the branches. */
    public static final class JoinInputs extends MergeableInputs<MergeBehavior, Name, JoinInput> {
        JoinInputs(JoinedTasks tasks) {
            super(tasks);
        }

        /** Inputs built by hand, for tests. */
        public static JoinInputs of(BranchA branchA, BranchB branchB) {
            return new JoinInputs(
                    JoinedTasks.built(MergeBehaviorRunner.DEFINITION, "join", List.of(branchA, branchB)));
        }

        /** The task of {@link MergeBehavior#branchA}. */
        public BranchA branchA() {
            return new BranchA(tasks().get(0));
        }

        /** The task of {@link MergeBehavior#branchB}. */
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

    /** A finished task of step {@link MergeBehavior#end}. */
    public static final class End extends SinceBranchA {
        End(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** Starts to build a task of this step by hand, for tests. */
        public static Builder<End> builder() {
            return new Builder<>("end", End::new);
        }
    }

    /** Builds a finished task by hand, for tests. An artifact that is not set is absent. */
    public static final class Builder<V> extends TaskViewBuilder<V, Builder<V>> {
        private Builder(String step, Function<TaskArtifacts, V> view) {
            super(MergeBehaviorRunner.DEFINITION, step, view);
        }

        /** Sets {@link MergeBehavior#findingOfB}. */
        public Builder<V> findingOfB(String findingOfB) {
            return artifact("findingOfB", findingOfB);
        }

        /** Sets {@link MergeBehavior#finding}. */
        public Builder<V> finding(String finding) {
            return artifact("finding", finding);
        }

        /** Sets {@link MergeBehavior#onlyInA}. */
        public Builder<V> onlyInA(String onlyInA) {
            return artifact("onlyInA", onlyInA);
        }

        /** Sets {@link MergeBehavior#signedBy}. */
        public Builder<V> signedBy(String signedBy) {
            return artifact("signedBy", signedBy);
        }
    }
}
