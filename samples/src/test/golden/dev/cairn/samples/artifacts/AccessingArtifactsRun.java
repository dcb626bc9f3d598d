package dev.cairn.samples.artifacts;

import dev.cairn.client.FlowRun;
import dev.cairn.client.FlowRuns;
import dev.cairn.client.Run;
import dev.cairn.datastore.Datastore;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.processing.Generated;

/** A run of {@link AccessingArtifacts}, past or present. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class AccessingArtifactsRun extends FlowRun<AccessingArtifactsRun.Step> {
    AccessingArtifactsRun(Run run) {
        super(run);
    }

    /**
     * The run that was started last on the default datastore.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static AccessingArtifactsRun latest() {
        return new AccessingArtifactsRun(FlowRuns.of(AccessingArtifactsRunner.DEFINITION).latest());
    }

    /**
     * The run that was started last.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static AccessingArtifactsRun latest(Datastore datastore) {
        return new AccessingArtifactsRun(FlowRuns.of(AccessingArtifactsRunner.DEFINITION, datastore).latest());
    }

    /**
     * The run with this id on the default datastore.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static AccessingArtifactsRun of(String id) {
        return new AccessingArtifactsRun(FlowRuns.of(AccessingArtifactsRunner.DEFINITION).run(id));
    }

    /**
     * The run with this id.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static AccessingArtifactsRun of(String id, Datastore datastore) {
        return new AccessingArtifactsRun(FlowRuns.of(AccessingArtifactsRunner.DEFINITION, datastore).run(id));
    }

    /** All runs on the default datastore, the newest first. */
    public static List<AccessingArtifactsRun> all() {
        try (Stream<Run> runs = FlowRuns.of(AccessingArtifactsRunner.DEFINITION).stream()) {
            return runs.map(AccessingArtifactsRun::new).toList();
        }
    }

    /** All runs, the newest first. */
    public static List<AccessingArtifactsRun> all(Datastore datastore) {
        try (Stream<Run> runs = FlowRuns.of(AccessingArtifactsRunner.DEFINITION, datastore).stream()) {
            return runs.map(AccessingArtifactsRun::new).toList();
        }
    }

    /**
     * The task of step {@link AccessingArtifacts#start}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    public AccessingArtifactsArtifacts.Start start() {
        return view("start", AccessingArtifactsArtifacts.Start::new);
    }

    /**
     * The task of step {@link AccessingArtifacts#process}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    public AccessingArtifactsArtifacts.Process process() {
        return view("process", AccessingArtifactsArtifacts.Process::new);
    }

    /**
     * The task of step {@link AccessingArtifacts#end}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    public AccessingArtifactsArtifacts.End end() {
        return view("end", AccessingArtifactsArtifacts.End::new);
    }

    /** The steps of {@link AccessingArtifacts}. */
    public enum Step {
        START("start"),
        PROCESS("process"),
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
