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
 * Runs the flow {@link AccessingArtifacts}.
 *
 * <pre>{@code
 * start -> process -> end
 * }</pre>
 */
@Generated("dev.cairn.processor.FlowProcessor")
public final class AccessingArtifactsRunner {
    /** The flow, for engines and tools. */
    public static final FlowDefinition<AccessingArtifacts> DEFINITION = new Definition();

    private AccessingArtifactsRunner() {}

    /**
     * Runs the flow on the default datastore, and waits for its end.
     *
     * @throws dev.cairn.runtime.FlowFailedException if a step fails
     */
    public static AccessingArtifactsRun run() {
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

    /** Describes a run of {@link AccessingArtifacts}. */
    public static final class Builder extends RunBuilder<AccessingArtifacts, Builder> {
        private Builder() {
            super(DEFINITION);
        }

        /**
         * Runs the flow and waits for its end.
         *
         * @throws dev.cairn.runtime.FlowFailedException if a step fails
         */
        public AccessingArtifactsRun run() {
            return new AccessingArtifactsRun(Run.of(execute()));
        }
    }

    private static final class Definition extends FlowDefinition<AccessingArtifacts> {
        Definition() {
            super(
                    FlowHeader.of("0.1.0-SNAPSHOT", "AccessingArtifacts", AccessingArtifacts.class)
                            .documentation("Accessing artifacts: what a step assigned is there in all steps after it."),
                    List.of(
                            ArtifactDefinition.artifact("data", "List<Integer>", AccessingArtifactsCodecs.DATA),
                            ArtifactDefinition.artifact("result", "int", AccessingArtifactsCodecs.RESULT)),
                    List.of(
                            StepDefinition.linear("start", "process")
                                    .access(Access.nothing().mustAssign("data")),
                            StepDefinition.linear("process", "end")
                                    .access(Access.nothing().reads("data").mustAssign("result")),
                            StepDefinition.end("end")
                                    .access(Access.nothing())));
        }

        @Override
        public AccessingArtifacts newFlow() {
            return new AccessingArtifacts();
        }

        @Override
        public void call(AccessingArtifacts flow, int step, TaskArguments task) throws Exception {
            switch (step) {
                case 0 -> flow.start();
                case 1 -> flow.process();
                case 2 -> flow.end();
                default -> throw new IndexOutOfBoundsException(step);
            }
        }

        @Override
        public Object get(AccessingArtifacts flow, int artifact) {
            return switch (artifact) {
                case 0 -> flow.data;
                case 1 -> flow.result;
                default -> throw new IndexOutOfBoundsException(artifact);
            };
        }

        @Override
        @SuppressWarnings("unchecked")
        public void set(AccessingArtifacts flow, int artifact, Object value) {
            switch (artifact) {
                case 0 -> flow.data = (List<Integer>) value;
                case 1 -> flow.result = (int) value;
                default -> throw new IndexOutOfBoundsException(artifact);
            }
        }
    }
}
