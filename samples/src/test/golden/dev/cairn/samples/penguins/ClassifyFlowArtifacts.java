package dev.cairn.samples.penguins;

import dev.cairn.client.Task;
import dev.cairn.runtime.TaskArtifacts;
import dev.cairn.runtime.TaskView;
import dev.cairn.runtime.TaskViewBuilder;
import java.util.function.Function;
import javax.annotation.processing.Generated;
import org.tribuo.Model;
import org.tribuo.classification.Label;

/** The artifacts of {@link ClassifyFlow}, task by task. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class ClassifyFlowArtifacts {
    private ClassifyFlowArtifacts() {}

    /** The artifacts of {@link ClassifyFlow}, by name. */
    public enum Name {
        MODEL_RUN("modelRun"),
        BILL_LENGTH("billLength"),
        BILL_DEPTH("billDepth"),
        FLIPPER_LENGTH("flipperLength"),
        BODY_MASS("bodyMass"),
        MODEL("model"),
        ACCURACY("accuracy"),
        SPECIES("species");

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

    /** What tasks from step {@link ClassifyFlow#start} on have in common. */
    public abstract static class SinceStart extends TaskView<Name> {
        SinceStart(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** The task as the client sees it; not of a view that was built by hand. */
        public final Task task() {
            return Task.of(this);
        }

        /** {@link ClassifyFlow#modelRun}. */
        public final String modelRun() {
            return artifact("modelRun");
        }

        /** {@link ClassifyFlow#billLength}. */
        public final double billLength() {
            return artifact("billLength");
        }

        /** {@link ClassifyFlow#billDepth}. */
        public final double billDepth() {
            return artifact("billDepth");
        }

        /** {@link ClassifyFlow#flipperLength}. */
        public final double flipperLength() {
            return artifact("flipperLength");
        }

        /** {@link ClassifyFlow#bodyMass}. */
        public final double bodyMass() {
            return artifact("bodyMass");
        }

        /**
         * {@link ClassifyFlow#model}.
         *
         * @throws dev.cairn.runtime.AbsentArtifactException if it is absent
         */
        public final Model<Label> model() {
            return artifact("model");
        }

        /**
         * {@link ClassifyFlow#accuracy}.
         *
         * @throws dev.cairn.runtime.AbsentArtifactException if it is absent
         */
        public final double accuracy() {
            return artifact("accuracy");
        }
    }

    /** A finished task of step {@link ClassifyFlow#start}. */
    public static final class Start extends SinceStart {
        Start(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** Starts to build a task of this step by hand, for tests. */
        public static Builder<Start> builder() {
            return new Builder<>("start", Start::new);
        }
    }

    /** A finished task of step {@link ClassifyFlow#end}. */
    public static final class End extends SinceStart {
        End(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** Starts to build a task of this step by hand, for tests. */
        public static Builder<End> builder() {
            return new Builder<>("end", End::new);
        }

        /**
         * {@link ClassifyFlow#species}.
         *
         * @throws dev.cairn.runtime.AbsentArtifactException if it is absent
         */
        public Species species() {
            return artifact("species");
        }
    }

    /** Builds a finished task by hand, for tests. An artifact that is not set is absent. */
    public static final class Builder<V> extends TaskViewBuilder<V, Builder<V>> {
        private Builder(String step, Function<TaskArtifacts, V> view) {
            super(ClassifyFlowRunner.DEFINITION, step, view);
        }

        /** Sets {@link ClassifyFlow#modelRun}. */
        public Builder<V> modelRun(String modelRun) {
            return artifact("modelRun", modelRun);
        }

        /** Sets {@link ClassifyFlow#billLength}. */
        public Builder<V> billLength(double billLength) {
            return artifact("billLength", billLength);
        }

        /** Sets {@link ClassifyFlow#billDepth}. */
        public Builder<V> billDepth(double billDepth) {
            return artifact("billDepth", billDepth);
        }

        /** Sets {@link ClassifyFlow#flipperLength}. */
        public Builder<V> flipperLength(double flipperLength) {
            return artifact("flipperLength", flipperLength);
        }

        /** Sets {@link ClassifyFlow#bodyMass}. */
        public Builder<V> bodyMass(double bodyMass) {
            return artifact("bodyMass", bodyMass);
        }

        /** Sets {@link ClassifyFlow#model}. */
        public Builder<V> model(Model<Label> model) {
            return artifact("model", model);
        }

        /** Sets {@link ClassifyFlow#accuracy}. */
        public Builder<V> accuracy(double accuracy) {
            return artifact("accuracy", accuracy);
        }

        /** Sets {@link ClassifyFlow#species}. */
        public Builder<V> species(Species species) {
            return artifact("species", species);
        }
    }
}
