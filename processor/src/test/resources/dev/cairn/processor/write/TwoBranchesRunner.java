package com.acme;

import dev.cairn.client.Run;
import dev.cairn.engine.RunBuilder;
import dev.cairn.engine.RunHandle;
import dev.cairn.runtime.FlowMain;
import dev.cairn.runtime.TaskArguments;
import dev.cairn.runtime.definition.Access;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.FlowHeader;
import dev.cairn.runtime.definition.StepDefinition;
import java.nio.file.Path;
import java.util.List;
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
     * @throws dev.cairn.runtime.FlowFailedException if a step fails
     */
    public static TwoBranchesRun resume(String id) {
        return builder().resume(id);
    }

    /** Starts to describe a run. */
    public static Builder builder() {
        return new Builder();
    }

    /** The command line of the flow. */
    public static void main(String[] args) {
        FlowMain.run(DEFINITION, args);
    }

    /** Describes a run of {@link TwoBranches}. */
    public static final class Builder extends RunBuilder<TwoBranches, Builder> {
        private Builder() {
            super(DEFINITION);
        }

        /** Sets the required parameter {@link TwoBranches#input}: the file; &#60;b&#62;whole&#60;/b&#62; lines. */
        public Builder input(Path input) {
            return parameter("input", input);
        }

        /**
         * Runs the flow and waits for its end.
         *
         * @throws dev.cairn.runtime.FlowFailedException if a step fails
         */
        public TwoBranchesRun run() {
            return new TwoBranchesRun(Run.of(execute()));
        }

        /** Starts the flow and does not wait for its end. */
        public RunHandle<TwoBranchesRun> runAsync() {
            return executeAsync(run -> new TwoBranchesRun(Run.of(run)));
        }

        /**
         * Goes on where another run ended, and waits for the end. What is finished is reused where neither its code nor
         * its parameters changed; parameters that are not set keep their values.
         *
         * @param id the id of the other run
         * @throws dev.cairn.runtime.FlowFailedException if a step fails
         */
        public TwoBranchesRun resume(String id) {
            return new TwoBranchesRun(Run.of(executeResume(id)));
        }

        /**
         * Goes on where another run ended, and does not wait for the end.
         *
         * @param id the id of the other run
         */
        public RunHandle<TwoBranchesRun> resumeAsync(String id) {
            return executeResumeAsync(id, run -> new TwoBranchesRun(Run.of(run)));
        }
    }

    private static final class Definition extends FlowDefinition<TwoBranches> {
        Definition() {
            super(
                    FlowHeader.of("0.1.0-SNAPSHOT", "TwoBranches", TwoBranches.class)
                            .documentation("Two paths\n"
                                    + "to the end.")
                            .formerNames("Branches"),
                    List.of(
                            ArtifactDefinition.parameter("input", "Path", TwoBranchesCodecs.INPUT).option("input-file")
                                    .help("the file; <b>whole</b> lines.").mandatory(),
                            ArtifactDefinition.constant("limit", "int", TwoBranchesCodecs.LIMIT),
                            ArtifactDefinition.artifact("notes", "Object", TwoBranchesCodecs.NOTES).initialised(),
                            ArtifactDefinition.artifact("left", "Map<String, ? extends Number>", TwoBranchesCodecs.LEFT),
                            ArtifactDefinition.artifact("right", "long[]", TwoBranchesCodecs.RIGHT)),
                    List.of(
                            StepDefinition.split("start", "join", "branchA", "branchB")
                                    .access(Access.nothing()),
                            StepDefinition.linear("branchA", "join")
                                    .access(Access.nothing().reads("input").mustAssign("left")),
                            StepDefinition.linear("branchB", "more")
                                    .access(Access.nothing().mustAssign("right")),
                            StepDefinition.linear("more", "join")
                                    .access(Access.nothing().reads("right").mustAssign("right")),
                            StepDefinition.linear("join", "end").join()
                                    .access(Access.nothing()),
                            StepDefinition.end("end")
                                    .access(Access.nothing().reads("left", "notes", "right"))));
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
