package com.acme;

import dev.cairn.client.Run;
import dev.cairn.engine.FlowRunBuilder;
import dev.cairn.runtime.FlowMain;
import dev.cairn.runtime.RunReference;
import dev.cairn.runtime.TaskArguments;
import dev.cairn.runtime.TaskArtifacts;
import dev.cairn.runtime.TaskView;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.FlowHeader;
import dev.cairn.runtime.definition.StepDefinition;
import java.nio.file.Path;
import java.util.Map;
import javax.annotation.processing.Generated;

/**
 * Runs the flow {@link TwoBranches}.
 *
 * <pre>{@code
 * start -> (branchA | branchB -> more) -> join -> end
 * }</pre>
 */
@Generated("dev.cairn.processor.FlowProcessor")
public final class TwoBranchesRunner {
    /** The flow, for engines and tools. */
    public static final FlowDefinition<TwoBranches> DEFINITION = new Definition();

    private TwoBranchesRunner() {}

    /**
     * Goes on where another run in the default datastore ended, and waits for the end.
     *
     * @param id the id of the other run
     * @return the new run, which succeeded
     * @throws dev.cairn.runtime.FlowFailedException if a step fails
     */
    public static TwoBranchesRun resume(String id) {
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

    /** Describes a run of {@link TwoBranches}. */
    public static final class Builder extends FlowRunBuilder<TwoBranches, TwoBranchesRun, Builder> {
        private Builder() {
            super(DEFINITION);
        }

        /**
         * Sets the required parameter {@link TwoBranches#input}: the file; &#60;b&#62;whole&#60;/b&#62; lines.
         *
         * @param input its value in the run
         * @return this builder
         */
        public Builder input(Path input) {
            return parameter("input", input);
        }

        @Override
        protected TwoBranchesRun result(RunReference run) {
            return new TwoBranchesRun(Run.of(run));
        }
    }

    private static final class Definition extends FlowDefinition<TwoBranches> {
        Definition() {
            super(
                    FlowHeader.of("0.1.0-SNAPSHOT", "TwoBranches", TwoBranches.class)
                            .documentation("Two paths\n"
                                    + "to the end.")
                            .formerNames("Branches"),
                    new ArtifactDefinition[] {
                        ArtifactDefinition.parameter("input", "Path", TwoBranchesCodecs.INPUT).option("input-file")
                                .help("the file; <b>whole</b> lines.").mandatory(),
                        ArtifactDefinition.constant("limit", "int", TwoBranchesCodecs.LIMIT),
                        ArtifactDefinition.artifact("notes", "Object", TwoBranchesCodecs.NOTES).initialised(),
                        ArtifactDefinition.artifact("left", "Map<String, ? extends Number>", TwoBranchesCodecs.LEFT),
                        ArtifactDefinition.artifact("right", "long[]", TwoBranchesCodecs.RIGHT)
                    },
                    new StepDefinition[] {
                        StepDefinition.split("start", "join", "branchA", "branchB")
                                .analysed(),
                        StepDefinition.linear("branchA", "join")
                                .analysed().reads("input").mustAssign("left"),
                        StepDefinition.linear("branchB", "more")
                                .analysed().mustAssign("right"),
                        StepDefinition.linear("more", "join")
                                .analysed().reads("right").mustAssign("right"),
                        StepDefinition.linear("join", "end").join()
                                .analysed(),
                        StepDefinition.end("end")
                                .analysed().reads("left", "notes", "right")
                    });
        }

        @Override
        public TwoBranches newFlow() {
            return new TwoBranches();
        }

        @Override
        public void call(TwoBranches flow, int step, TaskArguments task) throws Exception {
            switch (step) {
                case 0 -> flow.start();
                case 1 -> flow.branchA();
                case 2 -> flow.branchB();
                case 3 -> flow.more();
                case 4 -> flow.join(task.context(), new TwoBranchesArtifacts.JoinInputs(task.inputs()));
                case 5 -> flow.end();
                default -> throw new IndexOutOfBoundsException(step);
            }
        }

        @Override
        public TaskView<?> view(int step, TaskArtifacts artifacts) {
            return switch (step) {
                case 0 -> new TwoBranchesArtifacts.Start(artifacts);
                case 1 -> new TwoBranchesArtifacts.BranchA(artifacts);
                case 2 -> new TwoBranchesArtifacts.BranchB(artifacts);
                case 3 -> new TwoBranchesArtifacts.More(artifacts);
                case 4 -> new TwoBranchesArtifacts.Join(artifacts);
                case 5 -> new TwoBranchesArtifacts.End(artifacts);
                default -> throw new IndexOutOfBoundsException(step);
            };
        }

        @Override
        public Object get(TwoBranches flow, int artifact) {
            return switch (artifact) {
                case 0 -> flow.input;
                case 1 -> flow.limit;
                case 2 -> flow.notes;
                case 3 -> flow.left;
                case 4 -> flow.right;
                default -> throw new IndexOutOfBoundsException(artifact);
            };
        }

        @Override
        @SuppressWarnings("unchecked")
        public void set(TwoBranches flow, int artifact, Object value) {
            switch (artifact) {
                case 0 -> flow.input = (Path) value;
                case 2 -> flow.notes = value;
                case 3 -> flow.left = (Map<String, ? extends Number>) value;
                case 4 -> flow.right = (long[]) value;
                default -> throw new IndexOutOfBoundsException(artifact);
            }
        }
    }
}
