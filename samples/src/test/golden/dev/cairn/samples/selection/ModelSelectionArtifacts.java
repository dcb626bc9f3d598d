package dev.cairn.samples.selection;

import dev.cairn.client.Task;
import dev.cairn.runtime.JoinedTasks;
import dev.cairn.runtime.MergeableInputs;
import dev.cairn.runtime.TaskArtifacts;
import dev.cairn.runtime.TaskView;
import dev.cairn.runtime.TaskViewBuilder;
import java.util.List;
import javax.annotation.processing.Generated;

/** The artifacts of {@link ModelSelection}, task by task. The accessor of one that is absent throws {@link dev.cairn.runtime.AbsentArtifactException}. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class ModelSelectionArtifacts {
    private ModelSelectionArtifacts() {}

    /** The artifacts of {@link ModelSelection}, by name. */
    public enum Name {
        /** {@link ModelSelection#rates}. */
        RATES("rates"),

        /** {@link ModelSelection#candidates}. */
        CANDIDATES("candidates"),

        /** {@link ModelSelection#model}. */
        MODEL("model"),

        /** {@link ModelSelection#accuracy}. */
        ACCURACY("accuracy"),

        /** {@link ModelSelection#bestAccuracy}. */
        BEST_ACCURACY("bestAccuracy");

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

    /** What the tasks of step {@link ModelSelection#start} and of later steps have in common. */
    public abstract static class SinceStart extends TaskView<Name> {
        SinceStart(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** {@return the task as the client sees it; a view that was built by hand has none} */
        public final Task task() {
            return Task.of(this);
        }

        /** {@return {@link ModelSelection#rates}} */
        public final List<Double> rates() {
            return artifact("rates");
        }

        /** {@return {@link ModelSelection#candidates}, if it exists} */
        public final List<Config> candidates() {
            return artifact("candidates");
        }
    }

    /** A finished task of step {@link ModelSelection#start}. */
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

    /** A finished task of step {@link ModelSelection#train}. */
    public static final class Train extends SinceStart {
        Train(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /**
         * Starts to build a task of this step by hand, for tests.
         *
         * @return a builder, in which nothing is set
         */
        public static Builder<Train> builder() {
            return new Builder<Train>("train");
        }

        /** {@return {@link ModelSelection#model}, if it exists} */
        public Model model() {
            return (Model) value("model");
        }

        /** {@return {@link ModelSelection#accuracy}, if it exists} */
        public double accuracy() {
            return (double) value("accuracy");
        }
    }

    /** What the tasks of step {@link ModelSelection#join} and of later steps have in common. */
    public abstract static class SinceJoin extends TaskView<Name> {
        SinceJoin(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** {@return the task as the client sees it; a view that was built by hand has none} */
        public final Task task() {
            return Task.of(this);
        }

        /** {@return {@link ModelSelection#rates}} */
        public final List<Double> rates() {
            return artifact("rates");
        }

        /** {@return {@link ModelSelection#bestAccuracy}, if it exists} */
        public final double bestAccuracy() {
            return (double) value("bestAccuracy");
        }
    }

    /** A finished task of step {@link ModelSelection#join}. */
    public static final class Join extends SinceJoin {
        Join(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /**
         * Starts to build a task of this step by hand, for tests.
         *
         * @return a builder, in which nothing is set
         */
        public static Builder<Join> builder() {
            return new Builder<Join>("join");
        }
    }

    /** The inputs of join {@link ModelSelection#join}, in the order of the items. */
    public static final class JoinInputs extends MergeableInputs<ModelSelection, Name, Train> {
        JoinInputs(JoinedTasks tasks) {
            super(tasks);
        }

        /**
         * Inputs built by hand, for tests.
         *
         * @param tasks what arrives at the join
         * @return the inputs, in this order
         */
        public static JoinInputs of(Train... tasks) {
            return new JoinInputs(
                    JoinedTasks.built(ModelSelectionRunner.DEFINITION, "join", tasks));
        }

        @Override
        protected Train view(TaskArtifacts artifacts) {
            return new Train(artifacts);
        }
    }

    /** A finished task of step {@link ModelSelection#end}. */
    public static final class End extends SinceJoin {
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
            super(ModelSelectionRunner.DEFINITION, step);
        }

        /**
         * Sets {@link ModelSelection#rates}.
         *
         * @param rates what the step left in it
         * @return this builder
         */
        public Builder<V> rates(List<Double> rates) {
            return artifact("rates", rates);
        }

        /**
         * Sets {@link ModelSelection#candidates}.
         *
         * @param candidates what the step left in it
         * @return this builder
         */
        public Builder<V> candidates(List<Config> candidates) {
            return artifact("candidates", candidates);
        }

        /**
         * Sets {@link ModelSelection#model}.
         *
         * @param model what the step left in it
         * @return this builder
         */
        public Builder<V> model(Model model) {
            return artifact("model", model);
        }

        /**
         * Sets {@link ModelSelection#accuracy}.
         *
         * @param accuracy what the step left in it
         * @return this builder
         */
        public Builder<V> accuracy(double accuracy) {
            return artifact("accuracy", accuracy);
        }

        /**
         * Sets {@link ModelSelection#bestAccuracy}.
         *
         * @param bestAccuracy what the step left in it
         * @return this builder
         */
        public Builder<V> bestAccuracy(double bestAccuracy) {
            return artifact("bestAccuracy", bestAccuracy);
        }
    }
}
