package dev.cairn.samples.artifacts;

import dev.cairn.client.Task;
import dev.cairn.runtime.TaskArtifacts;
import dev.cairn.runtime.TaskView;
import dev.cairn.runtime.TaskViewBuilder;
import java.util.function.Function;
import javax.annotation.processing.Generated;

/** The artifacts of {@link ExternalStorage}, task by task. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class ExternalStorageArtifacts {
    private ExternalStorageArtifacts() {}

    /** The artifacts of {@link ExternalStorage}, by name. */
    public enum Name {
        DATA_KEY("dataKey"),
        LINES("lines");

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

    /** What tasks from step {@link ExternalStorage#start} on have in common. */
    public abstract static class SinceStart extends TaskView<Name> {
        SinceStart(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** The task as the client sees it; not of a view that was built by hand. */
        public final Task task() {
            return Task.of(this);
        }

        /**
         * {@link ExternalStorage#dataKey}.
         *
         * @throws dev.cairn.runtime.AbsentArtifactException if it is absent
         */
        public final String dataKey() {
            return artifact("dataKey");
        }
    }

    /** A finished task of step {@link ExternalStorage#start}. */
    public static final class Start extends SinceStart {
        Start(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** Starts to build a task of this step by hand, for tests. */
        public static Builder<Start> builder() {
            return new Builder<>("start", Start::new);
        }
    }

    /** A finished task of step {@link ExternalStorage#end}. */
    public static final class End extends SinceStart {
        End(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** Starts to build a task of this step by hand, for tests. */
        public static Builder<End> builder() {
            return new Builder<>("end", End::new);
        }

        /**
         * {@link ExternalStorage#lines}.
         *
         * @throws dev.cairn.runtime.AbsentArtifactException if it is absent
         */
        public long lines() {
            return artifact("lines");
        }
    }

    /** Builds a finished task by hand, for tests. An artifact that is not set is absent. */
    public static final class Builder<V> extends TaskViewBuilder<V, Builder<V>> {
        private Builder(String step, Function<TaskArtifacts, V> view) {
            super(ExternalStorageRunner.DEFINITION, step, view);
        }

        /** Sets {@link ExternalStorage#dataKey}. */
        public Builder<V> dataKey(String dataKey) {
            return artifact("dataKey", dataKey);
        }

        /** Sets {@link ExternalStorage#lines}. */
        public Builder<V> lines(long lines) {
            return artifact("lines", lines);
        }
    }
}
