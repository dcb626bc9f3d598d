package dev.cairn.samples.artifacts;

import dev.cairn.client.FlowRun;
import dev.cairn.client.FlowRuns;
import dev.cairn.client.Run;
import dev.cairn.datastore.Datastore;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.processing.Generated;

/** A run of {@link ForeachArtifacts}, past or present. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class ForeachArtifactsRun extends FlowRun<ForeachArtifactsRun.Step> {
    ForeachArtifactsRun(Run run) {
        super(run);
    }

    /**
     * The run that was started last on the default datastore.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static ForeachArtifactsRun latest() {
        return new ForeachArtifactsRun(FlowRuns.of(ForeachArtifactsRunner.DEFINITION).latest());
    }

    /**
     * The run that was started last.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static ForeachArtifactsRun latest(Datastore datastore) {
        return new ForeachArtifactsRun(FlowRuns.of(ForeachArtifactsRunner.DEFINITION, datastore).latest());
    }

    /**
     * The run with this id on the default datastore.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static ForeachArtifactsRun of(String id) {
        return new ForeachArtifactsRun(FlowRuns.of(ForeachArtifactsRunner.DEFINITION).run(id));
    }

    /**
     * The run with this id.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static ForeachArtifactsRun of(String id, Datastore datastore) {
        return new ForeachArtifactsRun(FlowRuns.of(ForeachArtifactsRunner.DEFINITION, datastore).run(id));
    }

    /** All runs on the default datastore, the newest first. */
    public static List<ForeachArtifactsRun> all() {
        try (Stream<Run> runs = FlowRuns.of(ForeachArtifactsRunner.DEFINITION).stream()) {
            return runs.map(ForeachArtifactsRun::new).toList();
        }
    }

    /** All runs, the newest first. */
    public static List<ForeachArtifactsRun> all(Datastore datastore) {
        try (Stream<Run> runs = FlowRuns.of(ForeachArtifactsRunner.DEFINITION, datastore).stream()) {
            return runs.map(ForeachArtifactsRun::new).toList();
        }
    }

    /**
     * The task of step {@link ForeachArtifacts#start}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    public ForeachArtifactsArtifacts.Start start() {
        return view("start", ForeachArtifactsArtifacts.Start::new);
    }

    /** The finished tasks of step {@link ForeachArtifacts#train}, in item order. */
    public List<ForeachArtifactsArtifacts.Train> train() {
        return views("train", ForeachArtifactsArtifacts.Train::new);
    }

    /**
     * The task of step {@link ForeachArtifacts#join}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    public ForeachArtifactsArtifacts.Join join() {
        return view("join", ForeachArtifactsArtifacts.Join::new);
    }

    /**
     * The task of step {@link ForeachArtifacts#end}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    public ForeachArtifactsArtifacts.End end() {
        return view("end", ForeachArtifactsArtifacts.End::new);
    }

    /** The steps of {@link ForeachArtifacts}. */
    public enum Step {
        START("start"),
        TRAIN("train"),
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
