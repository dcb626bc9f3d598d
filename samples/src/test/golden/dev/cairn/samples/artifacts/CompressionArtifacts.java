package dev.cairn.samples.artifacts;

import dev.cairn.client.Task;
import dev.cairn.runtime.TaskArtifacts;
import dev.cairn.runtime.TaskView;
import dev.cairn.runtime.TaskViewBuilder;
import java.util.function.Function;
import javax.annotation.processing.Generated;

/** The artifacts of {@link Compression}, task by task. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class CompressionArtifacts {
    private CompressionArtifacts() {}

    /** The artifacts of {@link Compression}, by name. */
    public enum Name {
        COMPRESSED_DATA("compressedData"),
        ORIGINAL_LENGTH("originalLength"),
        LAST_LINE("lastLine");

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

    /** What tasks from step {@link Compression#start} on have in common. */
    public abstract static class SinceStart extends TaskView<Name> {
        SinceStart(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** The task as the client sees it; not of a view that was built by hand. */
        public final Task task() {
            return Task.of(this);
        }

        /**
         * {@link Compression#compressedData}.
         *
         * @throws dev.cairn.runtime.AbsentArtifactException if it is absent
         */
        public final byte[] compressedData() {
            return artifact("compressedData");
        }

        /**
         * {@link Compression#originalLength}.
         *
         * @throws dev.cairn.runtime.AbsentArtifactException if it is absent
         */
        public final int originalLength() {
            return artifact("originalLength");
        }
    }

    /** A finished task of step {@link Compression#start}. */
    public static final class Start extends SinceStart {
        Start(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** Starts to build a task of this step by hand, for tests. */
        public static Builder<Start> builder() {
            return new Builder<>("start", Start::new);
        }
    }

    /** A finished task of step {@link Compression#end}. */
    public static final class End extends SinceStart {
        End(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** Starts to build a task of this step by hand, for tests. */
        public static Builder<End> builder() {
            return new Builder<>("end", End::new);
        }

        /**
         * {@link Compression#lastLine}.
         *
         * @throws dev.cairn.runtime.AbsentArtifactException if it is absent
         */
        public String lastLine() {
            return artifact("lastLine");
        }
    }

    /** Builds a finished task by hand, for tests. An artifact that is not set is absent. */
    public static final class Builder<V> extends TaskViewBuilder<V, Builder<V>> {
        private Builder(String step, Function<TaskArtifacts, V> view) {
            super(CompressionRunner.DEFINITION, step, view);
        }

        /** Sets {@link Compression#compressedData}. */
        public Builder<V> compressedData(byte[] compressedData) {
            return artifact("compressedData", compressedData);
        }

        /** Sets {@link Compression#originalLength}. */
        public Builder<V> originalLength(int originalLength) {
            return artifact("originalLength", originalLength);
        }

        /** Sets {@link Compression#lastLine}. */
        public Builder<V> lastLine(String lastLine) {
            return artifact("lastLine", lastLine);
        }
    }
}
