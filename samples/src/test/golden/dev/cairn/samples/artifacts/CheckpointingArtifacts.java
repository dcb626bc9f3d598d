package dev.cairn.samples.artifacts;

import dev.cairn.client.Task;
import dev.cairn.runtime.TaskArtifacts;
import dev.cairn.runtime.TaskView;
import dev.cairn.runtime.TaskViewBuilder;
import java.util.function.Function;
import javax.annotation.processing.Generated;

/** The artifacts of {@link Checkpointing}, task by task. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class CheckpointingArtifacts {
    private CheckpointingArtifacts() {}

    /** The artifacts of {@link Checkpointing}, by name. */
    public enum Name {
        MODEL("model"),
        CHECKPOINT("checkpoint");

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

    /** What tasks from step {@link Checkpointing#start} on have in common. */
    public abstract static class SinceStart extends TaskView<Name> {
        SinceStart(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** The task as the client sees it; not of a view that was built by hand. */
        public final Task task() {
            return Task.of(this);
        }

        /**
         * {@link Checkpointing#model}.
         *
         * @throws dev.cairn.runtime.AbsentArtifactException if it is absent
         */
        public final Checkpointing.State model() {
            return artifact("model");
        }
    }

    /** A finished task of step {@link Checkpointing#start}. */
    public static final class Start extends SinceStart {
        Start(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** Starts to build a task of this step by hand, for tests. */
        public static Builder<Start> builder() {
            return new Builder<>("start", Start::new);
        }
    }

    /** What tasks from step {@link Checkpointing#train} on have in common. */
    public abstract static class SinceTrain extends SinceStart {
        SinceTrain(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /**
         * {@link Checkpointing#checkpoint}.
         *
         * @throws dev.cairn.runtime.AbsentArtifactException if it is absent
         */
        public final Checkpointing.State checkpoint() {
            return artifact("checkpoint");
        }
    }

    /** A finished task of step {@link Checkpointing#train}. */
    public static final class Train extends SinceTrain {
        Train(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** Starts to build a task of this step by hand, for tests. */
        public static Builder<Train> builder() {
            return new Builder<>("train", Train::new);
        }
    }

    /** A finished task of step {@link Checkpointing#end}. */
    public static final class End extends SinceTrain {
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
            super(CheckpointingRunner.DEFINITION, step, view);
        }

        /** Sets {@link Checkpointing#model}. */
        public Builder<V> model(Checkpointing.State model) {
            return artifact("model", model);
        }

        /** Sets {@link Checkpointing#checkpoint}. */
        public Builder<V> checkpoint(Checkpointing.State checkpoint) {
            return artifact("checkpoint", checkpoint);
        }
    }
}
