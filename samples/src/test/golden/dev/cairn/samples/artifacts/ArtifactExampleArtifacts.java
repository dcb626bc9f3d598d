package dev.cairn.samples.artifacts;

import dev.cairn.client.Task;
import dev.cairn.runtime.TaskArtifacts;
import dev.cairn.runtime.TaskView;
import dev.cairn.runtime.TaskViewBuilder;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.annotation.processing.Generated;

/** The artifacts of {@link ArtifactExample}, task by task. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class ArtifactExampleArtifacts {
    private ArtifactExampleArtifacts() {}

    /** The artifacts of {@link ArtifactExample}, by name. */
    public enum Name {
        RAW_DATA("rawData"),
        MODEL("model"),
        ACCURACY("accuracy"),
        METADATA("metadata");

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

    /** What tasks from step {@link ArtifactExample#start} on have in common. */
    public abstract static class SinceStart extends TaskView<Name> {
        SinceStart(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** The task as the client sees it; not of a view that was built by hand. */
        public final Task task() {
            return Task.of(this);
        }

        /**
         * {@link ArtifactExample#rawData}.
         *
         * @throws dev.cairn.runtime.AbsentArtifactException if it is absent
         */
        public final List<Integer> rawData() {
            return artifact("rawData");
        }

        /**
         * {@link ArtifactExample#model}.
         *
         * @throws dev.cairn.runtime.AbsentArtifactException if it is absent
         */
        public final Map<String, List<Double>> model() {
            return artifact("model");
        }

        /**
         * {@link ArtifactExample#accuracy}.
         *
         * @throws dev.cairn.runtime.AbsentArtifactException if it is absent
         */
        public final double accuracy() {
            return artifact("accuracy");
        }

        /**
         * {@link ArtifactExample#metadata}.
         *
         * @throws dev.cairn.runtime.AbsentArtifactException if it is absent
         */
        public final Map<String, String> metadata() {
            return artifact("metadata");
        }
    }

    /** A finished task of step {@link ArtifactExample#start}. */
    public static final class Start extends SinceStart {
        Start(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** Starts to build a task of this step by hand, for tests. */
        public static Builder<Start> builder() {
            return new Builder<>("start", Start::new);
        }
    }

    /** A finished task of step {@link ArtifactExample#end}. */
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
            super(ArtifactExampleRunner.DEFINITION, step, view);
        }

        /** Sets {@link ArtifactExample#rawData}. */
        public Builder<V> rawData(List<Integer> rawData) {
            return artifact("rawData", rawData);
        }

        /** Sets {@link ArtifactExample#model}. */
        public Builder<V> model(Map<String, List<Double>> model) {
            return artifact("model", model);
        }

        /** Sets {@link ArtifactExample#accuracy}. */
        public Builder<V> accuracy(double accuracy) {
            return artifact("accuracy", accuracy);
        }

        /** Sets {@link ArtifactExample#metadata}. */
        public Builder<V> metadata(Map<String, String> metadata) {
            return artifact("metadata", metadata);
        }
    }
}
