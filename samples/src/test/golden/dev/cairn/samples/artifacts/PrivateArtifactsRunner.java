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
 * Runs the flow {@link PrivateArtifacts}.
 *
 * <pre>{@code
 * start -> end
 * }</pre>
 */
@Generated("dev.cairn.processor.FlowProcessor")
public final class PrivateArtifactsRunner {
    /** The flow, for engines and tools. */
    public static final FlowDefinition<PrivateArtifacts> DEFINITION = new Definition();

    private PrivateArtifactsRunner() {}

    /**
     * Runs the flow on the default datastore, and waits for its end.
     *
     * @throws dev.cairn.runtime.FlowFailedException if a step fails
     */
    public static PrivateArtifactsRun run() {
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

    /** Describes a run of {@link PrivateArtifacts}. */
    public static final class Builder extends RunBuilder<PrivateArtifacts, Builder> {
        private Builder() {
            super(DEFINITION);
        }

        /**
         * Runs the flow and waits for its end.
         *
         * @throws dev.cairn.runtime.FlowFailedException if a step fails
         */
        public PrivateArtifactsRun run() {
            return new PrivateArtifactsRun(Run.of(execute()));
        }
    }

    private static final class Definition extends FlowDefinition<PrivateArtifacts> {
        Definition() {
            super(
                    FlowHeader.of("0.1.0-SNAPSHOT", "PrivateArtifacts", PrivateArtifacts.class)
                            .documentation("Private artifacts: a field that is transient, or named _likeThis, lives for one task and is never stored. That end reads scratch or _tempData without assigning it first would be an error of the compiler."),
                    List.of(
                            ArtifactDefinition.artifact(
                                    "importantData", "String", PrivateArtifactsCodecs.IMPORTANT_DATA),
                            ArtifactDefinition.artifact("length", "int", PrivateArtifactsCodecs.LENGTH)),
                    List.of(
                            StepDefinition.linear("start", "end")
                                    .access(Access.nothing().mustAssign("importantData")),
                            StepDefinition.end("end")
                                    .access(Access.nothing().reads("importantData").mustAssign("length"))));
        }

        @Override
        public PrivateArtifacts newFlow() {
            return new PrivateArtifacts();
        }

        @Override
        public void call(PrivateArtifacts flow, int step, TaskArguments task) throws Exception {
            switch (step) {
                case 0 -> flow.start();
                case 1 -> flow.end();
                default -> throw new IndexOutOfBoundsException(step);
            }
        }

        @Override
        public Object get(PrivateArtifacts flow, int artifact) {
            return switch (artifact) {
                case 0 -> flow.importantData;
                case 1 -> flow.length;
                default -> throw new IndexOutOfBoundsException(artifact);
            };
        }

        @Override
        public void set(PrivateArtifacts flow, int artifact, Object value) {
            switch (artifact) {
                case 0 -> flow.importantData = (String) value;
                case 1 -> flow.length = (int) value;
                default -> throw new IndexOutOfBoundsException(artifact);
            }
        }
    }
}
