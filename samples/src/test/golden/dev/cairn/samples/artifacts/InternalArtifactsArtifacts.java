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

/** The artifacts of {@link InternalArtifacts}, task by task. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class InternalArtifactsArtifacts {
    private InternalArtifactsArtifacts() {}

    /** The artifacts of {@link InternalArtifacts}, by name. */
    public enum Name {
        CITIES("cities"),
        LENGTH("length"),
        TOTAL("total");

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

    /** What tasks from step {@link InternalArtifacts#start} on have in common. */
    public abstract static class SinceStart extends TaskView<Name> {
        SinceStart(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** The task as the client sees it; not of a view that was built by hand. */
        public final Task task() {
            return Task.of(this);
        }

        /**
         * {@link InternalArtifacts#cities}.
         *
         * @throws dev.cairn.runtime.AbsentArtifactException if it is absent
         */
        public final List<String> cities() {
            return artifact("cities");
        }
    }

    /** A finished task of step {@link InternalArtifacts#start}. */
    public static final class Start extends SinceStart {
        Start(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** Starts to build a task of this step by hand, for tests. */
        public static Builder<Start> builder() {
            return new Builder<>("start", Start::new);
        }
    }

    /** A finished task of step {@link InternalArtifacts#measure}. */
    public static final class Measure extends SinceStart {
        Measure(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** Starts to build a task of this step by hand, for tests. */
        public static Builder<Measure> builder() {
            return new Builder<>("measure", Measure::new);
        }

        /**
         * {@link InternalArtifacts#length}.
         *
         * @throws dev.cairn.runtime.AbsentArtifactException if it is absent
         */
        public int length() {
            return artifact("length");
        }
    }

    /** What tasks from step {@link InternalArtifacts#join} on have in common. */
    public abstract static class SinceJoin extends TaskView<Name> {
        SinceJoin(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** The task as the client sees it; not of a view that was built by hand. */
        public final Task task() {
            return Task.of(this);
        }

        /**
         * {@link InternalArtifacts#total}.
         *
         * @throws dev.cairn.runtime.AbsentArtifactException if it is absent
         */
        public final int total() {
            return artifact("total");
        }
    }

    /** A finished task of step {@link InternalArtifacts#join}. */
    public static final class Join extends SinceJoin {
        Join(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** Starts to build a task of this step by hand, for tests. */
        public static Builder<Join> builder() {
            return new Builder<>("join", Join::new);
        }
    }

    /** The inputs of join {@link InternalArtifacts#join}, in the order of the items. */
    public static final class JoinInputs extends MergeableInputs<InternalArtifacts, Name, Measure> {
        JoinInputs(JoinedTasks tasks) {
            super(tasks);
        }

        /** Inputs built by hand, for tests. */
        public static JoinInputs of(Measure... tasks) {
            return new JoinInputs(
                    JoinedTasks.built(InternalArtifactsRunner.DEFINITION, "join", List.of(tasks)));
        }

        @Override
        protected Measure view(TaskArtifacts artifacts) {
            return new Measure(artifacts);
        }
    }

    /** A finished task of step {@link InternalArtifacts#end}. */
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
            super(InternalArtifactsRunner.DEFINITION, step, view);
        }

        /** Sets {@link InternalArtifacts#cities}. */
        public Builder<V> cities(List<String> cities) {
            return artifact("cities", cities);
        }

        /** Sets {@link InternalArtifacts#length}. */
        public Builder<V> length(int length) {
            return artifact("length", length);
        }

        /** Sets {@link InternalArtifacts#total}. */
        public Builder<V> total(int total) {
            return artifact("total", total);
        }
    }
}
