package dev.cairn.samples.artifacts;

import dev.cairn.client.FlowRun;
import dev.cairn.client.FlowRuns;
import dev.cairn.client.Run;
import dev.cairn.datastore.Datastore;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.processing.Generated;

/** A run of {@link Compression}, past or present. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class CompressionRun extends FlowRun<CompressionRun.Step> {
    CompressionRun(Run run) {
        super(run);
    }

    /**
     * The run that was started last on the default datastore.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static CompressionRun latest() {
        return new CompressionRun(FlowRuns.of(CompressionRunner.DEFINITION).latest());
    }

    /**
     * The run that was started last.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static CompressionRun latest(Datastore datastore) {
        return new CompressionRun(FlowRuns.of(CompressionRunner.DEFINITION, datastore).latest());
    }

    /**
     * The run with this id on the default datastore.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static CompressionRun of(String id) {
        return new CompressionRun(FlowRuns.of(CompressionRunner.DEFINITION).run(id));
    }

    /**
     * The run with this id.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static CompressionRun of(String id, Datastore datastore) {
        return new CompressionRun(FlowRuns.of(CompressionRunner.DEFINITION, datastore).run(id));
    }

    /** All runs on the default datastore, the newest first. */
    public static List<CompressionRun> all() {
        try (Stream<Run> runs = FlowRuns.of(CompressionRunner.DEFINITION).stream()) {
            return runs.map(CompressionRun::new).toList();
        }
    }

    /** All runs, the newest first. */
    public static List<CompressionRun> all(Datastore datastore) {
        try (Stream<Run> runs = FlowRuns.of(CompressionRunner.DEFINITION, datastore).stream()) {
            return runs.map(CompressionRun::new).toList();
        }
    }

    /**
     * The task of step {@link Compression#start}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    public CompressionArtifacts.Start start() {
        return view("start", CompressionArtifacts.Start::new);
    }

    /**
     * The task of step {@link Compression#end}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    public CompressionArtifacts.End end() {
        return view("end", CompressionArtifacts.End::new);
    }

    /** The steps of {@link Compression}. */
    public enum Step {
        START("start"),
        END("end");

        private final String step;

        Step(String step) {
            this.step = step;
        }

        /** The name of the step, as in the flow. */
        @Override
        public String toString() {
            return step;
        }
    }
}
