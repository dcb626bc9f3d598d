package dev.cairn.samples.artifacts;

import dev.cairn.client.Task;
import dev.cairn.runtime.TaskArtifacts;
import dev.cairn.runtime.TaskView;
import dev.cairn.runtime.TaskViewBuilder;
import java.util.List;
import java.util.function.Function;
import javax.annotation.processing.Generated;

/** The artifacts of {@link BestPractices}, task by task. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class BestPracticesArtifacts {
    private BestPracticesArtifacts() {}

    /** The artifacts of {@link BestPractices}, by name. */
    public enum Name {
        CLEANED_TEMPERATURES("cleanedTemperatures"),
        RAW_DATA_KEY("rawDataKey"),
        MEAN_TEMPERATURE("meanTemperature");

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

    /** What tasks from step {@link BestPractices#start} on have in common. */
    public abstract static class SinceStart extends TaskView<Name> {
        SinceStart(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** The task as the client sees it; not of a view that was built by hand. */
        public final Task task() {
            return Task.of(this);
        }

        /**
         * {@link BestPractices#cleanedTemperatures}.
         *
         * @throws dev.cairn.runtime.AbsentArtifactException if it is absent
         */
        public final List<Double> cleanedTemperatures() {
            return artifact("cleanedTemperatures");
        }

        /**
         * {@link BestPractices#rawDataKey}.
         *
         * @throws dev.cairn.runtime.AbsentArtifactException if it is absent
         */
        public final String rawDataKey() {
            return artifact("rawDataKey");
        }
    }

    /** A finished task of step {@link BestPractices#start}. */
    public static final class Start extends SinceStart {
        Start(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** Starts to build a task of this step by hand, for tests. */
        public static Builder<Start> builder() {
            return new Builder<>("start", Start::new);
        }
    }

    /** What tasks from step {@link BestPractices#average} on have in common. */
    public abstract static class SinceAverage extends SinceStart {
        SinceAverage(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /**
         * {@link BestPractices#meanTemperature}.
         *
         * @throws dev.cairn.runtime.AbsentArtifactException if it is absent
         */
        public final double meanTemperature() {
            return artifact("meanTemperature");
        }
    }

    /** A finished task of step {@link BestPractices#average}. */
    public static final class Average extends SinceAverage {
        Average(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** Starts to build a task of this step by hand, for tests. */
        public static Builder<Average> builder() {
            return new Builder<>("average", Average::new);
        }
    }

    /** A finished task of step {@link BestPractices#end}. */
    public static final class End extends SinceAverage {
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
            super(BestPracticesRunner.DEFINITION, step, view);
        }

        /** Sets {@link BestPractices#cleanedTemperatures}. */
        public Builder<V> cleanedTemperatures(List<Double> cleanedTemperatures) {
            return artifact("cleanedTemperatures", cleanedTemperatures);
        }

        /** Sets {@link BestPractices#rawDataKey}. */
        public Builder<V> rawDataKey(String rawDataKey) {
            return artifact("rawDataKey", rawDataKey);
        }

        /** Sets {@link BestPractices#meanTemperature}. */
        public Builder<V> meanTemperature(double meanTemperature) {
            return artifact("meanTemperature", meanTemperature);
        }
    }
}
