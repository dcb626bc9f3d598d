package com.acme;

import dev.cairn.client.Task;
import dev.cairn.runtime.JoinedTasks;
import dev.cairn.runtime.MergeableInputs;
import dev.cairn.runtime.TaskArtifacts;
import dev.cairn.runtime.TaskView;

/** The artifacts of {@link Broken}, task by task. The accessor of one that is absent throws {@link dev.cairn.runtime.AbsentArtifactException}. */
final class BrokenArtifacts {
    private BrokenArtifacts() {}

    /** The artifacts of {@link Broken}, by name. */
    enum Name {
        /** {@link Broken#left}. */
        LEFT("left");

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

    /** What the tasks of step {@link Broken#start} and of later steps have in common. */
    abstract static class SinceStart extends TaskView<Name> {
        SinceStart(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** {@return the task as the client sees it; a view that was built by hand has none} */
        public final Task task() {
            return Task.of(this);
        }

        /** {@return {@link Broken#left}, if it exists} */
        public final int left() {
            return (int) value("left");
        }
    }

    /** A finished task of step {@link Broken#start}. */
    static final class Start extends SinceStart implements JoinInput {
        Start(TaskArtifacts artifacts) {
            super(artifacts);
        }
    }

    /** A finished task of step {@link Broken#other}. */
    static final class Other extends SinceStart implements JoinInput {
        Other(TaskArtifacts artifacts) {
            super(artifacts);
        }
    }

    /** A finished task of step {@link Broken#join}. */
    static final class Join extends SinceStart {
        Join(TaskArtifacts artifacts) {
            super(artifacts);
        }
    }

    /** An input of join {@link Broken#join}, from any of the steps that lead to it. */
    sealed interface JoinInput permits Start, Other {
        /** {@return the task as the client sees it; a view that was built by hand has none} */
        Task task();

        /**
         * Whether an artifact exists after this task.
         *
         * @param name the artifact
         * @return whether its accessor returns a value, even if that is null
         */
        boolean has(Name name);

        /** {@return {@link Broken#left}, if it exists} */
        int left();
    }

    /** The inputs of join {@link Broken#join}, in the order of the items. */
    static final class JoinInputs extends MergeableInputs<Broken, Name, JoinInput> {
        JoinInputs(JoinedTasks tasks) {
            super(tasks);
        }

        @Override
        protected JoinInput view(TaskArtifacts artifacts) {
            return switch (artifacts.step()) {
                case "start" -> new Start(artifacts);
                case "other" -> new Other(artifacts);
                default -> throw new IllegalArgumentException(artifacts.step());
            };
        }
    }

    /** A finished task of step {@link Broken#lonely}. */
    static final class Lonely extends SinceStart {
        Lonely(TaskArtifacts artifacts) {
            super(artifacts);
        }
    }

    /** The inputs of join {@link Broken#lonely}, in the order of the items. */
    static final class LonelyInputs extends MergeableInputs<Broken, Name, Join> {
        LonelyInputs(JoinedTasks tasks) {
            super(tasks);
        }

        @Override
        protected Join view(TaskArtifacts artifacts) {
            return new Join(artifacts);
        }
    }

    /** A finished task of step {@link Broken#lost}. */
    static final class Lost extends SinceStart {
        Lost(TaskArtifacts artifacts) {
            super(artifacts);
        }
    }

    /** The inputs of join {@link Broken#lost}, in the order of the items. */
    static final class LostInputs extends MergeableInputs<Broken, Name, Lonely> {
        LostInputs(JoinedTasks tasks) {
            super(tasks);
        }

        @Override
        protected Lonely view(TaskArtifacts artifacts) {
            return new Lonely(artifacts);
        }
    }
}
