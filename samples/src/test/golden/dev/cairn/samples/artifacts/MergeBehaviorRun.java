package dev.cairn.samples.artifacts;

import dev.cairn.client.FlowRun;
import dev.cairn.client.FlowRuns;
import dev.cairn.client.Run;
import dev.cairn.datastore.Datastore;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.processing.Generated;

/** A run of {@link MergeBehavior}, past or present. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class MergeBehaviorRun extends FlowRun<MergeBehaviorRun.Step> {
    MergeBehaviorRun(Run run) {
        super(run);
    }

    /**
     * The run that was started last on the default datastore.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static MergeBehaviorRun latest() {
        return new MergeBehaviorRun(FlowRuns.of(MergeBehaviorRunner.DEFINITION).latest());
    }

    /**
     * The run that was started last.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static MergeBehaviorRun latest(Datastore datastore) {
        return new MergeBehaviorRun(FlowRuns.of(MergeBehaviorRunner.DEFINITION, datastore).latest());
    }

    /**
     * The run with this id on the default datastore.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static MergeBehaviorRun of(String id) {
        return new MergeBehaviorRun(FlowRuns.of(MergeBehaviorRunner.DEFINITION).run(id));
    }

    /**
     * The run with this id.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static MergeBehaviorRun of(String id, Datastore datastore) {
        return new MergeBehaviorRun(FlowRuns.of(MergeBehaviorRunner.DEFINITION, datastore).run(id));
    }

    /** All runs on the default datastore, the newest first. */
    public static List<MergeBehaviorRun> all() {
        try (Stream<Run> runs = FlowRuns.of(MergeBehaviorRunner.DEFINITION).stream()) {
            return runs.map(MergeBehaviorRun::new).toList();
        }
    }

    /** All runs, the newest first. */
    public static List<MergeBehaviorRun> all(Datastore datastore) {
        try (Stream<Run> runs = FlowRuns.of(MergeBehaviorRunner.DEFINITION, datastore).stream()) {
            return runs.map(MergeBehaviorRun::new).toList();
        }
    }

    /**
     * The task of step {@link MergeBehavior#start}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    public MergeBehaviorArtifacts.Start start() {
        return view("start", MergeBehaviorArtifacts.Start::new);
    }

    /**
     * The task of step {@link MergeBehavior#branchA}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    public MergeBehaviorArtifacts.BranchA branchA() {
        return view("branchA", MergeBehaviorArtifacts.BranchA::new);
    }

    /**
     * The task of step {@link MergeBehavior#branchB}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    public MergeBehaviorArtifacts.BranchB branchB() {
        return view("branchB", MergeBehaviorArtifacts.BranchB::new);
    }

    /**
     * The task of step {@link MergeBehavior#join}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    public MergeBehaviorArtifacts.Join join() {
        return view("join", MergeBehaviorArtifacts.Join::new);
    }

    /**
     * The task of step {@link MergeBehavior#end}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    public MergeBehaviorArtifacts.End end() {
        return view("end", MergeBehaviorArtifacts.End::new);
    }

    /** The steps of {@link MergeBehavior}. */
    public enum Step {
        START("start"),
        BRANCH_A("branchA"),
        BRANCH_B("branchB"),
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
