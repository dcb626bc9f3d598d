package dev.cairn.samples.artifacts;

import dev.cairn.client.FlowRun;
import dev.cairn.client.FlowRuns;
import dev.cairn.client.Run;
import dev.cairn.datastore.Datastore;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.processing.Generated;

/** A run of {@link ArtifactExample}, past or present. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class ArtifactExampleRun extends FlowRun<ArtifactExampleRun.Step> {
    ArtifactExampleRun(Run run) {
        super(run);
    }

    /**
     * The run that was started last on the default datastore.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static ArtifactExampleRun latest() {
        return new ArtifactExampleRun(FlowRuns.of(ArtifactExampleRunner.DEFINITION).latest());
    }

    /**
     * The run that was started last.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static ArtifactExampleRun latest(Datastore datastore) {
        return new ArtifactExampleRun(FlowRuns.of(ArtifactExampleRunner.DEFINITION, datastore).latest());
    }

    /**
     * The run with this id on the default datastore.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static ArtifactExampleRun of(String id) {
        return new ArtifactExampleRun(FlowRuns.of(ArtifactExampleRunner.DEFINITION).run(id));
    }

    /**
     * The run with this id.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static ArtifactExampleRun of(String id, Datastore datastore) {
        return new ArtifactExampleRun(FlowRuns.of(ArtifactExampleRunner.DEFINITION, datastore).run(id));
    }

    /** All runs on the default datastore, the newest first. */
    public static List<ArtifactExampleRun> all() {
        try (Stream<Run> runs = FlowRuns.of(ArtifactExampleRunner.DEFINITION).stream()) {
            return runs.map(ArtifactExampleRun::new).toList();
        }
    }

    /** All runs, the newest first. */
    public static List<ArtifactExampleRun> all(Datastore datastore) {
        try (Stream<Run> runs = FlowRuns.of(ArtifactExampleRunner.DEFINITION, datastore).stream()) {
            return runs.map(ArtifactExampleRun::new).toList();
        }
    }

    /**
     * The task of step {@link ArtifactExample#start}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    public ArtifactExampleArtifacts.Start start() {
        return view("start", ArtifactExampleArtifacts.Start::new);
    }

    /**
     * The task of step {@link ArtifactExample#end}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    public ArtifactExampleArtifacts.End end() {
        return view("end", ArtifactExampleArtifacts.End::new);
    }

    /** The steps of {@link ArtifactExample}. */
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
