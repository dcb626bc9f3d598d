package dev.cairn.samples.artifacts;

import dev.cairn.client.Task;
import dev.cairn.runtime.TaskArtifacts;
import dev.cairn.runtime.TaskView;
import dev.cairn.runtime.TaskViewBuilder;
import java.util.Map;
import javax.annotation.processing.Generated;

/** The artifacts of {@link ArtifactCollections}, task by task. The accessor of one that is absent throws {@link dev.cairn.runtime.AbsentArtifactException}. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class ArtifactCollectionsArtifacts {
    private ArtifactCollectionsArtifacts() {}

    /** The artifacts of {@link ArtifactCollections}, by name. */
    public enum Name {
        /** {@link ArtifactCollections#results}. */
        RESULTS("results");

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

    /** What the tasks of step {@link ArtifactCollections#start} and of later steps have in common. */
    public abstract static class SinceStart extends TaskView<Name> {
        SinceStart(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** {@return the task as the client sees it; a view that was built by hand has none} */
        public final Task task() {
            return Task.of(this);
        }
    }

    /** A finished task of step {@link ArtifactCollections#start}. */
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

    /** What the tasks of step {@link ArtifactCollections#analyze} and of later steps have in common. */
    public abstract static class SinceAnalyze extends SinceStart {
        SinceAnalyze(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** {@return {@link ArtifactCollections#results}, if it exists} */
        public final Map<String, Object> results() {
            return artifact("results");
        }
    }

    /** A finished task of step {@link ArtifactCollections#analyze}. */
    public static final class Analyze extends SinceAnalyze {
        Analyze(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /**
         * Starts to build a task of this step by hand, for tests.
         *
         * @return a builder, in which nothing is set
         */
        public static Builder<Analyze> builder() {
            return new Builder<Analyze>("analyze");
        }
    }

    /** A finished task of step {@link ArtifactCollections#end}. */
    public static final class End extends SinceAnalyze {
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
            super(ArtifactCollectionsRunner.DEFINITION, step);
        }

        /**
         * Sets {@link ArtifactCollections#results}.
         *
         * @param results what the step left in it
         * @return this builder
         */
        public Builder<V> results(Map<String, Object> results) {
            return artifact("results", results);
        }
    }
}
