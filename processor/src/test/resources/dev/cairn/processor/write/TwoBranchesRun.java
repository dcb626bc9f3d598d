package com.acme;

import dev.cairn.client.FlowRun;
import dev.cairn.client.FlowRuns;
import dev.cairn.client.Run;
import dev.cairn.datastore.Datastore;
import java.util.List;
import javax.annotation.processing.Generated;

/** A run of {@link TwoBranches}, past or present. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class TwoBranchesRun extends FlowRun<TwoBranchesRun.Step> {
    TwoBranchesRun(Run run) {
        super(run);
    }

    /**
     * The run that was started last on the default datastore.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static TwoBranchesRun latest() {
        return new TwoBranchesRun(FlowRuns.of(TwoBranchesRunner.DEFINITION).latest());
    }

    /**
     * The run that was started last.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static TwoBranchesRun latest(Datastore datastore) {
        return new TwoBranchesRun(FlowRuns.of(TwoBranchesRunner.DEFINITION, datastore).latest());
    }

    /**
     * The run with this id on the default datastore.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static TwoBranchesRun of(String id) {
        return new TwoBranchesRun(FlowRuns.of(TwoBranchesRunner.DEFINITION).run(id));
    }

    /**
     * The run with this id.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static TwoBranchesRun of(String id, Datastore datastore) {
        return new TwoBranchesRun(FlowRuns.of(TwoBranchesRunner.DEFINITION, datastore).run(id));
    }

    /** All runs on the default datastore, the newest first. */
    public static List<TwoBranchesRun> all() {
        return FlowRuns.of(TwoBranchesRunner.DEFINITION).all(TwoBranchesRun::new);
    }

    /** All runs, the newest first. */
    public static List<TwoBranchesRun> all(Datastore datastore) {
        return FlowRuns.of(TwoBranchesRunner.DEFINITION, datastore).all(TwoBranchesRun::new);
    }

    /**
     * The task of step {@link TwoBranches#start}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    public TwoBranchesArtifacts.Start start() {
        return view("start", TwoBranchesArtifacts.Start::new);
    }

    /**
     * The task of step {@link TwoBranches#branchA}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    public TwoBranchesArtifacts.BranchA branchA() {
        return view("branchA", TwoBranchesArtifacts.BranchA::new);
    }

    /**
     * The task of step {@link TwoBranches#branchB}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    public TwoBranchesArtifacts.BranchB branchB() {
        return view("branchB", TwoBranchesArtifacts.BranchB::new);
    }

    /**
     * The task of step {@link TwoBranches#more}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    public TwoBranchesArtifacts.More more() {
        return view("more", TwoBranchesArtifacts.More::new);
    }

    /**
     * The task of step {@link TwoBranches#join}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    public TwoBranchesArtifacts.Join join() {
        return view("join", TwoBranchesArtifacts.Join::new);
    }

    /**
     * The task of step {@link TwoBranches#end}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    public TwoBranchesArtifacts.End end() {
        return view("end", TwoBranchesArtifacts.End::new);
    }

    /** The steps of {@link TwoBranches}. */
    public enum Step {
        START("start"),
        BRANCH_A("branchA"),
        BRANCH_B("branchB"),
        MORE("more"),
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
