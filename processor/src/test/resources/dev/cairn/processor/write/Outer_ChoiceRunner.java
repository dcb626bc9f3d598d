package com.acme;

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
import dev.cairn.runtime.definition.StepDefinition;
import javax.annotation.processing.Generated;

/**
 * Runs the flow {@link Outer.Choice}.
 *
 * <pre>{@code
 * start -> (decide | other)
 * decide -> quick | thorough
 * quick -> join
 * thorough -> join
 * other -> join
 * join
 * }</pre>
 */
@Generated("dev.cairn.processor.FlowProcessor")
final class Outer_ChoiceRunner {
    /** The flow, for engines and tools. */
    static final FlowDefinition<Outer.Choice> DEFINITION = new Definition();

    private Outer_ChoiceRunner() {}

    /**
     * Runs the flow on the default datastore, and waits for its end.
     *
     * @return the run, which succeeded
     * @throws dev.cairn.runtime.FlowFailedException if a step fails
     */
    static Outer_ChoiceRun run() {
        return builder().run();
    }

    /**
     * Starts the flow on the default datastore, and does not wait for its end.
     *
     * @return the run, to wait for it or to stop it
     */
    static RunHandle<Outer_ChoiceRun> runAsync() {
        return builder().runAsync();
    }

    /**
     * Goes on where another run in the default datastore ended, and waits for the end.
     *
     * @param id the id of the other run
     * @return the new run, which succeeded
     * @throws dev.cairn.runtime.FlowFailedException if a step fails
     */
    static Outer_ChoiceRun resume(String id) {
        return builder().resume(id);
    }

    /**
     * Starts to describe a run.
     *
     * @return a builder, in which nothing is set
     */
    static Builder builder() {
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

    /** Describes a run of {@link Outer.Choice}. */
    static final class Builder extends FlowRunBuilder<Outer.Choice, Outer_ChoiceRun, Builder> {
        private Builder() {
            super(DEFINITION);
        }

        @Override
        protected Outer_ChoiceRun result(RunReference run) {
            return new Outer_ChoiceRun(Run.of(run));
        }
    }

    private static final class Definition extends FlowDefinition<Outer.Choice> {
        Definition() {
            super(
                    FlowHeader.of("0.1.0-SNAPSHOT", "Choice", Outer.Choice.class),
                    new ArtifactDefinition[] {
                        ArtifactDefinition.artifact("fast", "boolean", Outer_ChoiceCodecs.FAST),
                        ArtifactDefinition.artifact("score", "int", Outer_ChoiceCodecs.SCORE)
                    },
                    new StepDefinition[] {
                        StepDefinition.split("start", "join", "decide", "other"),
                        StepDefinition.switchOn("decide", "fast")
                                .when("true", "quick")
                                .when("false", "thorough"),
                        StepDefinition.linear("quick", "join"),
                        StepDefinition.linear("thorough", "join"),
                        StepDefinition.linear("other", "join"),
                        StepDefinition.end("join").join()
                    });
        }

        @Override
        public Outer.Choice newFlow() {
            return new Outer.Choice();
        }

        @Override
        public void call(Outer.Choice flow, int step, TaskArguments task) throws Exception {
            switch (step) {
                case 0 -> flow.start();
                case 1 -> flow.decide();
                case 2 -> flow.quick();
                case 3 -> flow.thorough();
                case 4 -> flow.other();
                case 5 -> flow.join(new Outer_ChoiceArtifacts.JoinInputs(task.inputs()));
                default -> throw new IndexOutOfBoundsException(step);
            }
        }

        @Override
        public TaskView<?> view(int step, TaskArtifacts artifacts) {
            return switch (step) {
                case 0 -> new Outer_ChoiceArtifacts.Start(artifacts);
                case 1 -> new Outer_ChoiceArtifacts.Decide(artifacts);
                case 2 -> new Outer_ChoiceArtifacts.Quick(artifacts);
                case 3 -> new Outer_ChoiceArtifacts.Thorough(artifacts);
                case 4 -> new Outer_ChoiceArtifacts.Other(artifacts);
                case 5 -> new Outer_ChoiceArtifacts.Join(artifacts);
                default -> throw new IndexOutOfBoundsException(step);
            };
        }

        @Override
        public Object get(Outer.Choice flow, int artifact) {
            return switch (artifact) {
                case 0 -> flow.fast;
                case 1 -> flow.score;
                default -> throw new IndexOutOfBoundsException(artifact);
            };
        }

        @Override
        public void set(Outer.Choice flow, int artifact, Object value) {
            switch (artifact) {
                case 0 -> flow.fast = (boolean) value;
                case 1 -> flow.score = (int) value;
                default -> throw new IndexOutOfBoundsException(artifact);
            }
        }
    }
}
