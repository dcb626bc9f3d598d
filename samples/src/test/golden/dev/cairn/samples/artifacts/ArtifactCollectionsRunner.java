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
     * @return the run, which succeeded
     * @throws dev.cairn.runtime.FlowFailedException if a step fails
     */
    public static ArtifactCollectionsRun run() {
        return builder().run();
    }

    /**
     * Starts the flow on the default datastore, and does not wait for its end.
     *
     * @return the run, to wait for it or to stop it
     */
    public static RunHandle<ArtifactCollectionsRun> runAsync() {
        return builder().runAsync();
    }

    /**
     * Goes on where another run in the default datastore ended, and waits for the end.
     *
     * @param id the id of the other run
     * @return the new run, which succeeded
     * @throws dev.cairn.runtime.FlowFailedException if a step fails
     */
    public static ArtifactCollectionsRun resume(String id) {
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

    /** Describes a run of {@link ArtifactCollections}. */
    public static final class Builder extends FlowRunBuilder<ArtifactCollections, ArtifactCollectionsRun, Builder> {
        private Builder() {
            super(DEFINITION);
        }

        @Override
        protected ArtifactCollectionsRun result(RunReference run) {
            return new ArtifactCollectionsRun(Run.of(run));
        }
    }

    private static final class Definition extends FlowDefinition<ArtifactCollections> {
        Definition() {
            super(
                    FlowHeader.of("0.1.0-SNAPSHOT", "ArtifactCollections", ArtifactCollections.class)
                            .documentation("Artifact collections: a map may hold values of many types, as long as each can be stored."),
                    new ArtifactDefinition[] {
                        ArtifactDefinition.artifact("results", "Map<String, Object>", ArtifactCollectionsCodecs.RESULTS)
                    },
                    new StepDefinition[] {
                        StepDefinition.linear("start", "analyze")
                                .analysed(),
                        StepDefinition.linear("analyze", "end")
                                .analysed().mustAssign("results"),
                        StepDefinition.end("end")
                                .analysed()
                    });
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
        public TaskView<?> view(int step, TaskArtifacts artifacts) {
            return switch (step) {
                case 0 -> new ArtifactCollectionsArtifacts.Start(artifacts);
                case 1 -> new ArtifactCollectionsArtifacts.Analyze(artifacts);
                case 2 -> new ArtifactCollectionsArtifacts.End(artifacts);
                default -> throw new IndexOutOfBoundsException(step);
            };
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
