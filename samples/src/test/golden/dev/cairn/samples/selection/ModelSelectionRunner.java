package dev.cairn.samples.selection;

import dev.cairn.client.Run;
import dev.cairn.engine.FlowRunBuilder;
import dev.cairn.engine.RunHandle;
import dev.cairn.runtime.FlowMain;
import dev.cairn.runtime.RunReference;
import dev.cairn.runtime.TaskArguments;
import dev.cairn.runtime.TaskArtifacts;
import dev.cairn.runtime.TaskView;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.FlowHeader;
import dev.cairn.runtime.definition.Items;
import dev.cairn.runtime.definition.Retries;
import dev.cairn.runtime.definition.StepDefinition;
import java.time.Duration;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Runs the flow {@link ModelSelection}.
 *
 * <pre>{@code
 * start -> foreach candidates (train) -> join -> end
 * }</pre>
 */
@Generated("dev.cairn.processor.FlowProcessor")
public final class ModelSelectionRunner {
    /** The flow, for engines and tools. */
    public static final FlowDefinition<ModelSelection> DEFINITION = new Definition();

    private ModelSelectionRunner() {}

    /**
     * Runs the flow with every parameter at its default, on the default datastore, and waits for its end.
     *
     * @return the run, which succeeded
     * @throws dev.cairn.runtime.FlowFailedException if a step fails
     */
    public static ModelSelectionRun run() {
        return builder().run();
    }

    /**
     * Starts the flow with every parameter at its default, on the default datastore, and does not wait for its end.
     *
     * @return the run, to wait for it or to stop it
     */
    public static RunHandle<ModelSelectionRun> runAsync() {
        return builder().runAsync();
    }

    /**
     * Goes on where another run in the default datastore ended, and waits for the end.
     *
     * @param id the id of the other run
     * @return the new run, which succeeded
     * @throws dev.cairn.runtime.FlowFailedException if a step fails
     */
    public static ModelSelectionRun resume(String id) {
        return builder().resume(id);
    }

    /**
     * Starts to describe a run.
     *
     * @return a builder, in which nothing is set
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The command line of the flow.
     *
     * @param args a command, then its options and arguments
     */
    public static void main(String[] args) {
        FlowMain.run(DEFINITION, args);
    }

    /** Describes a run of {@link ModelSelection}. */
    public static final class Builder extends FlowRunBuilder<ModelSelection, ModelSelectionRun, Builder> {
        private Builder() {
            super(DEFINITION);
        }

        /**
         * Sets the parameter {@link ModelSelection#rates}: learning rates to try.
         *
         * @param rates its value in the run
         * @return this builder
         */
        public Builder rates(List<Double> rates) {
            return parameter("rates", rates);
        }

        @Override
        protected ModelSelectionRun result(RunReference run) {
            return new ModelSelectionRun(Run.of(run));
        }
    }

    private static final class Definition extends FlowDefinition<ModelSelection> {
        Definition() {
            super(
                    FlowHeader.of("0.1.0-SNAPSHOT", "ModelSelection", ModelSelection.class)
                            .documentation("Trains one model per learning rate and keeps the best accuracy."),
                    new ArtifactDefinition[] {
                        ArtifactDefinition.parameter("rates", "List<Double>", ModelSelectionCodecs.RATES)
                                .help("learning rates to try"),
                        ArtifactDefinition.artifact("candidates", "List<Config>", ModelSelectionCodecs.CANDIDATES),
                        ArtifactDefinition.artifact("model", "Model", ModelSelectionCodecs.MODEL),
                        ArtifactDefinition.artifact("accuracy", "double", ModelSelectionCodecs.ACCURACY),
                        ArtifactDefinition.artifact("bestAccuracy", "double", ModelSelectionCodecs.BEST_ACCURACY)
                    },
                    new StepDefinition[] {
                        StepDefinition.foreach("start", "join", "candidates",
                                Items.iterable(ModelSelectionCodecs.CANDIDATES_ITEM), "train")
                                .analysed().reads("rates").mustAssign("candidates"),
                        StepDefinition.linear("train", "join")
                                .retry(Retries.of(3).delay(Duration.parse("PT1S")))
                                .analysed().mustAssign("accuracy", "model"),
                        StepDefinition.linear("join", "end").join()
                                .analysed().mustAssign("bestAccuracy"),
                        StepDefinition.end("end")
                                .analysed().reads("bestAccuracy")
                    });
        }

        @Override
        public ModelSelection newFlow() {
            return new ModelSelection();
        }

        @Override
        public void call(ModelSelection flow, int step, TaskArguments task) throws Exception {
            switch (step) {
                case 0 -> flow.start();
                case 1 -> flow.train(task.<Config>item("candidates"));
                case 2 -> flow.join(new ModelSelectionArtifacts.JoinInputs(task.inputs()));
                case 3 -> flow.end(task.context());
                default -> throw new IndexOutOfBoundsException(step);
            }
        }

        @Override
        public TaskView<?> view(int step, TaskArtifacts artifacts) {
            return switch (step) {
                case 0 -> new ModelSelectionArtifacts.Start(artifacts);
                case 1 -> new ModelSelectionArtifacts.Train(artifacts);
                case 2 -> new ModelSelectionArtifacts.Join(artifacts);
                case 3 -> new ModelSelectionArtifacts.End(artifacts);
                default -> throw new IndexOutOfBoundsException(step);
            };
        }

        @Override
        public Object get(ModelSelection flow, int artifact) {
            return switch (artifact) {
                case 0 -> flow.rates;
                case 1 -> flow.candidates;
                case 2 -> flow.model;
                case 3 -> flow.accuracy;
                case 4 -> flow.bestAccuracy;
                default -> throw new IndexOutOfBoundsException(artifact);
            };
        }

        @Override
        @SuppressWarnings("unchecked")
        public void set(ModelSelection flow, int artifact, Object value) {
            switch (artifact) {
                case 0 -> flow.rates = (List<Double>) value;
                case 1 -> flow.candidates = (List<Config>) value;
                case 2 -> flow.model = (Model) value;
                case 3 -> flow.accuracy = (double) value;
                case 4 -> flow.bestAccuracy = (double) value;
                default -> throw new IndexOutOfBoundsException(artifact);
            }
        }
    }
}
