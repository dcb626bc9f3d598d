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
 * Runs the flow {@link ArtifactPersistence}.
 *
 * <pre>{@code
 * start -> end
 * }</pre>
 */
@Generated("dev.cairn.processor.FlowProcessor")
public final class ArtifactPersistenceRunner {
    /** The flow, for engines and tools. */
    public static final FlowDefinition<ArtifactPersistence> DEFINITION = new Definition();

    private ArtifactPersistenceRunner() {}

    /**
     * Runs the flow with every parameter at its default, on the default datastore, and waits for its end.
     *
     * @throws dev.cairn.runtime.FlowFailedException if a step fails
     */
    public static ArtifactPersistenceRun run() {
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

    /** Describes a run of {@link ArtifactPersistence}. */
    public static final class Builder extends RunBuilder<ArtifactPersistence, Builder> {
        private Builder() {
            super(DEFINITION);
        }

        /** Sets the parameter {@link ArtifactPersistence#size}: how many numbers to store. */
        public Builder size(int size) {
            return parameter("size", size);
        }

        /**
         * Runs the flow and waits for its end.
         *
         * @throws dev.cairn.runtime.FlowFailedException if a step fails
         */
        public ArtifactPersistenceRun run() {
            return new ArtifactPersistenceRun(Run.of(execute()));
        }
    }

    private static final class Definition extends FlowDefinition<ArtifactPersistence> {
        Definition() {
            super(
                    FlowHeader.of("0.1.0-SNAPSHOT", "ArtifactPersistence", ArtifactPersistence.class)
                            .documentation("Artifact persistence: what a step assigned is stored and versioned; other runs and other processes can read it."),
                    List.of(
                            ArtifactDefinition.parameter("size", "int", ArtifactPersistenceCodecs.SIZE)
                                    .help("how many numbers to store"),
                            ArtifactDefinition.artifact("data", "List<Integer>", ArtifactPersistenceCodecs.DATA)),
                    List.of(
                            StepDefinition.linear("start", "end")
                                    .access(Access.nothing().reads("size").mustAssign("data")),
                            StepDefinition.end("end")
                                    .access(Access.nothing())));
        }

        @Override
        public ArtifactPersistence newFlow() {
            return new ArtifactPersistence();
        }

        @Override
        public void call(ArtifactPersistence flow, int step, TaskArguments task) throws Exception {
            switch (step) {
                case 0 -> flow.start();
                case 1 -> flow.end();
                default -> throw new IndexOutOfBoundsException(step);
            }
        }

        @Override
        public Object get(ArtifactPersistence flow, int artifact) {
            return switch (artifact) {
                case 0 -> flow.size;
                case 1 -> flow.data;
                default -> throw new IndexOutOfBoundsException(artifact);
            };
        }

        @Override
        @SuppressWarnings("unchecked")
        public void set(ArtifactPersistence flow, int artifact, Object value) {
            switch (artifact) {
                case 0 -> flow.size = (int) value;
                case 1 -> flow.data = (List<Integer>) value;
                default -> throw new IndexOutOfBoundsException(artifact);
            }
        }
    }
}
