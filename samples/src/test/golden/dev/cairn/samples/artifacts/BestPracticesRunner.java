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
 * Runs the flow {@link BestPractices}.
 *
 * <pre>{@code
 * start -> average -> end
 * }</pre>
 */
@Generated("dev.cairn.processor.FlowProcessor")
public final class BestPracticesRunner {
    /** The flow, for engines and tools. */
    public static final FlowDefinition<BestPractices> DEFINITION = new Definition();

    private BestPracticesRunner() {}

    /**
     * Runs the flow on the default datastore, and waits for its end.
     *
     * @throws dev.cairn.runtime.FlowFailedException if a step fails
     */
    public static BestPracticesRun run() {
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

    /** Describes a run of {@link BestPractices}. */
    public static final class Builder extends RunBuilder<BestPractices, Builder> {
        private Builder() {
            super(DEFINITION);
        }

        /**
         * Runs the flow and waits for its end.
         *
         * @throws dev.cairn.runtime.FlowFailedException if a step fails
         */
        public BestPracticesRun run() {
            return new BestPracticesRun(Run.of(execute()));
        }
    }

    private static final class Definition extends FlowDefinition<BestPractices> {
        Definition() {
            super(
                    FlowHeader.of("0.1.0-SNAPSHOT", "BestPractices", BestPractices.class)
                            .documentation("Best practices: results on the way are artifacts too, under names that say what they are; what is very large is a file of the run; credentials are neither, they come from the environment whenever they are needed."),
                    List.of(
                            ArtifactDefinition.artifact(
                                    "cleanedTemperatures", "List<Double>", BestPracticesCodecs.CLEANED_TEMPERATURES),
                            ArtifactDefinition.artifact("rawDataKey", "String", BestPracticesCodecs.RAW_DATA_KEY),
                            ArtifactDefinition.artifact(
                                    "meanTemperature", "double", BestPracticesCodecs.MEAN_TEMPERATURE)),
                    List.of(
                            StepDefinition.linear("start", "average")
                                    .access(Access.nothing().mustAssign("cleanedTemperatures",
                                            "rawDataKey")),
                            StepDefinition.linear("average", "end")
                                    .access(Access.nothing().reads("cleanedTemperatures").mustAssign("meanTemperature")),
                            StepDefinition.end("end")
                                    .access(Access.nothing())));
        }

        @Override
        public BestPractices newFlow() {
            return new BestPractices();
        }

        @Override
        public void call(BestPractices flow, int step, TaskArguments task) throws Exception {
            switch (step) {
                case 0 -> flow.start(task.context());
                case 1 -> flow.average();
                case 2 -> flow.end();
                default -> throw new IndexOutOfBoundsException(step);
            }
        }

        @Override
        public Object get(BestPractices flow, int artifact) {
            return switch (artifact) {
                case 0 -> flow.cleanedTemperatures;
                case 1 -> flow.rawDataKey;
                case 2 -> flow.meanTemperature;
                default -> throw new IndexOutOfBoundsException(artifact);
            };
        }

        @Override
        @SuppressWarnings("unchecked")
        public void set(BestPractices flow, int artifact, Object value) {
            switch (artifact) {
                case 0 -> flow.cleanedTemperatures = (List<Double>) value;
                case 1 -> flow.rawDataKey = (String) value;
                case 2 -> flow.meanTemperature = (double) value;
                default -> throw new IndexOutOfBoundsException(artifact);
            }
        }
    }
}
