package dev.cairn.samples.artifacts;

import dev.cairn.client.Task;
import dev.cairn.runtime.TaskArtifacts;
import dev.cairn.runtime.TaskView;
import dev.cairn.runtime.TaskViewBuilder;
import java.util.function.Function;
import javax.annotation.processing.Generated;

/** The artifacts of {@link PrivateArtifacts}, task by task. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class PrivateArtifactsArtifacts {
    private PrivateArtifactsArtifacts() {}

    /** The artifacts of {@link PrivateArtifacts}, by name. */
    public enum Name {
        IMPORTANT_DATA("importantData"),
        LENGTH("length");

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

    /** What tasks from step {@link PrivateArtifacts#start} on have in common. */
    public abstract static class SinceStart extends TaskView<Name> {
        SinceStart(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** The task as the client sees it; not of a view that was built by hand. */
        public final Task task() {
            return Task.of(this);
        }

        /**
         * {@link PrivateArtifacts#importantData}.
         *
         * @throws dev.cairn.runtime.AbsentArtifactException if it is absent
         */
        public final String importantData() {
            return artifact("importantData");
        }
    }

    /** A finished task of step {@link PrivateArtifacts#start}. */
    public static final class Start extends SinceStart {
        Start(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** Starts to build a task of this step by hand, for tests. */
        public static Builder<Start> builder() {
            return new Builder<>("start", Start::new);
        }
    }

    /** A finished task of step {@link PrivateArtifacts#end}. */
    public static final class End extends SinceStart {
        End(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** Starts to build a task of this step by hand, for tests. */
        public static Builder<End> builder() {
            return new Builder<>("end", End::new);
        }

        /**
         * {@link PrivateArtifacts#length}.
         *
         * @throws dev.cairn.runtime.AbsentArtifactException if it is absent
         */
        public int length() {
            return artifact("length");
        }
    }

    /** Builds a finished task by hand, for tests. An artifact that is not set is absent. */
    public static final class Builder<V> extends TaskViewBuilder<V, Builder<V>> {
        private Builder(String step, Function<TaskArtifacts, V> view) {
            super(PrivateArtifactsRunner.DEFINITION, step, view);
        }

        /** Sets {@link PrivateArtifacts#importantData}. */
        public Builder<V> importantData(String importantData) {
            return artifact("importantData", importantData);
        }

        /** Sets {@link PrivateArtifacts#length}. */
        public Builder<V> length(int length) {
            return artifact("length", length);
        }
    }
}
