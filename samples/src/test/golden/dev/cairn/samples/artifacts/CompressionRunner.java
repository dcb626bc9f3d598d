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
 * Runs the flow {@link Compression}.
 *
 * <pre>{@code
 * start -> end
 * }</pre>
 */
@Generated("dev.cairn.processor.FlowProcessor")
public final class CompressionRunner {
    /** The flow, for engines and tools. */
    public static final FlowDefinition<Compression> DEFINITION = new Definition();

    private CompressionRunner() {}

    /**
     * Runs the flow on the default datastore, and waits for its end.
     *
     * @throws dev.cairn.runtime.FlowFailedException if a step fails
     */
    public static CompressionRun run() {
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

    /** Describes a run of {@link Compression}. */
    public static final class Builder extends RunBuilder<Compression, Builder> {
        private Builder() {
            super(DEFINITION);
        }

        /**
         * Runs the flow and waits for its end.
         *
         * @throws dev.cairn.runtime.FlowFailedException if a step fails
         */
        public CompressionRun run() {
            return new CompressionRun(Run.of(execute()));
        }
    }

    private static final class Definition extends FlowDefinition<Compression> {
        Definition() {
            super(
                    FlowHeader.of("0.1.0-SNAPSHOT", "Compression", Compression.class)
                            .documentation("Compression: a step may keep its data in a compressed form of its own. There is seldom a reason to: Cairn compresses what it stores where that pays."),
                    List.of(
                            ArtifactDefinition.artifact("compressedData", "byte[]", CompressionCodecs.COMPRESSED_DATA),
                            ArtifactDefinition.artifact("originalLength", "int", CompressionCodecs.ORIGINAL_LENGTH),
                            ArtifactDefinition.artifact("lastLine", "String", CompressionCodecs.LAST_LINE)),
                    List.of(
                            StepDefinition.linear("start", "end")
                                    .access(Access.nothing().mustAssign("compressedData",
                                            "originalLength")),
                            StepDefinition.end("end")
                                    .access(Access.nothing().reads("compressedData").mayChange("compressedData").mustAssign("lastLine"))));
        }

        @Override
        public Compression newFlow() {
            return new Compression();
        }

        @Override
        public void call(Compression flow, int step, TaskArguments task) throws Exception {
            switch (step) {
                case 0 -> flow.start();
                case 1 -> flow.end();
                default -> throw new IndexOutOfBoundsException(step);
            }
        }

        @Override
        public Object get(Compression flow, int artifact) {
            return switch (artifact) {
                case 0 -> flow.compressedData;
                case 1 -> flow.originalLength;
                case 2 -> flow.lastLine;
                default -> throw new IndexOutOfBoundsException(artifact);
            };
        }

        @Override
        public void set(Compression flow, int artifact, Object value) {
            switch (artifact) {
                case 0 -> flow.compressedData = (byte[]) value;
                case 1 -> flow.originalLength = (int) value;
                case 2 -> flow.lastLine = (String) value;
                default -> throw new IndexOutOfBoundsException(artifact);
            }
        }
    }
}
