package dev.cairn.samples.penguins;

import dev.cairn.client.Task;
import dev.cairn.runtime.IncludedFile;
import dev.cairn.runtime.JoinedTasks;
import dev.cairn.runtime.MergeableInputs;
import dev.cairn.runtime.TaskArtifacts;
import dev.cairn.runtime.TaskView;
import dev.cairn.runtime.TaskViewBuilder;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Generated;
import org.tribuo.Model;
import org.tribuo.classification.Label;

/** The artifacts of {@link PenguinFlow}, task by task. The accessor of one that is absent throws {@link dev.cairn.runtime.AbsentArtifactException}. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class PenguinFlowArtifacts {
    private PenguinFlowArtifacts() {}

    /** The artifacts of {@link PenguinFlow}, by name. */
    public enum Name {
        /** {@link PenguinFlow#data}. */
        DATA("data"),

        /** {@link PenguinFlow#folds}. */
        FOLDS("folds"),

        /** {@link PenguinFlow#heldOutShare}. */
        HELD_OUT_SHARE("heldOutShare"),

        /** {@link PenguinFlow#seed}. */
        SEED("seed"),

        /** {@link PenguinFlow#training}. */
        TRAINING("training"),

        /** {@link PenguinFlow#heldOut}. */
        HELD_OUT("heldOut"),

        /** {@link PenguinFlow#candidates}. */
        CANDIDATES("candidates"),

        /** {@link PenguinFlow#candidate}. */
        CANDIDATE("candidate"),

        /** {@link PenguinFlow#meanAccuracy}. */
        MEAN_ACCURACY("meanAccuracy"),

        /** {@link PenguinFlow#best}. */
        BEST("best"),

        /** {@link PenguinFlow#model}. */
        MODEL("model"),

        /** {@link PenguinFlow#confusion}. */
        CONFUSION("confusion"),

        /** {@link PenguinFlow#accuracy}. */
        ACCURACY("accuracy");

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

    /** What the tasks of step {@link PenguinFlow#start} and of later steps have in common. */
    public abstract static class SinceStart extends TaskView<Name> {
        SinceStart(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** {@return the task as the client sees it; a view that was built by hand has none} */
        public final Task task() {
            return Task.of(this);
        }

        /** {@return {@link PenguinFlow#data}} */
        public final IncludedFile data() {
            return (IncludedFile) value("data");
        }

        /** {@return {@link PenguinFlow#folds}} */
        public final int folds() {
            return (int) value("folds");
        }

        /** {@return {@link PenguinFlow#heldOutShare}} */
        public final double heldOutShare() {
            return (double) value("heldOutShare");
        }

        /** {@return {@link PenguinFlow#seed}} */
        public final long seed() {
            return (long) value("seed");
        }

        /** {@return {@link PenguinFlow#training}, if it exists} */
        public final List<Penguin> training() {
            return artifact("training");
        }

        /** {@return {@link PenguinFlow#heldOut}, if it exists} */
        public final List<Penguin> heldOut() {
            return artifact("heldOut");
        }

        /** {@return {@link PenguinFlow#candidates}, if it exists} */
        public final List<Candidate> candidates() {
            return artifact("candidates");
        }
    }

    /** A finished task of step {@link PenguinFlow#start}. */
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

    /** A finished task of step {@link PenguinFlow#evaluate}. */
    public static final class Evaluate extends SinceStart {
        Evaluate(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /**
         * Starts to build a task of this step by hand, for tests.
         *
         * @return a builder, in which nothing is set
         */
        public static Builder<Evaluate> builder() {
            return new Builder<Evaluate>("evaluate");
        }

        /** {@return {@link PenguinFlow#candidate}, if it exists} */
        public Candidate candidate() {
            return (Candidate) value("candidate");
        }

        /** {@return {@link PenguinFlow#meanAccuracy}, if it exists} */
        public double meanAccuracy() {
            return (double) value("meanAccuracy");
        }
    }

    /** What the tasks of step {@link PenguinFlow#choose} and of later steps have in common. */
    public abstract static class SinceChoose extends TaskView<Name> {
        SinceChoose(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** {@return the task as the client sees it; a view that was built by hand has none} */
        public final Task task() {
            return Task.of(this);
        }

        /** {@return {@link PenguinFlow#data}} */
        public final IncludedFile data() {
            return (IncludedFile) value("data");
        }

        /** {@return {@link PenguinFlow#folds}} */
        public final int folds() {
            return (int) value("folds");
        }

        /** {@return {@link PenguinFlow#heldOutShare}} */
        public final double heldOutShare() {
            return (double) value("heldOutShare");
        }

        /** {@return {@link PenguinFlow#seed}} */
        public final long seed() {
            return (long) value("seed");
        }

        /** {@return {@link PenguinFlow#training}, if it exists} */
        public final List<Penguin> training() {
            return artifact("training");
        }

        /** {@return {@link PenguinFlow#heldOut}, if it exists} */
        public final List<Penguin> heldOut() {
            return artifact("heldOut");
        }

        /** {@return {@link PenguinFlow#best}, if it exists} */
        public final Candidate best() {
            return (Candidate) value("best");
        }
    }

    /** A finished task of step {@link PenguinFlow#choose}. */
    public static final class Choose extends SinceChoose {
        Choose(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /**
         * Starts to build a task of this step by hand, for tests.
         *
         * @return a builder, in which nothing is set
         */
        public static Builder<Choose> builder() {
            return new Builder<Choose>("choose");
        }
    }

    /** The inputs of join {@link PenguinFlow#choose}, in the order of the items. */
    public static final class ChooseInputs extends MergeableInputs<PenguinFlow, Name, Evaluate> {
        ChooseInputs(JoinedTasks tasks) {
            super(tasks);
        }

        /**
         * Inputs built by hand, for tests.
         *
         * @param tasks what arrives at the join
         * @return the inputs, in this order
         */
        public static ChooseInputs of(Evaluate... tasks) {
            return new ChooseInputs(
                    JoinedTasks.built(PenguinFlowRunner.DEFINITION, "choose", tasks));
        }

        @Override
        protected Evaluate view(TaskArtifacts artifacts) {
            return new Evaluate(artifacts);
        }
    }

    /** What the tasks of step {@link PenguinFlow#train} and of later steps have in common. */
    public abstract static class SinceTrain extends SinceChoose {
        SinceTrain(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** {@return {@link PenguinFlow#model}, if it exists} */
        public final Model<Label> model() {
            return artifact("model");
        }
    }

    /** A finished task of step {@link PenguinFlow#train}. */
    public static final class Train extends SinceTrain {
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
    }

    /** A finished task of step {@link PenguinFlow#end}. */
    public static final class End extends SinceTrain {
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

        /** {@return {@link PenguinFlow#confusion}, if it exists} */
        public Map<Species, Map<Species, Integer>> confusion() {
            return artifact("confusion");
        }

        /** {@return {@link PenguinFlow#accuracy}, if it exists} */
        public double accuracy() {
            return (double) value("accuracy");
        }
    }

    /**
     * Builds a finished task by hand, for tests. An artifact that is not set is absent.
     *
     * @param <V> the view of the task
     */
    public static final class Builder<V> extends TaskViewBuilder<V, Builder<V>> {
        private Builder(String step) {
            super(PenguinFlowRunner.DEFINITION, step);
        }

        /**
         * Sets {@link PenguinFlow#data}.
         *
         * @param data what the step left in it
         * @return this builder
         */
        public Builder<V> data(IncludedFile data) {
            return artifact("data", data);
        }

        /**
         * Sets {@link PenguinFlow#folds}.
         *
         * @param folds what the step left in it
         * @return this builder
         */
        public Builder<V> folds(int folds) {
            return artifact("folds", folds);
        }

        /**
         * Sets {@link PenguinFlow#heldOutShare}.
         *
         * @param heldOutShare what the step left in it
         * @return this builder
         */
        public Builder<V> heldOutShare(double heldOutShare) {
            return artifact("heldOutShare", heldOutShare);
        }

        /**
         * Sets {@link PenguinFlow#seed}.
         *
         * @param seed what the step left in it
         * @return this builder
         */
        public Builder<V> seed(long seed) {
            return artifact("seed", seed);
        }

        /**
         * Sets {@link PenguinFlow#training}.
         *
         * @param training what the step left in it
         * @return this builder
         */
        public Builder<V> training(List<Penguin> training) {
            return artifact("training", training);
        }

        /**
         * Sets {@link PenguinFlow#heldOut}.
         *
         * @param heldOut what the step left in it
         * @return this builder
         */
        public Builder<V> heldOut(List<Penguin> heldOut) {
            return artifact("heldOut", heldOut);
        }

        /**
         * Sets {@link PenguinFlow#candidates}.
         *
         * @param candidates what the step left in it
         * @return this builder
         */
        public Builder<V> candidates(List<Candidate> candidates) {
            return artifact("candidates", candidates);
        }

        /**
         * Sets {@link PenguinFlow#candidate}.
         *
         * @param candidate what the step left in it
         * @return this builder
         */
        public Builder<V> candidate(Candidate candidate) {
            return artifact("candidate", candidate);
        }

        /**
         * Sets {@link PenguinFlow#meanAccuracy}.
         *
         * @param meanAccuracy what the step left in it
         * @return this builder
         */
        public Builder<V> meanAccuracy(double meanAccuracy) {
            return artifact("meanAccuracy", meanAccuracy);
        }

        /**
         * Sets {@link PenguinFlow#best}.
         *
         * @param best what the step left in it
         * @return this builder
         */
        public Builder<V> best(Candidate best) {
            return artifact("best", best);
        }

        /**
         * Sets {@link PenguinFlow#model}.
         *
         * @param model what the step left in it
         * @return this builder
         */
        public Builder<V> model(Model<Label> model) {
            return artifact("model", model);
        }

        /**
         * Sets {@link PenguinFlow#confusion}.
         *
         * @param confusion what the step left in it
         * @return this builder
         */
        public Builder<V> confusion(Map<Species, Map<Species, Integer>> confusion) {
            return artifact("confusion", confusion);
        }

        /**
         * Sets {@link PenguinFlow#accuracy}.
         *
         * @param accuracy what the step left in it
         * @return this builder
         */
        public Builder<V> accuracy(double accuracy) {
            return artifact("accuracy", accuracy);
        }
    }
}
