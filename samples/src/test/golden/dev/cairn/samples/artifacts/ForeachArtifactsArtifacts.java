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

/** The artifacts of {@link ForeachArtifacts}, task by task. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class ForeachArtifactsArtifacts {
    private ForeachArtifactsArtifacts() {}

    /** The artifacts of {@link ForeachArtifacts}, by name. */
    public enum Name {
        PARAMETERS("parameters"),
        MODEL("model"),
        ACCURACY("accuracy"),
        ALL_MODELS("allModels"),
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

    /** What tasks from step {@link ForeachArtifacts#start} on have in common. */
    public abstract static class SinceStart extends TaskView<Name> {
        SinceStart(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** The task as the client sees it; not of a view that was built by hand. */
        public final Task task() {
            return Task.of(this);
        }

        /**
         * {@link ForeachArtifacts#parameters}.
         *
         * @throws dev.cairn.runtime.AbsentArtifactException if it is absent
         */
        public final List<ForeachArtifacts.Hyperparameters> parameters() {
            return artifact("parameters");
        }
    }

    /** A finished task of step {@link ForeachArtifacts#start}. */
    public static final class Start extends SinceStart {
        Start(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** Starts to build a task of this step by hand, for tests. */
        public static Builder<Start> builder() {
            return new Builder<>("start", Start::new);
        }
    }

    /** A finished task of step {@link ForeachArtifacts#train}. */
    public static final class Train extends SinceStart {
        Train(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** Starts to build a task of this step by hand, for tests. */
        public static Builder<Train> builder() {
            return new Builder<>("train", Train::new);
        }

        /**
         * {@link ForeachArtifacts#model}.
         *
         * @throws dev.cairn.runtime.AbsentArtifactException if it is absent
         */
        public List<Double> model() {
            return artifact("model");
        }

        /**
         * {@link ForeachArtifacts#accuracy}.
         *
         * @throws dev.cairn.runtime.AbsentArtifactException if it is absent
         */
        public double accuracy() {
            return artifact("accuracy");
        }
    }

    /** What tasks from step {@link ForeachArtifacts#join} on have in common. */
    public abstract static class SinceJoin extends TaskView<Name> {
        SinceJoin(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** The task as the client sees it; not of a view that was built by hand. */
        public final Task task() {
            return Task.of(this);
        }

        /**
         * {@link ForeachArtifacts#allModels}.
         *
         * @throws dev.cairn.runtime.AbsentArtifactException if it is absent
         */
        public final List<List<Double>> allModels() {
            return artifact("allModels");
        }

        /**
         * {@link ForeachArtifacts#bestAccuracy}.
         *
         * @throws dev.cairn.runtime.AbsentArtifactException if it is absent
         */
        public final double bestAccuracy() {
            return artifact("bestAccuracy");
        }
    }

    /** A finished task of step {@link ForeachArtifacts#join}. */
    public static final class Join extends SinceJoin {
        Join(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** Starts to build a task of this step by hand, for tests. */
        public static Builder<Join> builder() {
            return new Builder<>("join", Join::new);
        }
    }

    /** The inputs of join {@link ForeachArtifacts#join}, in the order of the items. */
    public static final class JoinInputs extends MergeableInputs<ForeachArtifacts, Name, Train> {
        JoinInputs(JoinedTasks tasks) {
            super(tasks);
        }

        /** Inputs built by hand, for tests. */
        public static JoinInputs of(Train... tasks) {
            return new JoinInputs(
                    JoinedTasks.built(ForeachArtifactsRunner.DEFINITION, "join", List.of(tasks)));
        }

        @Override
        protected Train view(TaskArtifacts artifacts) {
            return new Train(artifacts);
        }
    }

    /** A finished task of step {@link ForeachArtifacts#end}. */
    public static final class End extends SinceJoin {
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
            super(ForeachArtifactsRunner.DEFINITION, step, view);
        }

        /** Sets {@link ForeachArtifacts#parameters}. */
        public Builder<V> parameters(List<ForeachArtifacts.Hyperparameters> parameters) {
            return artifact("parameters", parameters);
        }

        /** Sets {@link ForeachArtifacts#model}. */
        public Builder<V> model(List<Double> model) {
            return artifact("model", model);
        }

        /** Sets {@link ForeachArtifacts#accuracy}. */
        public Builder<V> accuracy(double accuracy) {
            return artifact("accuracy", accuracy);
        }

        /** Sets {@link ForeachArtifacts#allModels}. */
        public Builder<V> allModels(List<List<Double>> allModels) {
            return artifact("allModels", allModels);
        }

        /** Sets {@link ForeachArtifacts#bestAccuracy}. */
        public Builder<V> bestAccuracy(double bestAccuracy) {
            return artifact("bestAccuracy", bestAccuracy);
        }
    }
}
