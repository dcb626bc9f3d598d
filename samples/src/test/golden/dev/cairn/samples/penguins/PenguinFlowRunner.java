package dev.cairn.samples.penguins;

import dev.cairn.client.Run;
import dev.cairn.engine.FlowRunBuilder;
import dev.cairn.engine.RunHandle;
import dev.cairn.runtime.FlowMain;
import dev.cairn.runtime.IncludedFile;
import dev.cairn.runtime.RunReference;
import dev.cairn.runtime.TaskArguments;
import dev.cairn.runtime.TaskArtifacts;
import dev.cairn.runtime.TaskView;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.FlowHeader;
import dev.cairn.runtime.definition.Items;
import dev.cairn.runtime.definition.StepDefinition;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Generated;
import org.tribuo.Model;
import org.tribuo.classification.Label;

/**
 * Runs the flow {@link PenguinFlow}.
 *
 * <pre>{@code
 * start -> foreach candidates (evaluate) -> choose -> train -> end
 * }</pre>
 */
@Generated("dev.cairn.processor.FlowProcessor")
public final class PenguinFlowRunner {
    /** The flow, for engines and tools. */
    public static final FlowDefinition<PenguinFlow> DEFINITION = new Definition();

    private PenguinFlowRunner() {}

    /**
     * Runs the flow with every parameter at its default, on the default datastore, and waits for its end.
     *
     * @return the run, which succeeded
     * @throws dev.cairn.runtime.FlowFailedException if a step fails
     */
    public static PenguinFlowRun run() {
        return builder().run();
    }

    /**
     * Starts the flow with every parameter at its default, on the default datastore, and does not wait for its end.
     *
     * @return the run, to wait for it or to stop it
     */
    public static RunHandle<PenguinFlowRun> runAsync() {
        return builder().runAsync();
    }

