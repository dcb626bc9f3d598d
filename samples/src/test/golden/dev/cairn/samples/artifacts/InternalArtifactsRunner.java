package dev.cairn.samples.artifacts;

import dev.cairn.client.Run;
import dev.cairn.engine.RunBuilder;
import dev.cairn.runtime.FlowMain;
import dev.cairn.runtime.TaskArguments;
import dev.cairn.runtime.definition.Access;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.FlowHeader;
import dev.cairn.runtime.definition.Items;
import dev.cairn.runtime.definition.StepDefinition;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Runs the flow {@link InternalArtifacts}.
 *
 * <pre>{@code
 * start -> foreach cities (measure) -> join -> end
 * }</pre>
 */
@Generated("dev.cairn.processor.FlowProcessor")
public final class InternalArtifactsRunner {
    /** The flow, for engines and tools. */
    public static final FlowDefinition<InternalArtifacts> DEFINITION = new Definition();

    private InternalArtifactsRunner() {}

    /**
     * Runs the flow on the default datastore, and waits for its end.
     *
     * @throws dev.cairn.runtime.FlowFailedException if a step fails
     */
    public static InternalArtifactsRun run() {
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

    /** Describes a run of {@link InternalArtifacts}. */
    public static final class Builder extends RunBuilder<InternalArtifacts, Builder> {
        private Builder() {
            super(DEFINITION);
        }

        /**
         * Runs the flow and waits for its end.
         *
         * @throws dev.cairn.runtime.FlowFailedException if a step fails
         */
        public InternalArtifactsRun run() {
            return new InternalArtifactsRun(Run.of(execute()));
        }
    }

    private static final class Definition extends FlowDefinition<InternalArtifacts> {
        Definition() {
            super(
                    FlowHeader.of("0.1.0-SNAPSHOT", "InternalArtifacts", InternalArtifacts.class)
                            .documentation("Internal artifacts: what Cairn itself notes of each task, under Metaflow's names and as typed methods of the client."),
                    List.of(
                            ArtifactDefinition.artifact("cities", "List<String>", InternalArtifactsCodecs.CITIES),
                            ArtifactDefinition.artifact("length", "int", InternalArtifactsCodecs.LENGTH),
                            ArtifactDefinition.artifact("total", "int", InternalArtifactsCodecs.TOTAL)),
                    List.of(
                            StepDefinition.foreach(
                                    "start",
                                    "join",
                                    "cities",
                                    Items.iterable(InternalArtifactsCodecs.CITIES_ITEM),
                                    "measure")
                                    .access(Access.nothing().mustAssign("cities")),
                            StepDefinition.linear("measure", "join")
                                    .access(Access.nothing().mustAssign("length")),
                            StepDefinition.linear("join", "end").join()
                                    .access(Access.nothing().mustAssign("total")),
                            StepDefinition.end("end")
                                    .access(Access.nothing())));
        }

        @Override
        public InternalArtifacts newFlow() {
            return new InternalArtifacts();
        }

        @Override
        public void call(InternalArtifacts flow, int step, TaskArguments task) throws Exception {
            switch (step) {
                case 0 -> flow.start();
                case 1 -> flow.measure(task.<String>item("cities"));
                case 2 -> flow.join(new InternalArtifactsArtifacts.JoinInputs(task.inputs()));
                case 3 -> flow.end();
                default -> throw new IndexOutOfBoundsException(step);
            }
        }

        @Override
        public Object get(InternalArtifacts flow, int artifact) {
            return switch (artifact) {
                case 0 -> flow.cities;
                case 1 -> flow.length;
                case 2 -> flow.total;
                default -> throw new IndexOutOfBoundsException(artifact);
            };
        }

        @Override
        @SuppressWarnings("unchecked")
        public void set(InternalArtifacts flow, int artifact, Object value) {
            switch (artifact) {
                case 0 -> flow.cities = (List<String>) value;
                case 1 -> flow.length = (int) value;
                case 2 -> flow.total = (int) value;
                default -> throw new IndexOutOfBoundsException(artifact);
            }
        }
    }
}
