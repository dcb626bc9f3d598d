package dev.cairn.samples.artifacts;

import dev.cairn.client.FlowRun;
import dev.cairn.client.FlowRuns;
import dev.cairn.client.Run;
import dev.cairn.datastore.Datastore;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.processing.Generated;

/** A run of {@link PrivateArtifacts}, past or present. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class PrivateArtifactsRun extends FlowRun<PrivateArtifactsRun.Step> {
    PrivateArtifactsRun(Run run) {
        super(run);
    }

    /**
     * The run that was started last on the default datastore.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static PrivateArtifactsRun latest() {
        return new PrivateArtifactsRun(FlowRuns.of(PrivateArtifactsRunner.DEFINITION).latest());
    }

    /**
     * The run that was started last.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static PrivateArtifactsRun latest(Datastore datastore) {
        return new PrivateArtifactsRun(FlowRuns.of(PrivateArtifactsRunner.DEFINITION, datastore).latest());
    }

    /**
     * The run with this id on the default datastore.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static PrivateArtifactsRun of(String id) {
        return new PrivateArtifactsRun(FlowRuns.of(PrivateArtifactsRunner.DEFINITION).run(id));
    }

    /**
     * The run with this id.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static PrivateArtifactsRun of(String id, Datastore datastore) {
        return new PrivateArtifactsRun(FlowRuns.of(PrivateArtifactsRunner.DEFINITION, datastore).run(id));
    }

    /** All runs on the default datastore, the newest first. */
    public static List<PrivateArtifactsRun> all() {
        try (Stream<Run> runs = FlowRuns.of(PrivateArtifactsRunner.DEFINITION).stream()) {
            return runs.map(PrivateArtifactsRun::new).toList();
        }
    }

    /** All runs, the newest first. */
    public static List<PrivateArtifactsRun> all(Datastore datastore) {
        try (Stream<Run> runs = FlowRuns.of(PrivateArtifactsRunner.DEFINITION, datastore).stream()) {
            return runs.map(PrivateArtifactsRun::new).toList();
        }
    }

    /**
     * The task of step {@link PrivateArtifacts#start}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    public PrivateArtifactsArtifacts.Start start() {
        return view("start", PrivateArtifactsArtifacts.Start::new);
    }

    /**
     * The task of step {@link PrivateArtifacts#end}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    public PrivateArtifactsArtifacts.End end() {
        return view("end", PrivateArtifactsArtifacts.End::new);
    }

    /** The steps of {@link PrivateArtifacts}. */
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