    /**
     * Goes on where another run in the default datastore ended, and waits for the end.
     *
     * @param id the id of the other run
     * @return the new run, which succeeded
     * @throws dev.cairn.runtime.FlowFailedException if a step fails
     */
    public static PenguinFlowRun resume(String id) {
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

    /** Describes a run of {@link PenguinFlow}. */
    public static final class Builder extends FlowRunBuilder<PenguinFlow, PenguinFlowRun, Builder> {
        private Builder() {
            super(DEFINITION);
        }

        /**
         * Sets the parameter {@link PenguinFlow#data}: CSV file of penguins.
         *
         * @param data its value in the run
         * @return this builder
         */
        public Builder data(IncludedFile data) {
            return parameter("data", data);
        }

        /**
         * Sets the parameter {@link PenguinFlow#folds}: parts of the cross-validation.
         *
         * @param folds its value in the run
         * @return this builder
         */
        public Builder folds(int folds) {
            return parameter("folds", folds);
        }

        /**
         * Sets the parameter {@link PenguinFlow#heldOutShare}: share of the penguins that is held out for the last judgement.
         *
         * @param heldOutShare its value in the run
         * @return this builder
         */
        public Builder heldOutShare(double heldOutShare) {
            return parameter("heldOutShare", heldOutShare);
        }

        /**
         * Sets the parameter {@link PenguinFlow#seed}: seed of all that is random.
         *
         * @param seed its value in the run
         * @return this builder
         */
        public Builder seed(long seed) {
            return parameter("seed", seed);
        }

        @Override
        protected PenguinFlowRun result(RunReference run) {
            return new PenguinFlowRun(Run.of(run));
        }
    }

    private static final class Definition extends FlowDefinition<PenguinFlow> {
        Definition() {
            super(
                    FlowHeader.of("0.1.0-SNAPSHOT", "PenguinFlow", PenguinFlow.class)
                            .documentation("Finds the classifier that tells penguins apart best: cross-validates every candidate, side by side, trains the best one on all that it may see, and judges it on penguins that no candidate has seen."),
                    new ArtifactDefinition[] {
                        ArtifactDefinition.parameter("data", "IncludedFile", PenguinFlowCodecs.DATA)
                                .help("CSV file of penguins"),
                        ArtifactDefinition.parameter("folds", "int", PenguinFlowCodecs.FOLDS)
                                .help("parts of the cross-validation"),
                        ArtifactDefinition.parameter("heldOutShare", "double", PenguinFlowCodecs.HELD_OUT_SHARE)
                                .help("share of the penguins that is held out for the last judgement"),
                        ArtifactDefinition.parameter("seed", "long", PenguinFlowCodecs.SEED)
                                .help("seed of all that is random"),
                        ArtifactDefinition.artifact("training", "List<Penguin>", PenguinFlowCodecs.TRAINING),
                        ArtifactDefinition.artifact("heldOut", "List<Penguin>", PenguinFlowCodecs.HELD_OUT),
                        ArtifactDefinition.artifact("candidates", "List<Candidate>", PenguinFlowCodecs.CANDIDATES),
                        ArtifactDefinition.artifact("candidate", "Candidate", PenguinFlowCodecs.CANDIDATE),
                        ArtifactDefinition.artifact("meanAccuracy", "double", PenguinFlowCodecs.MEAN_ACCURACY),
                        ArtifactDefinition.artifact("best", "Candidate", PenguinFlowCodecs.BEST),
                        ArtifactDefinition.artifact("model", "Model<Label>", PenguinFlowCodecs.MODEL),
                        ArtifactDefinition.artifact("confusion", "Map<Species, Map<Species, Integer>>", PenguinFlowCodecs.CONFUSION),
                        ArtifactDefinition.artifact("accuracy", "double", PenguinFlowCodecs.ACCURACY)
                    },
                    new StepDefinition[] {
                        StepDefinition.foreach("start", "choose", "candidates",
                                Items.iterable(PenguinFlowCodecs.CANDIDATES_ITEM), "evaluate")
                                .analysed().reads("data", "folds", "heldOutShare",
                                        "seed").mustAssign("candidates", "heldOut", "training"),
                        StepDefinition.linear("evaluate", "choose")
                                .analysed().reads("folds", "seed",
                                        "training").mayChange("training").mustAssign("candidate",
                                        "meanAccuracy"),
                        StepDefinition.linear("choose", "train").join()
                                .analysed().mustAssign("best"),
                        StepDefinition.linear("train", "end")
                                .analysed().reads("best", "seed", "training").mustAssign("model"),
                        StepDefinition.end("end")
                                .analysed().reads("best", "heldOut",
                                        "model").mayChange("model").mustAssign("accuracy",
                                        "confusion")
                    });
        }

        @Override
        public PenguinFlow newFlow() {
            return new PenguinFlow();
        }

        @Override
        public void call(PenguinFlow flow, int step, TaskArguments task) throws Exception {
            switch (step) {
                case 0 -> flow.start();
                case 1 -> flow.evaluate(task.<Candidate>item("candidates"));
                case 2 -> flow.choose(new PenguinFlowArtifacts.ChooseInputs(task.inputs()), task.context());
                case 3 -> flow.train();
                case 4 -> flow.end(task.context());
                default -> throw new IndexOutOfBoundsException(step);
            }
        }

        @Override
        public TaskView<?> view(int step, TaskArtifacts artifacts) {
            return switch (step) {
                case 0 -> new PenguinFlowArtifacts.Start(artifacts);
                case 1 -> new PenguinFlowArtifacts.Evaluate(artifacts);
                case 2 -> new PenguinFlowArtifacts.Choose(artifacts);
                case 3 -> new PenguinFlowArtifacts.Train(artifacts);
                case 4 -> new PenguinFlowArtifacts.End(artifacts);
                default -> throw new IndexOutOfBoundsException(step);
            };
        }

        @Override
        public Object get(PenguinFlow flow, int artifact) {
            return switch (artifact) {
                case 0 -> flow.data;
                case 1 -> flow.folds;
                case 2 -> flow.heldOutShare;
                case 3 -> flow.seed;
                case 4 -> flow.training;
                case 5 -> flow.heldOut;
                case 6 -> flow.candidates;
                case 7 -> flow.candidate;
                case 8 -> flow.meanAccuracy;
                case 9 -> flow.best;
                case 10 -> flow.model;
                case 11 -> flow.confusion;
                case 12 -> flow.accuracy;
                default -> throw new IndexOutOfBoundsException(artifact);
            };
        }

        @Override
        @SuppressWarnings("unchecked")
        public void set(PenguinFlow flow, int artifact, Object value) {
            switch (artifact) {
                case 0 -> flow.data = (IncludedFile) value;
                case 1 -> flow.folds = (int) value;
                case 2 -> flow.heldOutShare = (double) value;
                case 3 -> flow.seed = (long) value;
                case 4 -> flow.training = (List<Penguin>) value;
                case 5 -> flow.heldOut = (List<Penguin>) value;
                case 6 -> flow.candidates = (List<Candidate>) value;
                case 7 -> flow.candidate = (Candidate) value;
                case 8 -> flow.meanAccuracy = (double) value;
                case 9 -> flow.best = (Candidate) value;
                case 10 -> flow.model = (Model<Label>) value;
                case 11 -> flow.confusion = (Map<Species, Map<Species, Integer>>) value;
                case 12 -> flow.accuracy = (double) value;
                default -> throw new IndexOutOfBoundsException(artifact);
            }
        }
    }
}
