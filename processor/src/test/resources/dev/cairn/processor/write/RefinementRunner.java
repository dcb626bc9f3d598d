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
import dev.cairn.runtime.definition.Items;
import dev.cairn.runtime.definition.StepDefinition;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Runs the flow {@link Refinement}.
 *
 * <pre>{@code
 * start -> foreach parts (refine)
 * refine -> refine | gather
 * gather -> start | end
 * end
 * }</pre>
 */
@Generated("dev.cairn.processor.FlowProcessor")
final class RefinementRunner {
    /** The flow, for engines and tools. */
    static final FlowDefinition<Refinement> DEFINITION = new Definition();

    private RefinementRunner() {}

    /**
     * Runs the flow on the default datastore, and waits for its end.
     *
     * @return the run, which succeeded
     * @throws dev.cairn.runtime.FlowFailedException if a step fails
     */
    static RefinementRun run() {
        return builder().run();
    }

    /**
     * Starts the flow on the default datastore, and does not wait for its end.
     *
     * @return the run, to wait for it or to stop it
     */
    static RunHandle<RefinementRun> runAsync() {
        return builder().runAsync();
    }

    /**
     * Goes on where another run in the default datastore ended, and waits for the end.
     *
     * @param id the id of the other run
     * @return the new run, which succeeded
     * @throws dev.cairn.runtime.FlowFailedException if a step fails
     */
    static RefinementRun resume(String id) {
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

    /** Describes a run of {@link Refinement}. */
    static final class Builder extends FlowRunBuilder<Refinement, RefinementRun, Builder> {
        private Builder() {
            super(DEFINITION);
        }

        @Override
        protected RefinementRun result(RunReference run) {
            return new RefinementRun(Run.of(run));
        }
    }

    private static final class Definition extends FlowDefinition<Refinement> {
        Definition() {
            super(
                    FlowHeader.of("0.1.0-SNAPSHOT", "Refinement", Refinement.class),
                    new ArtifactDefinition[] {
                        ArtifactDefinition.artifact("parts", "List<String>", RefinementCodecs.PARTS),
                        ArtifactDefinition.artifact("verdict", "String", RefinementCodecs.VERDICT)
                    },
                    new StepDefinition[] {
                        StepDefinition.foreach("start", "gather", "parts",
                                Items.iterable(RefinementCodecs.PARTS_ITEM), "refine")
                                .analysed().mustAssign("parts"),
                        StepDefinition.switchOn("refine", "verdict")
                                .when("again", "refine")
                                .otherwise("gather")
                                .maxIterations(50)
                                .analysed().reads("verdict").mustAssign("verdict"),
                        StepDefinition.switchOn("gather", "verdict")
                                .when("again", "start")
                                .otherwise("end")
                                .maxIterations(1000)
                                .join()
                                .analysed().mustAssign("verdict"),
                        StepDefinition.end("end")
                                .analysed()
                    });
        }

        @Override
        public Refinement newFlow() {
            return new Refinement();
        }

        @Override
        public void call(Refinement flow, int step, TaskArguments task) throws Exception {
            switch (step) {
                case 0 -> flow.start();
                case 1 -> flow.refine();
                case 2 -> flow.gather(new RefinementArtifacts.GatherInputs(task.inputs()));
                case 3 -> flow.end();
                default -> throw new IndexOutOfBoundsException(step);
            }
        }

        @Override
        public TaskView<?> view(int step, TaskArtifacts artifacts) {
            return switch (step) {
                case 0 -> new RefinementArtifacts.Start(artifacts);
                case 1 -> new RefinementArtifacts.Refine(artifacts);
                case 2 -> new RefinementArtifacts.Gather(artifacts);
                case 3 -> new RefinementArtifacts.End(artifacts);
                default -> throw new IndexOutOfBoundsException(step);
            };
        }

        @Override
        public Object get(Refinement flow, int artifact) {
            return switch (artifact) {
                case 0 -> flow.parts;
                case 1 -> flow.verdict;
                default -> throw new IndexOutOfBoundsException(artifact);
            };
        }

        @Override
        @SuppressWarnings("unchecked")
        public void set(Refinement flow, int artifact, Object value) {
            switch (artifact) {
                case 0 -> flow.parts = (List<String>) value;
                case 1 -> flow.verdict = (String) value;
                default -> throw new IndexOutOfBoundsException(artifact);
            }
        }
    }
}
