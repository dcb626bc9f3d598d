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

/** The artifacts of {@link SelectiveMerging}, task by task. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class SelectiveMergingArtifacts {
    private SelectiveMergingArtifacts() {}

    /** The artifacts of {@link SelectiveMerging}, by name. */
    public enum Name {
        RESULT_A("resultA"),
        RESULT_B("resultB"),
        TEMPORARY_DATA("temporaryData");

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

    /** What tasks from step {@link SelectiveMerging#start} on have in common. */
    public abstract static class SinceStart extends TaskView<Name> {
        SinceStart(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** The task as the client sees it; not of a view that was built by hand. */
        public final Task task() {
            return Task.of(this);
        }
    }

    /** A finished task of step {@link SelectiveMerging#start}. */
    public static final class Start extends SinceStart {
        Start(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** Starts to build a task of this step by hand, for tests. */
        public static Builder<Start> builder() {
            return new Builder<>("start", Start::new);
        }
    }

    /** What tasks from step {@link SelectiveMerging#branchA} on have in common. */
    public abstract static class SinceBranchA extends SinceStart {
        SinceBranchA(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /**
         * {@link SelectiveMerging#resultA}.
         *
         * @throws dev.cairn.runtime.AbsentArtifactException if it is absent
         */
        public final String resultA() {
            return artifact("resultA");
        }

        /**
         * {@link SelectiveMerging#temporaryData}.
         *
         * @throws dev.cairn.runtime.AbsentArtifactException if it is absent
         */
        public final String temporaryData() {
            return artifact("temporaryData");
        }
    }

    /** A finished task of step {@link SelectiveMerging#branchA}. */
    public static final class BranchA extends SinceBranchA implements JoinOnlyInput {
        BranchA(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** Starts to build a task of this step by hand, for tests. */
        public static Builder<BranchA> builder() {
            return new Builder<>("branchA", BranchA::new);
        }
    }

    /** A finished task of step {@link SelectiveMerging#branchB}. */
    public static final class BranchB extends SinceStart implements JoinOnlyInput {
        BranchB(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** Starts to build a task of this step by hand, for tests. */
        public static Builder<BranchB> builder() {
            return new Builder<>("branchB", BranchB::new);
        }

        /**
         * {@link SelectiveMerging#resultB}.
         *
         * @throws dev.cairn.runtime.AbsentArtifactException if it is absent
         */
        public String resultB() {
            return artifact("resultB");
        }

        /**
         * {@link SelectiveMerging#temporaryData}.
         *
         * @throws dev.cairn.runtime.AbsentArtifactException if it is absent
         */
        public String temporaryData() {
            return artifact("temporaryData");
        }
    }

    /** What tasks from step {@link SelectiveMerging#joinOnly} on have in common. */
    public abstract static class SinceJoinOnly extends SinceStart {
        SinceJoinOnly(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /**
         * {@link SelectiveMerging#resultA}.
         *
         * @throws dev.cairn.runtime.AbsentArtifactException if it is absent
         */
        public final String resultA() {
            return artifact("resultA");
        }

        /**
         * {@link SelectiveMerging#resultB}.
         *
         * @throws dev.cairn.runtime.AbsentArtifactException if it is absent
         */
        public final String resultB() {
            return artifact("resultB");
        }
    }

    /** A finished task of step {@link SelectiveMerging#joinOnly}. */
    public static final class JoinOnly extends SinceJoinOnly {
        JoinOnly(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** Starts to build a task of this step by hand, for tests. */
        public static Builder<JoinOnly> builder() {
            return new Builder<>("joinOnly", JoinOnly::new);
        }
    }

    /** What the inputs of join {@link SelectiveMerging#joinOnly}, and of others, have in common. */
    public interface SharedInJoinOnly {
        /** The task as the client sees it; not of a view that was built by hand. */
        Task task();

        /** Whether an artifact exists after this task. */
        boolean has(Name name);

        /**
         * {@link SelectiveMerging#temporaryData}.
         *
         * @throws dev.cairn.runtime.AbsentArtifactException if it is absent
         */
        String temporaryData();
    }

    /** What arrives at join {@link SelectiveMerging#joinOnly}, whichever step it comes from. */
    public sealed interface JoinOnlyInput extends SharedInJoinOnly permits BranchA, BranchB {
    }

    /** The inputs of join {@link SelectiveMerging#joinOnly}, in the order of the branches. */
    public static final class JoinOnlyInputs extends MergeableInputs<SelectiveMerging, Name, JoinOnlyInput> {
        JoinOnlyInputs(JoinedTasks tasks) {
            super(tasks);
        }

        /** Inputs built by hand, for tests. */
        public static JoinOnlyInputs of(BranchA branchA, BranchB branchB) {
            return new JoinOnlyInputs(
                    JoinedTasks.built(SelectiveMergingRunner.DEFINITION, "joinOnly", List.of(branchA, branchB)));
        }

        /** The task of {@link SelectiveMerging#branchA}. */
        public BranchA branchA() {
            return new BranchA(tasks().get(0));
        }

        /** The task of {@link SelectiveMerging#branchB}. */
        public BranchB branchB() {
            return new BranchB(tasks().get(1));
        }

        @Override
        protected JoinOnlyInput view(TaskArtifacts artifacts) {
            return switch (artifacts.step()) {
                case "branchA" -> new BranchA(artifacts);
                case "branchB" -> new BranchB(artifacts);
                default -> throw new IllegalArgumentException(artifacts.step());
            };
        }
    }

    /** What tasks from step {@link SelectiveMerging#branchC} on have in common. */
    public abstract static class SinceBranchC extends SinceBranchA {
        SinceBranchC(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /**
         * {@link SelectiveMerging#resultB}.
         *
         * @throws dev.cairn.runtime.AbsentArtifactException if it is absent
         */
        public final String resultB() {
            return artifact("resultB");
        }
    }

    /** A finished task of step {@link SelectiveMerging#branchC}. */
    public static final class BranchC extends SinceBranchC implements JoinExceptInput {
        BranchC(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** Starts to build a task of this step by hand, for tests. */
        public static Builder<BranchC> builder() {
            return new Builder<>("branchC", BranchC::new);
        }
    }

    /** A finished task of step {@link SelectiveMerging#branchD}. */
    public static final class BranchD extends SinceBranchC implements JoinExceptInput {
        BranchD(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** Starts to build a task of this step by hand, for tests. */
        public static Builder<BranchD> builder() {
            return new Builder<>("branchD", BranchD::new);
        }
    }

    /** A finished task of step {@link SelectiveMerging#joinExcept}. */
    public static final class JoinExcept extends SinceJoinOnly {
        JoinExcept(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** Starts to build a task of this step by hand, for tests. */
        public static Builder<JoinExcept> builder() {
            return new Builder<>("joinExcept", JoinExcept::new);
        }
    }

    /** What arrives at join {@link SelectiveMerging#joinExcept}, whichever step it comes from. */
    public sealed interface JoinExceptInput extends SharedInJoinOnly permits BranchC, BranchD {
        /**
         * {@link SelectiveMerging#resultA}.
         *
         * @throws dev.cairn.runtime.AbsentArtifactException if it is absent
         */
        String resultA();

        /**
         * {@link SelectiveMerging#resultB}.
         *
         * @throws dev.cairn.runtime.AbsentArtifactException if it is absent
         */
        String resultB();
    }

    /** The inputs of join {@link SelectiveMerging#joinExcept}, in the order of the branches. */
    public static final class JoinExceptInputs extends MergeableInputs<SelectiveMerging, Name, JoinExceptInput> {
        JoinExceptInputs(JoinedTasks tasks) {
            super(tasks);
        }

        /** Inputs built by hand, for tests. */
        public static JoinExceptInputs of(BranchC branchC, BranchD branchD) {
            return new JoinExceptInputs(
                    JoinedTasks.built(SelectiveMergingRunner.DEFINITION, "joinExcept", List.of(branchC, branchD)));
        }

        /** The task of {@link SelectiveMerging#branchC}. */
        public BranchC branchC() {
            return new BranchC(tasks().get(0));
        }

        /** The task of {@link SelectiveMerging#branchD}. */
        public BranchD branchD() {
            return new BranchD(tasks().get(1));
        }

        @Override
        protected JoinExceptInput view(TaskArtifacts artifacts) {
            return switch (artifacts.step()) {
                case "branchC" -> new BranchC(artifacts);
                case "branchD" -> new BranchD(artifacts);
                default -> throw new IllegalArgumentException(artifacts.step());
            };
        }
    }

    /** A finished task of step {@link SelectiveMerging#end}. */
    public static final class End extends SinceJoinOnly {
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
            super(SelectiveMergingRunner.DEFINITION, step, view);
        }

        /** Sets {@link SelectiveMerging#resultA}. */
        public Builder<V> resultA(String resultA) {
            return artifact("resultA", resultA);
        }

        /** Sets {@link SelectiveMerging#resultB}. */
        public Builder<V> resultB(String resultB) {
            return artifact("resultB", resultB);
        }

        /** Sets {@link SelectiveMerging#temporaryData}. */
        public Builder<V> temporaryData(String temporaryData) {
            return artifact("temporaryData", temporaryData);
        }
    }
}
