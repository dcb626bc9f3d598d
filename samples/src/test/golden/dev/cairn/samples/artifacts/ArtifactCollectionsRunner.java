package dev.cairn.samples.artifacts;

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
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Generated;

/**
 * Runs the flow {@link ArtifactCollections}.
 *
 * <pre>{@code
 * start -> analyze -> end
 * }</pre>
 */
@Generated("dev.cairn.processor.FlowProcessor")
public final class ArtifactCollectionsRunner {
    /** The flow, for engines and tools. */
    public static final FlowDefinition<ArtifactCollections> DEFINITION = new Definition();

    private ArtifactCollectionsRunner() {}

    /**
     * Runs the flow on the default datastore, and waits for its end.
     *
     * @throws dev.cairn.runtime.FlowFailedException if a step fails
     */
    public static ArtifactCollectionsRun run() {
        return builder().run();
    }

    /** Starts the flow on the default datastore, and does not wait for its end. */
    public static RunHandle<ArtifactCollectionsRun> runAsync() {
        return builder().runAsync();
    }

    /**
     * Goes on where another run in the default datastore ended, and waits for the end.
     *
     * @param id the id of the other run
     * @throws dev.cairn.runtime.FlowFailedException if a step fails
     */
    public static ArtifactCollectionsRun resume(String id) {
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

    /** Describes a run of {@link ArtifactCollections}. */
    public static final class Builder extends RunBuilder<ArtifactCollections, Builder> {
        private Builder() {
            super(DEFINITION);
        }

        /**
         * Runs the flow and waits for its end.
         *
         * @throws dev.cairn.runtime.FlowFailedException if a step fails
         */
        public ArtifactCollectionsRun run() {
            return new ArtifactCollectionsRun(Run.of(execute()));
        }

        /** Starts the flow and does not wait for its end. */
        public RunHandle<ArtifactCollectionsRun> runAsync() {
            return executeAsync(run -> new ArtifactCollectionsRun(Run.of(run)));
        }

        /**
         * Goes on where another run ended, and waits for the end. What is finished is reused where neither its code nor
         * its parameters changed; parameters that are not set keep their values.
         *
         * @param id the id of the other run
         * @throws dev.cairn.runtime.FlowFailedException if a step fails
         */
        public ArtifactCollectionsRun resume(String id) {
            return new ArtifactCollectionsRun(Run.of(executeResume(id)));
        }

        /**
         * Goes on where another run ended, and does not wait for the end.
         *
         * @param id the id of the other run
         */
        public RunHandle<ArtifactCollectionsRun> resumeAsync(String id) {
            return executeResumeAsync(id, run -> new ArtifactCollectionsRun(Run.of(run)));
        }
    }

    private static final class Definition extends FlowDefinition<ArtifactCollections> {
        Definition() {
            super(
                    FlowHeader.of("0.1.0-SNAPSHOT", "ArtifactCollections", ArtifactCollections.class)
                            .documentation("Artifact collections: a map may hold values of many types, as long as each can be stored."),
                    List.of(
                            ArtifactDefinition.artifact("results", "Map<String, Object>", ArtifactCollectionsCodecs.RESULTS)),
                    List.of(
                            StepDefinition.linear("start", "analyze")
                                    .access(Access.nothing()),
                            StepDefinition.linear("analyze", "end")
                                    .access(Access.nothing().mustAssign("results")),
                            StepDefinition.end("end")
                                    .access(Access.nothing())));
        }

        @Override
        public ArtifactCollections newFlow() {
            return new ArtifactCollections();
        }

        @Override
        public void call(ArtifactCollections flow, int step, TaskArguments task) throws Exception {
            switch (step) {
                case 0 -> flow.start();
                case 1 -> flow.analyze();
                case 2 -> flow.end();
                default -> throw new IndexOutOfBoundsException(step);
            }
        }

        @Override
        public Object get(ArtifactCollections flow, int artifact) {
            return switch (artifact) {
                case 0 -> flow.results;
                default -> throw new IndexOutOfBoundsException(artifact);
            };
        }

        @Override
        @SuppressWarnings("unchecked")
        public void set(ArtifactCollections flow, int artifact, Object value) {
            switch (artifact) {
                case 0 -> flow.results = (Map<String, Object>) value;
                default -> throw new IndexOutOfBoundsException(artifact);
            }
        }
    }
}
