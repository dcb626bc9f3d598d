package dev.cairn.samples.artifacts;

import dev.cairn.client.FlowRun;
import dev.cairn.client.FlowRuns;
import dev.cairn.client.Run;
import dev.cairn.datastore.Datastore;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.processing.Generated;

/** A run of {@link InternalArtifacts}, past or present. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class InternalArtifactsRun extends FlowRun<InternalArtifactsRun.Step> {
    InternalArtifactsRun(Run run) {
        super(run);
    }

    /**
     * The run that was started last on the default datastore.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static InternalArtifactsRun latest() {
        return new InternalArtifactsRun(FlowRuns.of(InternalArtifactsRunner.DEFINITION).latest());
    }

    /**
     * The run that was started last.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static InternalArtifactsRun latest(Datastore datastore) {
        return new InternalArtifactsRun(FlowRuns.of(InternalArtifactsRunner.DEFINITION, datastore).latest());
    }

    /**
     * The run with this id on the default datastore.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static InternalArtifactsRun of(String id) {
        return new InternalArtifactsRun(FlowRuns.of(InternalArtifactsRunner.DEFINITION).run(id));
    }

    /**
     * The run with this id.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static InternalArtifactsRun of(String id, Datastore datastore) {
        return new InternalArtifactsRun(FlowRuns.of(InternalArtifactsRunner.DEFINITION, datastore).run(id));
    }

    /** All runs on the default datastore, the newest first. */
    public static List<InternalArtifactsRun> all() {
        try (Stream<Run> runs = FlowRuns.of(InternalArtifactsRunner.DEFINITION).stream()) {
            return runs.map(InternalArtifactsRun::new).toList();
        }
    }

    /** All runs, the newest first. */
    public static List<InternalArtifactsRun> all(Datastore datastore) {
        try (Stream<Run> runs = FlowRuns.of(InternalArtifactsRunner.DEFINITION, datastore).stream()) {
            return runs.map(InternalArtifactsRun::new).toList();
        }
    }

    /**
     * The task of step {@link InternalArtifacts#start}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    public InternalArtifactsArtifacts.Start start() {
        return view("start", InternalArtifactsArtifacts.Start::new);
    }

    /** The finished tasks of step {@link InternalArtifacts#measure}, in item order. */
    public List<InternalArtifactsArtifacts.Measure> measure() {
        return views("measure", InternalArtifactsArtifacts.Measure::new);
    }

    /**
     * The task of step {@link InternalArtifacts#join}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    public InternalArtifactsArtifacts.Join join() {
        return view("join", InternalArtifactsArtifacts.Join::new);
    }

    /**
     * The task of step {@link InternalArtifacts#end}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    public InternalArtifactsArtifacts.End end() {
        return view("end", InternalArtifactsArtifacts.End::new);
    }

    /** The steps of {@link InternalArtifacts}. */
    public enum Step {
        START("start"),
        MEASURE("measure"),
        JOIN("join"),
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
