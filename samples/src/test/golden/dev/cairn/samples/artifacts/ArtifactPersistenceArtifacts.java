package dev.cairn.samples.artifacts;

import dev.cairn.client.Task;
import dev.cairn.runtime.TaskArtifacts;
import dev.cairn.runtime.TaskView;
import dev.cairn.runtime.TaskViewBuilder;
import java.util.List;
import java.util.function.Function;
import javax.annotation.processing.Generated;

/** The artifacts of {@link ArtifactPersistence}, task by task. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class ArtifactPersistenceArtifacts {
    private ArtifactPersistenceArtifacts() {}

    /** The artifacts of {@link ArtifactPersistence}, by name. */
    public enum Name {
        SIZE("size"),
        DATA("data");

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

    /** What tasks from step {@link ArtifactPersistence#start} on have in common. */
    public abstract static class SinceStart extends TaskView<Name> {
        SinceStart(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** The task as the client sees it; not of a view that was built by hand. */
        public final Task task() {
            return Task.of(this);
        }

        /** {@link ArtifactPersistence#size}. */
        public final int size() {
            return artifact("size");
        }

        /**
         * {@link ArtifactPersistence#data}.
         *
         * @throws dev.cairn.runtime.AbsentArtifactException if it is absent
         */
        public final List<Integer> data() {
            return artifact("data");
        }
    }

    /** A finished task of step {@link ArtifactPersistence#start}. */
    public static final class Start extends SinceStart {
        Start(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** Starts to build a task of this step by hand, for tests. */
        public static Builder<Start> builder() {
            return new Builder<>("start", Start::new);
        }
    }

    /** A finished task of step {@link ArtifactPersistence#end}. */
    public static final class End extends SinceStart {
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
            super(ArtifactPersistenceRunner.DEFINITION, step, view);
        }

        /** Sets {@link ArtifactPersistence#size}. */
        public Builder<V> size(int size) {
            return artifact("size", size);
        }

        /** Sets {@link ArtifactPersistence#data}. */
        public Builder<V> data(List<Integer> data) {
            return artifact("data", data);
        }
    }
}
