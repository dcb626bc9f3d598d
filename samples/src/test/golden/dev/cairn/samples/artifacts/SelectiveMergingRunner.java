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
 * Runs the flow {@link SelectiveMerging}.
 *
 * <pre>{@code
 * start -> (branchA | branchB) -> joinOnly -> (branchC | branchD) -> joinExcept -> end
 * }</pre>
 */
@Generated("dev.cairn.processor.FlowProcessor")
public final class SelectiveMergingRunner {
    /** The flow, for engines and tools. */
    public static final FlowDefinition<SelectiveMerging> DEFINITION = new Definition();

    private SelectiveMergingRunner() {}

    /**
     * Runs the flow on the default datastore, and waits for its end.
     *
     * @throws dev.cairn.runtime.FlowFailedException if a step fails
     */
    public static SelectiveMergingRun run() {
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

    /** Describes a run of {@link SelectiveMerging}. */
    public static final class Builder extends RunBuilder<SelectiveMerging, Builder> {
        private Builder() {
            super(DEFINITION);
        }

        /**
         * Runs the flow and waits for its end.
         *
         * @throws dev.cairn.runtime.FlowFailedException if a step fails
         */
        public SelectiveMergingRun run() {
            return new SelectiveMergingRun(Run.of(execute()));
        }
    }

    private static final class Definition extends FlowDefinition<SelectiveMerging> {
        Definition() {
            super(
                    FlowHeader.of("0.1.0-SNAPSHOT", "SelectiveMerging", SelectiveMerging.class)
                            .documentation("Selective merging: a join takes over only some artifacts, or all but some."),
                    List.of(
                            ArtifactDefinition.artifact("resultA", "String", SelectiveMergingCodecs.RESULT_A),
                            ArtifactDefinition.artifact("resultB", "String", SelectiveMergingCodecs.RESULT_B),
                            ArtifactDefinition.artifact(
                                    "temporaryData", "String", SelectiveMergingCodecs.TEMPORARY_DATA)),
                    List.of(
                            StepDefinition.split("start", "joinOnly", "branchA", "branchB")
                                    .access(Access.nothing()),
                            StepDefinition.linear("branchA", "joinOnly")
                                    .access(Access.nothing().mustAssign("resultA",
                                            "temporaryData")),
                            StepDefinition.linear("branchB", "joinOnly")
                                    .access(Access.nothing().mustAssign("resultB",
                                            "temporaryData")),
                            StepDefinition.split("joinOnly", "joinExcept", "branchC", "branchD").join()
                                    .access(Access.nothing()),
                            StepDefinition.linear("branchC", "joinExcept")
                                    .access(Access.nothing().mustAssign("temporaryData")),
                            StepDefinition.linear("branchD", "joinExcept")
                                    .access(Access.nothing().mustAssign("temporaryData")),
                            StepDefinition.linear("joinExcept", "end").join()
                                    .access(Access.nothing()),
                            StepDefinition.end("end")
                                    .access(Access.nothing())));
        }

        @Override
        public SelectiveMerging newFlow() {
            return new SelectiveMerging();
        }

        @Override
        public void call(SelectiveMerging flow, int step, TaskArguments task) throws Exception {
            switch (step) {
                case 0 -> flow.start();
                case 1 -> flow.branchA();
                case 2 -> flow.branchB();
                case 3 -> flow.joinOnly(new SelectiveMergingArtifacts.JoinOnlyInputs(task.inputs()));
                case 4 -> flow.branchC();
                case 5 -> flow.branchD();
                case 6 -> flow.joinExcept(new SelectiveMergingArtifacts.JoinExceptInputs(task.inputs()));
                case 7 -> flow.end();
                default -> throw new IndexOutOfBoundsException(step);
            }
        }

        @Override
        public Object get(SelectiveMerging flow, int artifact) {
            return switch (artifact) {
                case 0 -> flow.resultA;
                case 1 -> flow.resultB;
                case 2 -> flow.temporaryData;
                default -> throw new IndexOutOfBoundsException(artifact);
            };
        }

        @Override
        public void set(SelectiveMerging flow, int artifact, Object value) {
            switch (artifact) {
                case 0 -> flow.resultA = (String) value;
                case 1 -> flow.resultB = (String) value;
                case 2 -> flow.temporaryData = (String) value;
                default -> throw new IndexOutOfBoundsException(artifact);
            }
        }
    }
}
