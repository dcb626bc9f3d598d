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
import java.util.function.Function;
import javax.annotation.processing.Generated;
import org.tribuo.Model;
import org.tribuo.classification.Label;

/** The artifacts of {@link PenguinFlow}, task by task. The accessor of one that is absent throws {@link dev.cairn.runtime.AbsentArtifactException}. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class PenguinFlowArtifacts {
    private PenguinFlowArtifacts() {}

    /** The artifacts of {@link PenguinFlow}, by name. */
    public enum Name {
        DATA("data"),
        FOLDS("folds"),
        HELD_OUT_SHARE("heldOutShare"),
        SEED("seed"),
        TRAINING("training"),
        HELD_OUT("heldOut"),
        CANDIDATES("candidates"),
        CANDIDATE("candidate"),
        MEAN_ACCURACY("meanAccuracy"),
        BEST("best"),
        MODEL("model"),
        CONFUSION("confusion"),
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

        /** The task as the client sees it; a view that was built by hand has none. */
        public final Task task() {
            return Task.of(this);
        }

        /** {@link PenguinFlow#data}. */
        public final IncludedFile data() {
            return artifact("data");
        }

        /** {@link PenguinFlow#folds}. */
        public final int folds() {
            return artifact("folds");
        }

        /** {@link PenguinFlow#heldOutShare}. */
        public final double heldOutShare() {
            return artifact("heldOutShare");
        }

        /** {@link PenguinFlow#seed}. */
        public final long seed() {
            return artifact("seed");
        }

        /** {@link PenguinFlow#training}, if it exists. */
        public final List<Penguin> training() {
            return artifact("training");
        }

        /** {@link PenguinFlow#heldOut}, if it exists. */
        public final List<Penguin> heldOut() {
            return artifact("heldOut");
        }

        /** {@link PenguinFlow#candidates}, if it exists. */
        public final List<Candidate> candidates() {
            return artifact("candidates");
        }
    }

    /** A finished task of step {@link PenguinFlow#start}. */
    public static final class Start extends SinceStart {
        Start(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** Starts to build a task of this step by hand, for tests. */
        public static Builder<Start> builder() {
            return new Builder<>("start", Start::new);
        }
    }

    /** A finished task of step {@link PenguinFlow#evaluate}. */
    public static final class Evaluate extends SinceStart {
        Evaluate(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** Starts to build a task of this step by hand, for tests. */
        public static Builder<Evaluate> builder() {
            return new Builder<>("evaluate", Evaluate::new);
        }

        /** {@link PenguinFlow#candidate}, if it exists. */
        public Candidate candidate() {
            return artifact("candidate");
        }

        /** {@link PenguinFlow#meanAccuracy}, if it exists. */
        public double meanAccuracy() {
            return artifact("meanAccuracy");
        }
    }

    /** What the tasks of step {@link PenguinFlow#choose} and of later steps have in common. */
    public abstract static class SinceChoose extends TaskView<Name> {
        SinceChoose(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** The task as the client sees it; a view that was built by hand has none. */
        public final Task task() {
            return Task.of(this);
        }

        /** {@link PenguinFlow#data}. */
        public final IncludedFile data() {
            return artifact("data");
        }

        /** {@link PenguinFlow#folds}. */
        public final int folds() {
            return artifact("folds");
        }

        /** {@link PenguinFlow#heldOutShare}. */
        public final double heldOutShare() {
            return artifact("heldOutShare");
        }

        /** {@link PenguinFlow#seed}. */
        public final long seed() {
            return artifact("seed");
        }

        /** {@link PenguinFlow#training}, if it exists. */
        public final List<Penguin> training() {
            return artifact("training");
        }

        /** {@link PenguinFlow#heldOut}, if it exists. */
        public final List<Penguin> heldOut() {
            return artifact("heldOut");
        }

        /** {@link PenguinFlow#best}, if it exists. */
        public final Candidate best() {
            return artifact("best");
        }
    }

    /** A finished task of step {@link PenguinFlow#choose}. */
    public static final class Choose extends SinceChoose {
        Choose(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** Starts to build a task of this step by hand, for tests. */
        public static Builder<Choose> builder() {
            return new Builder<>("choose", Choose::new);
        }
    }

    /** The inputs of join {@link PenguinFlow#choose}, in the order of the items. */
    public static final class ChooseInputs extends MergeableInputs<PenguinFlow, Name, Evaluate> {
        ChooseInputs(JoinedTasks tasks) {
            super(tasks);
        }

        /** Inputs built by hand, for tests. */
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

        /** {@link PenguinFlow#model}, if it exists. */
        public final Model<Label> model() {
            return artifact("model");
        }
    }

    /** A finished task of step {@link PenguinFlow#train}. */
    public static final class Train extends SinceTrain {
        Train(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** Starts to build a task of this step by hand, for tests. */
        public static Builder<Train> builder() {
            return new Builder<>("train", Train::new);
        }
    }

    /** A finished task of step {@link PenguinFlow#end}. */
    public static final class End extends SinceTrain {
        End(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** Starts to build a task of this step by hand, for tests. */
        public static Builder<End> builder() {
            return new Builder<>("end", End::new);
        }

        /** {@link PenguinFlow#confusion}, if it exists. */
        public Map<Species, Map<Species, Integer>> confusion() {
            return artifact("confusion");
        }

        /** {@link PenguinFlow#accuracy}, if it exists. */
        public double accuracy() {
            return artifact("accuracy");
        }
    }

    /** Builds a finished task by hand, for tests. An artifact that is not set is absent. */
    public static final class Builder<V> extends TaskViewBuilder<V, Builder<V>> {
        private Builder(String step, Function<TaskArtifacts, V> view) {
            super(PenguinFlowRunner.DEFINITION, step, view);
        }

        /** Sets {@link PenguinFlow#data}. */
        public Builder<V> data(IncludedFile data) {
            return artifact("data", data);
        }

        /** Sets {@link PenguinFlow#folds}. */
        public Builder<V> folds(int folds) {
            return artifact("folds", folds);
        }

        /** Sets {@link PenguinFlow#heldOutShare}. */
        public Builder<V> heldOutShare(double heldOutShare) {
            return artifact("heldOutShare", heldOutShare);
        }

        /** Sets {@link PenguinFlow#seed}. */
        public Builder<V> seed(long seed) {
            return artifact("seed", seed);
        }

        /** Sets {@link PenguinFlow#training}. */
        public Builder<V> training(List<Penguin> training) {
            return artifact("training", training);
        }

        /** Sets {@link PenguinFlow#heldOut}. */
        public Builder<V> heldOut(List<Penguin> heldOut) {
            return artifact("heldOut", heldOut);
        }

        /** Sets {@link PenguinFlow#candidates}. */
        public Builder<V> candidates(List<Candidate> candidates) {
            return artifact("candidates", candidates);
        }

        /** Sets {@link PenguinFlow#candidate}. */
        public Builder<V> candidate(Candidate candidate) {
            return artifact("candidate", candidate);
        }

        /** Sets {@link PenguinFlow#meanAccuracy}. */
        public Builder<V> meanAccuracy(double meanAccuracy) {
            return artifact("meanAccuracy", meanAccuracy);
        }

        /** Sets {@link PenguinFlow#best}. */
        public Builder<V> best(Candidate best) {
            return artifact("best", best);
        }

        /** Sets {@link PenguinFlow#model}. */
        public Builder<V> model(Model<Label> model) {
            return artifact("model", model);
        }

        /** Sets {@link PenguinFlow#confusion}. */
        public Builder<V> confusion(Map<Species, Map<Species, Integer>> confusion) {
            return artifact("confusion", confusion);
        }

        /** Sets {@link PenguinFlow#accuracy}. */
        public Builder<V> accuracy(double accuracy) {
            return artifact("accuracy", accuracy);
        }
    }
}
