package dev.cairn.samples.artifacts;

import dev.cairn.client.FlowRun;
import dev.cairn.client.FlowRuns;
import dev.cairn.client.Run;
import dev.cairn.datastore.Datastore;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.processing.Generated;

/** A run of {@link BestPractices}, past or present. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class BestPracticesRun extends FlowRun<BestPracticesRun.Step> {
    BestPracticesRun(Run run) {
        super(run);
    }

    /**
     * The run that was started last on the default datastore.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static BestPracticesRun latest() {
        return new BestPracticesRun(FlowRuns.of(BestPracticesRunner.DEFINITION).latest());
    }

    /**
     * The run that was started last.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static BestPracticesRun latest(Datastore datastore) {
        return new BestPracticesRun(FlowRuns.of(BestPracticesRunner.DEFINITION, datastore).latest());
    }

    /**
     * The run with this id on the default datastore.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static BestPracticesRun of(String id) {
        return new BestPracticesRun(FlowRuns.of(BestPracticesRunner.DEFINITION).run(id));
    }

    /**
     * The run with this id.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static BestPracticesRun of(String id, Datastore datastore) {
        return new BestPracticesRun(FlowRuns.of(BestPracticesRunner.DEFINITION, datastore).run(id));
    }

    /** All runs on the default datastore, the newest first. */
    public static List<BestPracticesRun> all() {
        try (Stream<Run> runs = FlowRuns.of(BestPracticesRunner.DEFINITION).stream()) {
            return runs.map(BestPracticesRun::new).toList();
        }
    }

    /** All runs, the newest first. */
    public static List<BestPracticesRun> all(Datastore datastore) {
        try (Stream<Run> runs = FlowRuns.of(BestPracticesRunner.DEFINITION, datastore).stream()) {
            return runs.map(BestPracticesRun::new).toList();
        }
    }

    /**
     * The task of step {@link BestPractices#start}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    public BestPracticesArtifacts.Start start() {
        return view("start", BestPracticesArtifacts.Start::new);
    }

    /**
     * The task of step {@link BestPractices#average}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    public BestPracticesArtifacts.Average average() {
        return view("average", BestPracticesArtifacts.Average::new);
    }

    /**
     * The task of step {@link BestPractices#end}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    public BestPracticesArtifacts.End end() {
        return view("end", BestPracticesArtifacts.End::new);
    }

    /** The steps of {@link BestPractices}. */
    public enum Step {
        START("start"),
        AVERAGE("average"),
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
