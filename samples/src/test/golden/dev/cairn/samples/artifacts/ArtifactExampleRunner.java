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
import java.util.Map;
import javax.annotation.processing.Generated;

/**
 * Runs the flow {@link ArtifactExample}.
 *
 * <pre>{@code
 * start -> end
 * }</pre>
 */
@Generated("dev.cairn.processor.FlowProcessor")
public final class ArtifactExampleRunner {
    /** The flow, for engines and tools. */
    public static final FlowDefinition<ArtifactExample> DEFINITION = new Definition();

    private ArtifactExampleRunner() {}

    /**
     * Runs the flow on the default datastore, and waits for its end.
     *
     * @throws dev.cairn.runtime.FlowFailedException if a step fails
     */
    public static ArtifactExampleRun run() {
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

    /** Describes a run of {@link ArtifactExample}. */
    public static final class Builder extends RunBuilder<ArtifactExample, Builder> {
        private Builder() {
            super(DEFINITION);
        }

        /**
         * Runs the flow and waits for its end.
         *
         * @throws dev.cairn.runtime.FlowFailedException if a step fails
         */
        public ArtifactExampleRun run() {
            return new ArtifactExampleRun(Run.of(execute()));
        }
    }

    private static final class Definition extends FlowDefinition<ArtifactExample> {
        Definition() {
            super(
                    FlowHeader.of("0.1.0-SNAPSHOT", "ArtifactExample", ArtifactExample.class)
                            .documentation("Creating artifacts: every field that a step assigns becomes one."),
                    List.of(
                            ArtifactDefinition.artifact("rawData", "List<Integer>", ArtifactExampleCodecs.RAW_DATA),
                            ArtifactDefinition.artifact(
                                    "model", "Map<String, List<Double>>", ArtifactExampleCodecs.MODEL),
                            ArtifactDefinition.artifact("accuracy", "double", ArtifactExampleCodecs.ACCURACY),
                            ArtifactDefinition.artifact(
                                    "metadata", "Map<String, String>", ArtifactExampleCodecs.METADATA)),
                    List.of(
                            StepDefinition.linear("start", "end")
                                    .access(Access.nothing().mustAssign("accuracy", "metadata",
                                            "model", "rawData")),
                            StepDefinition.end("end")
                                    .access(Access.nothing().reads("accuracy", "rawData"))));
        }

        @Override
        public ArtifactExample newFlow() {
            return new ArtifactExample();
        }

        @Override
        public void call(ArtifactExample flow, int step, TaskArguments task) throws Exception {
            switch (step) {
                case 0 -> flow.start();
                case 1 -> flow.end(task.context());
                default -> throw new IndexOutOfBoundsException(step);
            }
        }

        @Override
        public Object get(ArtifactExample flow, int artifact) {
            return switch (artifact) {
                case 0 -> flow.rawData;
                case 1 -> flow.model;
                case 2 -> flow.accuracy;
                case 3 -> flow.metadata;
                default -> throw new IndexOutOfBoundsException(artifact);
            };
        }

        @Override
        @SuppressWarnings("unchecked")
        public void set(ArtifactExample flow, int artifact, Object value) {
            switch (artifact) {
                case 0 -> flow.rawData = (List<Integer>) value;
                case 1 -> flow.model = (Map<String, List<Double>>) value;
                case 2 -> flow.accuracy = (double) value;
                case 3 -> flow.metadata = (Map<String, String>) value;
                default -> throw new IndexOutOfBoundsException(artifact);
            }
        }
    }
}
