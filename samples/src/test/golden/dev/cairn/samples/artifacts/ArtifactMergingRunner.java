package dev.cairn.samples.artifacts;

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
import java.util.Map;
import javax.annotation.processing.Generated;

/**
 * Runs the flow {@link ArtifactMerging}.
 *
 * <pre>{@code
 * start -> (branchA | branchB) -> join -> end
 * }</pre>
 */
@Generated("dev.cairn.processor.FlowProcessor")
public final class ArtifactMergingRunner {
    /** The flow, for engines and tools. */
    public static final FlowDefinition<ArtifactMerging> DEFINITION = new Definition();

    private ArtifactMergingRunner() {}

    /**
     * Runs the flow on the default datastore, and waits for its end.
     *
     * @return the run, which succeeded
     * @throws dev.cairn.runtime.FlowFailedException if a step fails
     */
    public static ArtifactMergingRun run() {
        return builder().run();
    }

    /**
     * Starts the flow on the default datastore, and does not wait for its end.
     *
     * @return the run, to wait for it or to stop it
     */
    public static RunHandle<ArtifactMergingRun> runAsync() {
        return builder().runAsync();
    }

    /**
     * Goes on where another run in the default datastore ended, and waits for the end.
     *
     * @param id the id of the other run
     * @return the new run, which succeeded
     * @throws dev.cairn.runtime.FlowFailedException if a step fails
     */
    public static ArtifactMergingRun resume(String id) {
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

    /** Describes a run of {@link ArtifactMerging}. */
    public static final class Builder extends FlowRunBuilder<ArtifactMerging, ArtifactMergingRun, Builder> {
        private Builder() {
            super(DEFINITION);
        }

        @Override
        protected ArtifactMergingRun result(RunReference run) {
            return new ArtifactMergingRun(Run.of(run));
        }
    }

    private static final class Definition extends FlowDefinition<ArtifactMerging> {
        Definition() {
            super(
                    FlowHeader.of("0.1.0-SNAPSHOT", "ArtifactMerging", ArtifactMerging.class)
                            .documentation("Artifact merging: a join takes over what the branches agree on."),
                    new ArtifactDefinition[] {
                        ArtifactDefinition.artifact("sharedConfig", "Map<String, String>", ArtifactMergingCodecs.SHARED_CONFIG),
                        ArtifactDefinition.artifact("resultA", "String", ArtifactMergingCodecs.RESULT_A),
                        ArtifactDefinition.artifact("resultB", "String", ArtifactMergingCodecs.RESULT_B),
                        ArtifactDefinition.artifact("summary", "String", ArtifactMergingCodecs.SUMMARY)
                    },
                    new StepDefinition[] {
                        StepDefinition.split("start", "join", "branchA", "branchB")
                                .analysed().mustAssign("sharedConfig"),
                        StepDefinition.linear("branchA", "join")
                                .analysed().mustAssign("resultA"),
                        StepDefinition.linear("branchB", "join")
                                .analysed().mustAssign("resultB"),
                        StepDefinition.linear("join", "end").join()
                                .analysed().reads("resultA", "resultB",
                                        "sharedConfig").mustAssign("summary"),
                        StepDefinition.end("end")
                                .analysed()
                    });
        }

        @Override
        public ArtifactMerging newFlow() {
            return new ArtifactMerging();
        }

        @Override
        public void call(ArtifactMerging flow, int step, TaskArguments task) throws Exception {
            switch (step) {
                case 0 -> flow.start();
                case 1 -> flow.branchA();
                case 2 -> flow.branchB();
                case 3 -> flow.join(new ArtifactMergingArtifacts.JoinInputs(task.inputs()));
                case 4 -> flow.end();
                default -> throw new IndexOutOfBoundsException(step);
            }
        }

        @Override
        public TaskView<?> view(int step, TaskArtifacts artifacts) {
            return switch (step) {
                case 0 -> new ArtifactMergingArtifacts.Start(artifacts);
                case 1 -> new ArtifactMergingArtifacts.BranchA(artifacts);
                case 2 -> new ArtifactMergingArtifacts.BranchB(artifacts);
                case 3 -> new ArtifactMergingArtifacts.Join(artifacts);
                case 4 -> new ArtifactMergingArtifacts.End(artifacts);
                default -> throw new IndexOutOfBoundsException(step);
            };
        }

        @Override
        public Object get(ArtifactMerging flow, int artifact) {
            return switch (artifact) {
                case 0 -> flow.sharedConfig;
                case 1 -> flow.resultA;
                case 2 -> flow.resultB;
                case 3 -> flow.summary;
                default -> throw new IndexOutOfBoundsException(artifact);
            };
        }

        @Override
        @SuppressWarnings("unchecked")
        public void set(ArtifactMerging flow, int artifact, Object value) {
            switch (artifact) {
                case 0 -> flow.sharedConfig = (Map<String, String>) value;
                case 1 -> flow.resultA = (String) value;
                case 2 -> flow.resultB = (String) value;
                case 3 -> flow.summary = (String) value;
                default -> throw new IndexOutOfBoundsException(artifact);
            }
        }
    }
}
