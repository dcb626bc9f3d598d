package dev.cairn.samples.artifacts;

import dev.cairn.client.Run;
import dev.cairn.engine.RunBuilder;
import dev.cairn.runtime.FlowMain;
import dev.cairn.runtime.TaskArguments;
import dev.cairn.runtime.definition.Access;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.FlowHeader;
import dev.cairn.runtime.definition.StepDefinition;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Runs the flow {@link ExternalStorage}.
 *
 * <pre>{@code
 * start -> end
 * }</pre>
 */
@Generated("dev.cairn.processor.FlowProcessor")
public final class ExternalStorageRunner {
    /** The flow, for engines and tools. */
    public static final FlowDefinition<ExternalStorage> DEFINITION = new Definition();

    private ExternalStorageRunner() {}

    /**
     * Runs the flow on the default datastore, and waits for its end.
     *
     * @throws dev.cairn.runtime.FlowFailedException if a step fails
     */
    public static ExternalStorageRun run() {
        return builder().run();
    }

    /** Starts to describe a run. */
    public static Builder builder() {
        return new Builder();
    }

    /** The command line of the flow. */
    public static void main(String[] args) {
        FlowMain.run(DEFINITION, args);
    }

    /** Describes a run of {@link ExternalStorage}. */
    public static final class Builder extends RunBuilder<ExternalStorage, Builder> {
        private Builder() {
            super(DEFINITION);
        }

        /**
         * Runs the flow and waits for its end.
         *
         * @throws dev.cairn.runtime.FlowFailedException if a step fails
         */
        public ExternalStorageRun run() {
            return new ExternalStorageRun(Run.of(execute()));
        }
    }

    private static final class Definition extends FlowDefinition<ExternalStorage> {
        Definition() {
            super(
                    FlowHeader.of("0.1.0-SNAPSHOT", "ExternalStorage", ExternalStorage.class)
                            .documentation("External storage: what is too large for an artifact goes into the files of the run, streamed; the artifact is the key."),
                    List.of(
                            ArtifactDefinition.artifact("dataKey", "String", ExternalStorageCodecs.DATA_KEY),
                            ArtifactDefinition.artifact("lines", "long", ExternalStorageCodecs.LINES)),
                    List.of(
                            StepDefinition.linear("start", "end")
                                    .access(Access.nothing().mustAssign("dataKey")),
                            StepDefinition.end("end")
                                    .access(Access.nothing().reads("dataKey").mustAssign("lines"))));
        }

        @Override
        public ExternalStorage newFlow() {
            return new ExternalStorage();
        }

        @Override
        public void call(ExternalStorage flow, int step, TaskArguments task) throws Exception {
            switch (step) {
                case 0 -> flow.start(task.context());
                case 1 -> flow.end(task.context());
                default -> throw new IndexOutOfBoundsException(step);
            }
        }

        @Override
        public Object get(ExternalStorage flow, int artifact) {
            return switch (artifact) {
                case 0 -> flow.dataKey;
                case 1 -> flow.lines;
                default -> throw new IndexOutOfBoundsException(artifact);
            };
        }

        @Override
        public void set(ExternalStorage flow, int artifact, Object value) {
            switch (artifact) {
                case 0 -> flow.dataKey = (String) value;
                case 1 -> flow.lines = (long) value;
                default -> throw new IndexOutOfBoundsException(artifact);
            }
        }
    }
}
