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
 * Runs the flow {@link Checkpointing}.
 *
 * <pre>{@code
 * start -> train -> end
 * }</pre>
 */
@Generated("dev.cairn.processor.FlowProcessor")
public final class CheckpointingRunner {
    /** The flow, for engines and tools. */
    public static final FlowDefinition<Checkpointing> DEFINITION = new Definition();

    private CheckpointingRunner() {}

    /**
     * Runs the flow on the default datastore, and waits for its end.
     *
     * @throws dev.cairn.runtime.FlowFailedException if a step fails
     */
    public static CheckpointingRun run() {
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

    /** Describes a run of {@link Checkpointing}. */
    public static final class Builder extends RunBuilder<Checkpointing, Builder> {
        private Builder() {
            super(DEFINITION);
        }

        /**
         * Runs the flow and waits for its end.
         *
         * @throws dev.cairn.runtime.FlowFailedException if a step fails
         */
        public CheckpointingRun run() {
            return new CheckpointingRun(Run.of(execute()));
        }
    }

    private static final class Definition extends FlowDefinition<Checkpointing> {
        Definition() {
            super(
                    FlowHeader.of("0.1.0-SNAPSHOT", "Checkpointing", Checkpointing.class)
                            .documentation("Checkpointing: a step assigns its state every few rounds; what it assigned last is stored when it ends."),
                    List.of(
                            ArtifactDefinition.artifact("model", "Checkpointing.State", CheckpointingCodecs.MODEL),
                            ArtifactDefinition.artifact(
                                    "checkpoint", "Checkpointing.State", CheckpointingCodecs.CHECKPOINT)),
                    List.of(
                            StepDefinition.linear("start", "train")
                                    .access(Access.nothing().mustAssign("model")),
                            StepDefinition.linear("train", "end")
                                    .access(Access.nothing().reads("model").mayAssign("checkpoint",
                                            "model")),
                            StepDefinition.end("end")
                                    .access(Access.nothing())));
        }

        @Override
        public Checkpointing newFlow() {
            return new Checkpointing();
        }

        @Override
        public void call(Checkpointing flow, int step, TaskArguments task) throws Exception {
            switch (step) {
                case 0 -> flow.start();
                case 1 -> flow.train();
                case 2 -> flow.end();
                default -> throw new IndexOutOfBoundsException(step);
            }
        }

        @Override
        public Object get(Checkpointing flow, int artifact) {
            return switch (artifact) {
                case 0 -> flow.model;
                case 1 -> flow.checkpoint;
                default -> throw new IndexOutOfBoundsException(artifact);
            };
        }

        @Override
        public void set(Checkpointing flow, int artifact, Object value) {
            switch (artifact) {
                case 0 -> flow.model = (Checkpointing.State) value;
                case 1 -> flow.checkpoint = (Checkpointing.State) value;
                default -> throw new IndexOutOfBoundsException(artifact);
            }
        }
    }
}
