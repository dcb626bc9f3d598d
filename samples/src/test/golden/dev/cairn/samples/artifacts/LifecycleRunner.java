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
 * Runs the flow {@link Lifecycle}.
 *
 * <pre>{@code
 * start -> read -> change -> end
 * }</pre>
 */
@Generated("dev.cairn.processor.FlowProcessor")
public final class LifecycleRunner {
    /** The flow, for engines and tools. */
    public static final FlowDefinition<Lifecycle> DEFINITION = new Definition();

    private LifecycleRunner() {}

    /**
     * Runs the flow on the default datastore, and waits for its end.
     *
     * @throws dev.cairn.runtime.FlowFailedException if a step fails
     */
    public static LifecycleRun run() {
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

    /** Describes a run of {@link Lifecycle}. */
    public static final class Builder extends RunBuilder<Lifecycle, Builder> {
        private Builder() {
            super(DEFINITION);
        }

        /**
         * Runs the flow and waits for its end.
         *
         * @throws dev.cairn.runtime.FlowFailedException if a step fails
         */
        public LifecycleRun run() {
            return new LifecycleRun(Run.of(execute()));
        }
    }

    private static final class Definition extends FlowDefinition<Lifecycle> {
        Definition() {
            super(
                    FlowHeader.of("0.1.0-SNAPSHOT", "Lifecycle", Lifecycle.class)
                            .documentation("The life of an artifact: assigned in one step, changed in a later one, passed on by all others, and never lost."),
                    List.of(
                            ArtifactDefinition.artifact("events", "List<String>", LifecycleCodecs.EVENTS)),
                    List.of(
                            StepDefinition.linear("start", "read")
                                    .access(Access.nothing().mustAssign("events")),
                            StepDefinition.linear("read", "change")
                                    .access(Access.nothing().reads("events")),
                            StepDefinition.linear("change", "end")
                                    .access(Access.nothing().reads("events").mayChange("events")),
                            StepDefinition.end("end")
                                    .access(Access.nothing())));
        }

        @Override
        public Lifecycle newFlow() {
            return new Lifecycle();
        }

        @Override
        public void call(Lifecycle flow, int step, TaskArguments task) throws Exception {
            switch (step) {
                case 0 -> flow.start();
                case 1 -> flow.read();
                case 2 -> flow.change();
                case 3 -> flow.end();
                default -> throw new IndexOutOfBoundsException(step);
            }
        }

        @Override
        public Object get(Lifecycle flow, int artifact) {
            return switch (artifact) {
                case 0 -> flow.events;
                default -> throw new IndexOutOfBoundsException(artifact);
            };
        }

        @Override
        @SuppressWarnings("unchecked")
        public void set(Lifecycle flow, int artifact, Object value) {
            switch (artifact) {
                case 0 -> flow.events = (List<String>) value;
                default -> throw new IndexOutOfBoundsException(artifact);
            }
        }
    }
}
