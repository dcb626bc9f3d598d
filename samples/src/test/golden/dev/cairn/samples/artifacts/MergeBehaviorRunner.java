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
 * Runs the flow {@link MergeBehavior}.
 *
 * <pre>{@code
 * start -> (branchA | branchB) -> join -> end
 * }</pre>
 */
@Generated("dev.cairn.processor.FlowProcessor")
public final class MergeBehaviorRunner {
    /** The flow, for engines and tools. */
    public static final FlowDefinition<MergeBehavior> DEFINITION = new Definition();

    private MergeBehaviorRunner() {}

    /**
     * Runs the flow with every parameter at its default, on the default datastore, and waits for its end.
     *
     * @throws dev.cairn.runtime.FlowFailedException if a step fails
     */
    public static MergeBehaviorRun run() {
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

    /** Describes a run of {@link MergeBehavior}. */
    public static final class Builder extends RunBuilder<MergeBehavior, Builder> {
        private Builder() {
            super(DEFINITION);
        }

        /** Sets the parameter {@link MergeBehavior#findingOfB}: what branch B finds. */
        public Builder findingOfB(String findingOfB) {
            return parameter("findingOfB", findingOfB);
        }

        /**
         * Runs the flow and waits for its end.
         *
         * @throws dev.cairn.runtime.FlowFailedException if a step fails
         */
        public MergeBehaviorRun run() {
            return new MergeBehaviorRun(Run.of(execute()));
        }
    }

    private static final class Definition extends FlowDefinition<MergeBehavior> {
        Definition() {
            super(
                    FlowHeader.of("0.1.0-SNAPSHOT", "MergeBehavior", MergeBehavior.class)
                            .documentation("Merge behavior: what a join takes over depends on who set it, and whether they agree."),
                    List.of(
                            ArtifactDefinition.parameter("findingOfB", "String", MergeBehaviorCodecs.FINDING_OF_B)
                                    .help("what branch B finds"),
                            ArtifactDefinition.artifact("finding", "String", MergeBehaviorCodecs.FINDING),
                            ArtifactDefinition.artifact("onlyInA", "String", MergeBehaviorCodecs.ONLY_IN_A),
                            ArtifactDefinition.artifact("signedBy", "String", MergeBehaviorCodecs.SIGNED_BY)),
                    List.of(
                            StepDefinition.split("start", "join", "branchA", "branchB")
                                    .access(Access.nothing()),
                            StepDefinition.linear("branchA", "join")
                                    .access(Access.nothing().mustAssign("finding", "onlyInA",
                                            "signedBy")),
                            StepDefinition.linear("branchB", "join")
                                    .access(Access.nothing().reads("findingOfB").mustAssign("finding",
                                            "signedBy")),
                            StepDefinition.linear("join", "end").join()
                                    .access(Access.nothing().mustAssign("signedBy").assignedBeforeMerge("signedBy")),
                            StepDefinition.end("end")
                                    .access(Access.nothing())));
        }

        @Override
        public MergeBehavior newFlow() {
            return new MergeBehavior();
        }

        @Override
        public void call(MergeBehavior flow, int step, TaskArguments task) throws Exception {
            switch (step) {
                case 0 -> flow.start();
                case 1 -> flow.branchA();
                case 2 -> flow.branchB();
                case 3 -> flow.join(new MergeBehaviorArtifacts.JoinInputs(task.inputs()));
                case 4 -> flow.end();
                default -> throw new IndexOutOfBoundsException(step);
            }
        }

        @Override
        public Object get(MergeBehavior flow, int artifact) {
            return switch (artifact) {
                case 0 -> flow.findingOfB;
                case 1 -> flow.finding;
                case 2 -> flow.onlyInA;
                case 3 -> flow.signedBy;
                default -> throw new IndexOutOfBoundsException(artifact);
            };
        }

        @Override
        public void set(MergeBehavior flow, int artifact, Object value) {
            switch (artifact) {
                case 0 -> flow.findingOfB = (String) value;
                case 1 -> flow.finding = (String) value;
                case 2 -> flow.onlyInA = (String) value;
                case 3 -> flow.signedBy = (String) value;
                default -> throw new IndexOutOfBoundsException(artifact);
            }
        }
    }
}
