package dev.cairn.samples.artifacts;

import dev.cairn.client.Task;
import dev.cairn.runtime.TaskArtifacts;
import dev.cairn.runtime.TaskView;
import dev.cairn.runtime.TaskViewBuilder;
import java.util.List;
import java.util.function.Function;
import javax.annotation.processing.Generated;

/** The artifacts of {@link AccessingArtifacts}, task by task. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class AccessingArtifactsArtifacts {
    private AccessingArtifactsArtifacts() {}

    /** The artifacts of {@link AccessingArtifacts}, by name. */
    public enum Name {
        DATA("data"),
        RESULT("result");

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

    /** What tasks from step {@link AccessingArtifacts#start} on have in common. */
    public abstract static class SinceStart extends TaskView<Name> {
        SinceStart(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** The task as the client sees it; not of a view that was built by hand. */
        public final Task task() {
            return Task.of(this);
        }

        /**
         * {@link AccessingArtifacts#data}.
         *
         * @throws dev.cairn.runtime.AbsentArtifactException if it is absent
         */
        public final List<Integer> data() {
            return artifact("data");
        }
    }

    /** A finished task of step {@link AccessingArtifacts#start}. */
    public static final class Start extends SinceStart {
        Start(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** Starts to build a task of this step by hand, for tests. */
        public static Builder<Start> builder() {
            return new Builder<>("start", Start::new);
        }
    }

    /** What tasks from step {@link AccessingArtifacts#process} on have in common. */
    public abstract static class SinceProcess extends SinceStart {
        SinceProcess(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /**
         * {@link AccessingArtifacts#result}.
         *
         * @throws dev.cairn.runtime.AbsentArtifactException if it is absent
         */
        public final int result() {
            return artifact("result");
        }
    }

    /** A finished task of step {@link AccessingArtifacts#process}. */
    public static final class Process extends SinceProcess {
        Process(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** Starts to build a task of this step by hand, for tests. */
        public static Builder<Process> builder() {
            return new Builder<>("process", Process::new);
        }
    }

    /** A finished task of step {@link AccessingArtifacts#end}. */
    public static final class End extends SinceProcess {
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
            super(AccessingArtifactsRunner.DEFINITION, step, view);
        }

        /** Sets {@link AccessingArtifacts#data}. */
        public Builder<V> data(List<Integer> data) {
            return artifact("data", data);
        }

        /** Sets {@link AccessingArtifacts#result}. */
        public Builder<V> result(int result) {
            return artifact("result", result);
        }
    }
}
