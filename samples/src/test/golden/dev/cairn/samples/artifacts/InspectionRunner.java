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
 * Runs the flow {@link Inspection}.
 *
 * <pre>{@code
 * start -> process -> end
 * }</pre>
 */
@Generated("dev.cairn.processor.FlowProcessor")
public final class InspectionRunner {
    /** The flow, for engines and tools. */
    public static final FlowDefinition<Inspection> DEFINITION = new Definition();

    private InspectionRunner() {}

    /**
     * Runs the flow with every parameter at its default, on the default datastore, and waits for its end.
     *
     * @throws dev.cairn.runtime.FlowFailedException if a step fails
     */
    public static InspectionRun run() {
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

    /** Describes a run of {@link Inspection}. */
    public static final class Builder extends RunBuilder<Inspection, Builder> {
        private Builder() {
            super(DEFINITION);
        }

        /** Sets the parameter {@link Inspection#numbers}: the numbers to average. */
        public Builder numbers(List<Double> numbers) {
            return parameter("numbers", numbers);
        }

        /**
         * Runs the flow and waits for its end.
         *
         * @throws dev.cairn.runtime.FlowFailedException if a step fails
         */
        public InspectionRun run() {
            return new InspectionRun(Run.of(execute()));
        }
    }

    private static final class Definition extends FlowDefinition<Inspection> {
        Definition() {
            super(
                    FlowHeader.of("0.1.0-SNAPSHOT", "Inspection", Inspection.class)
                            .documentation("Inspecting artifacts: a flow whose past runs the client looks at."),
                    List.of(
                            ArtifactDefinition.parameter("numbers", "List<Double>", InspectionCodecs.NUMBERS)
                                    .help("the numbers to average"),
                            ArtifactDefinition.artifact("accuracy", "double", InspectionCodecs.ACCURACY),
                            ArtifactDefinition.artifact("model", "List<Double>", InspectionCodecs.MODEL)),
                    List.of(
                            StepDefinition.linear("start", "process")
                                    .access(Access.nothing()),
                            StepDefinition.linear("process", "end")
                                    .access(Access.nothing().reads("numbers").mustAssign("accuracy",
                                            "model")),
                            StepDefinition.end("end")
                                    .access(Access.nothing())));
        }

        @Override
        public Inspection newFlow() {
            return new Inspection();
        }

        @Override
        public void call(Inspection flow, int step, TaskArguments task) throws Exception {
            switch (step) {
                case 0 -> flow.start();
                case 1 -> flow.process();
                case 2 -> flow.end();
                default -> throw new IndexOutOfBoundsException(step);
            }
        }

        @Override
        public Object get(Inspection flow, int artifact) {
            return switch (artifact) {
                case 0 -> flow.numbers;
                case 1 -> flow.accuracy;
                case 2 -> flow.model;
                default -> throw new IndexOutOfBoundsException(artifact);
            };
        }

        @Override
        @SuppressWarnings("unchecked")
        public void set(Inspection flow, int artifact, Object value) {
            switch (artifact) {
                case 0 -> flow.numbers = (List<Double>) value;
                case 1 -> flow.accuracy = (double) value;
                case 2 -> flow.model = (List<Double>) value;
                default -> throw new IndexOutOfBoundsException(artifact);
            }
        }
    }
}
