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
 * Runs the flow {@link ForeachArtifacts}.
 *
 * <pre>{@code
 * start -> foreach parameters (train) -> join -> end
 * }</pre>
 */
@Generated("dev.cairn.processor.FlowProcessor")
public final class ForeachArtifactsRunner {
    /** The flow, for engines and tools. */
    public static final FlowDefinition<ForeachArtifacts> DEFINITION = new Definition();

    private ForeachArtifactsRunner() {}

    /**
     * Runs the flow on the default datastore, and waits for its end.
     *
     * @throws dev.cairn.runtime.FlowFailedException if a step fails
     */
    public static ForeachArtifactsRun run() {
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

    /** Describes a run of {@link ForeachArtifacts}. */
    public static final class Builder extends RunBuilder<ForeachArtifacts, Builder> {
        private Builder() {
            super(DEFINITION);
        }

        /**
         * Runs the flow and waits for its end.
         *
         * @throws dev.cairn.runtime.FlowFailedException if a step fails
         */
        public ForeachArtifactsRun run() {
            return new ForeachArtifactsRun(Run.of(execute()));
        }
    }

    private static final class Definition extends FlowDefinition<ForeachArtifacts> {
        Definition() {
            super(
                    FlowHeader.of("0.1.0-SNAPSHOT", "ForeachArtifacts", ForeachArtifacts.class)
                            .documentation("Foreach artifacts: one task per element, each with artifacts of its own, and a join that sees them all."),
                    List.of(
                            ArtifactDefinition.artifact(
                                    "parameters",
                                    "List<ForeachArtifacts.Hyperparameters>",
                                    ForeachArtifactsCodecs.PARAMETERS),
                            ArtifactDefinition.artifact("model", "List<Double>", ForeachArtifactsCodecs.MODEL),
                            ArtifactDefinition.artifact("accuracy", "double", ForeachArtifactsCodecs.ACCURACY),
                            ArtifactDefinition.artifact(
                                    "allModels", "List<List<Double>>", ForeachArtifactsCodecs.ALL_MODELS),
                            ArtifactDefinition.artifact("bestAccuracy", "double", ForeachArtifactsCodecs.BEST_ACCURACY)),
                    List.of(
                            StepDefinition.foreach(
                                    "start",
                                    "join",
                                    "parameters",
                                    Items.iterable(ForeachArtifactsCodecs.PARAMETERS_ITEM),
                                    "train")
                                    .access(Access.nothing().mustAssign("parameters")),
                            StepDefinition.linear("train", "join")
                                    .access(Access.nothing().mustAssign("accuracy", "model")),
                            StepDefinition.linear("join", "end").join()
                                    .access(Access.nothing().mustAssign("allModels",
                                            "bestAccuracy")),
                            StepDefinition.end("end")
                                    .access(Access.nothing())));
        }

        @Override
        public ForeachArtifacts newFlow() {
            return new ForeachArtifacts();
        }

        @Override
        public void call(ForeachArtifacts flow, int step, TaskArguments task) throws Exception {
            switch (step) {
                case 0 -> flow.start();
                case 1 -> flow.train(task.<ForeachArtifacts.Hyperparameters>item("parameters"), task.context());
                case 2 -> flow.join(new ForeachArtifactsArtifacts.JoinInputs(task.inputs()));
                case 3 -> flow.end();
                default -> throw new IndexOutOfBoundsException(step);
            }
        }

        @Override
        public Object get(ForeachArtifacts flow, int artifact) {
            return switch (artifact) {
                case 0 -> flow.parameters;
                case 1 -> flow.model;
                case 2 -> flow.accuracy;
                case 3 -> flow.allModels;
                case 4 -> flow.bestAccuracy;
                default -> throw new IndexOutOfBoundsException(artifact);
            };
        }

        @Override
        @SuppressWarnings("unchecked")
        public void set(ForeachArtifacts flow, int artifact, Object value) {
            switch (artifact) {
                case 0 -> flow.parameters = (List<ForeachArtifacts.Hyperparameters>) value;
                case 1 -> flow.model = (List<Double>) value;
                case 2 -> flow.accuracy = (double) value;
                case 3 -> flow.allModels = (List<List<Double>>) value;
                case 4 -> flow.bestAccuracy = (double) value;
                default -> throw new IndexOutOfBoundsException(artifact);
            }
        }
    }
}
