package dev.cairn.samples.penguins;

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
import org.tribuo.Model;
import org.tribuo.classification.Label;

/**
 * Runs the flow {@link ClassifyFlow}.
 *
 * <pre>{@code
 * start -> end
 * }</pre>
 */
@Generated("dev.cairn.processor.FlowProcessor")
public final class ClassifyFlowRunner {
    /** The flow, for engines and tools. */
    public static final FlowDefinition<ClassifyFlow> DEFINITION = new Definition();

    private ClassifyFlowRunner() {}

    /**
     * Runs the flow with every parameter at its default, on the default datastore, and waits for its end.
     *
     * @throws dev.cairn.runtime.FlowFailedException if a step fails
     */
    public static ClassifyFlowRun run() {
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

    /** Describes a run of {@link ClassifyFlow}. */
    public static final class Builder extends RunBuilder<ClassifyFlow, Builder> {
        private Builder() {
            super(DEFINITION);
        }

        /**
         * Sets the parameter {@link ClassifyFlow#modelRun}: run of PenguinFlow whose model to use; the latest that succeeded by default.
         */
        public Builder modelRun(String modelRun) {
            return parameter("modelRun", modelRun);
        }

        /** Sets the parameter {@link ClassifyFlow#billLength}: millimetres. */
        public Builder billLength(double billLength) {
            return parameter("billLength", billLength);
        }

        /** Sets the parameter {@link ClassifyFlow#billDepth}: millimetres. */
        public Builder billDepth(double billDepth) {
            return parameter("billDepth", billDepth);
        }

        /** Sets the parameter {@link ClassifyFlow#flipperLength}: millimetres. */
        public Builder flipperLength(double flipperLength) {
            return parameter("flipperLength", flipperLength);
        }

        /** Sets the parameter {@link ClassifyFlow#bodyMass}: grams. */
        public Builder bodyMass(double bodyMass) {
            return parameter("bodyMass", bodyMass);
        }

        /**
         * Runs the flow and waits for its end.
         *
         * @throws dev.cairn.runtime.FlowFailedException if a step fails
         */
        public ClassifyFlowRun run() {
            return new ClassifyFlowRun(Run.of(execute()));
        }
    }

    private static final class Definition extends FlowDefinition<ClassifyFlow> {
        Definition() {
            super(
                    FlowHeader.of("0.1.0-SNAPSHOT", "ClassifyFlow", ClassifyFlow.class)
                            .documentation("Takes the model of a run of PenguinFlow, whenever and wherever that ran, sees whether it is as good as it was, and classifies a penguin."),
                    List.of(
                            ArtifactDefinition.parameter("modelRun", "String", ClassifyFlowCodecs.MODEL_RUN)
                                    .help("run of PenguinFlow whose model to use; the latest that succeeded by default"),
                            ArtifactDefinition.parameter("billLength", "double", ClassifyFlowCodecs.BILL_LENGTH)
                                    .help("millimetres"),
                            ArtifactDefinition.parameter("billDepth", "double", ClassifyFlowCodecs.BILL_DEPTH)
                                    .help("millimetres"),
                            ArtifactDefinition.parameter("flipperLength", "double", ClassifyFlowCodecs.FLIPPER_LENGTH)
                                    .help("millimetres"),
                            ArtifactDefinition.parameter("bodyMass", "double", ClassifyFlowCodecs.BODY_MASS)
                                    .help("grams"),
                            ArtifactDefinition.artifact("model", "Model<Label>", ClassifyFlowCodecs.MODEL),
                            ArtifactDefinition.artifact("accuracy", "double", ClassifyFlowCodecs.ACCURACY),
                            ArtifactDefinition.artifact("species", "Species", ClassifyFlowCodecs.SPECIES)),
                    List.of(
                            StepDefinition.linear("start", "end")
                                    .access(Access.nothing().reads("modelRun").mustAssign("accuracy",
                                            "model")),
                            StepDefinition.end("end")
                                    .access(Access.nothing().reads("billDepth", "billLength",
                                            "bodyMass", "flipperLength",
                                            "model").mayChange("model").mustAssign("species"))));
        }

        @Override
        public ClassifyFlow newFlow() {
            return new ClassifyFlow();
        }

        @Override
        public void call(ClassifyFlow flow, int step, TaskArguments task) throws Exception {
            switch (step) {
                case 0 -> flow.start(task.context());
                case 1 -> flow.end(task.context());
                default -> throw new IndexOutOfBoundsException(step);
            }
        }

        @Override
        public Object get(ClassifyFlow flow, int artifact) {
            return switch (artifact) {
                case 0 -> flow.modelRun;
                case 1 -> flow.billLength;
                case 2 -> flow.billDepth;
                case 3 -> flow.flipperLength;
                case 4 -> flow.bodyMass;
                case 5 -> flow.model;
                case 6 -> flow.accuracy;
                case 7 -> flow.species;
                default -> throw new IndexOutOfBoundsException(artifact);
            };
        }

        @Override
        @SuppressWarnings("unchecked")
        public void set(ClassifyFlow flow, int artifact, Object value) {
            switch (artifact) {
                case 0 -> flow.modelRun = (String) value;
                case 1 -> flow.billLength = (double) value;
                case 2 -> flow.billDepth = (double) value;
                case 3 -> flow.flipperLength = (double) value;
                case 4 -> flow.bodyMass = (double) value;
                case 5 -> flow.model = (Model<Label>) value;
                case 6 -> flow.accuracy = (double) value;
                case 7 -> flow.species = (Species) value;
                default -> throw new IndexOutOfBoundsException(artifact);
            }
        }
    }
}
