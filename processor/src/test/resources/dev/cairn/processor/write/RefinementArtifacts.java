package com.acme;

import dev.cairn.client.Task;
import dev.cairn.runtime.JoinedTasks;
import dev.cairn.runtime.MergeableInputs;
import dev.cairn.runtime.TaskArtifacts;
import dev.cairn.runtime.TaskView;
import dev.cairn.runtime.TaskViewBuilder;
import java.util.List;
import javax.annotation.processing.Generated;

/** The artifacts of {@link Refinement}, task by task. The accessor of one that is absent throws {@link dev.cairn.runtime.AbsentArtifactException}. */
@Generated("dev.cairn.processor.FlowProcessor")
final class RefinementArtifacts {
    private RefinementArtifacts() {}

    /** The artifacts of {@link Refinement}, by name. */
    enum Name {
        /** {@link Refinement#parts}. */
        PARTS("parts"),

        /** {@link Refinement#verdict}. */
        VERDICT("verdict");

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

    /** What the tasks of step {@link Refinement#start} and of later steps have in common. */
    abstract static class SinceStart extends TaskView<Name> {
        SinceStart(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** {@return the task as the client sees it; a view that was built by hand has none} */
        public final Task task() {
            return Task.of(this);
        }

        /** {@return {@link Refinement#parts}, if it exists} */
        public final List<String> parts() {
            return artifact("parts");
        }

        /** {@return {@link Refinement#verdict}, if it exists} */
        public final String verdict() {
            return (String) value("verdict");
        }
    }

    /** A finished task of step {@link Refinement#start}. */
    static final class Start extends SinceStart {
        Start(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /**
         * Starts to build a task of this step by hand, for tests.
         *
         * @return a builder, in which nothing is set
         */
        static Builder<Start> builder() {
            return new Builder<Start>("start");
        }
    }

    /** A finished task of step {@link Refinement#refine}. */
    static final class Refine extends SinceStart {
        Refine(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /**
         * Starts to build a task of this step by hand, for tests.
         *
         * @return a builder, in which nothing is set
         */
        static Builder<Refine> builder() {
            return new Builder<Refine>("refine");
        }
    }

    /** A finished task of step {@link Refinement#gather}. */
    static final class Gather extends SinceStart {
        Gather(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /**
         * Starts to build a task of this step by hand, for tests.
         *
         * @return a builder, in which nothing is set
         */
        static Builder<Gather> builder() {
            return new Builder<Gather>("gather");
        }
    }

    /** The inputs of join {@link Refinement#gather}, in the order of the items. */
    static final class GatherInputs extends MergeableInputs<Refinement, Name, Refine> {
        GatherInputs(JoinedTasks tasks) {
            super(tasks);
        }

        /**
         * Inputs built by hand, for tests.
         *
         * @param tasks what arrives at the join
         * @return the inputs, in this order
         */
        static GatherInputs of(Refine... tasks) {
            return new GatherInputs(
                    JoinedTasks.built(RefinementRunner.DEFINITION, "gather", tasks));
        }

        @Override
        protected Refine view(TaskArtifacts artifacts) {
            return new Refine(artifacts);
        }
    }

    /** A finished task of step {@link Refinement#end}. */
    static final class End extends SinceStart {
        End(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /**
         * Starts to build a task of this step by hand, for tests.
         *
         * @return a builder, in which nothing is set
         */
        static Builder<End> builder() {
            return new Builder<End>("end");
        }
    }

    /**
     * Builds a finished task by hand, for tests. An artifact that is not set is absent.
     *
     * @param <V> the view of the task
     */
    static final class Builder<V> extends TaskViewBuilder<V, Builder<V>> {
        private Builder(String step) {
            super(RefinementRunner.DEFINITION, step);
        }

        /**
         * Sets {@link Refinement#parts}.
         *
         * @param parts what the step left in it
         * @return this builder
         */
        Builder<V> parts(List<String> parts) {
            return artifact("parts", parts);
        }

        /**
         * Sets {@link Refinement#verdict}.
         *
         * @param verdict what the step left in it
         * @return this builder
         */
        Builder<V> verdict(String verdict) {
            return artifact("verdict", verdict);
        }
    }
}
