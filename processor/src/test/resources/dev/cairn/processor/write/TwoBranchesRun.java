package com.acme;

import dev.cairn.client.FlowRun;
import dev.cairn.client.FlowRuns;
import dev.cairn.client.Run;
import dev.cairn.datastore.Datastore;
import java.util.List;
import javax.annotation.processing.Generated;

/** A run of {@link TwoBranches}, past or present. The accessor of a step that did not finish throws {@link dev.cairn.client.NoSuchTaskException}. */
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

    /** The finished task of step {@link TwoBranches#start}. */
    public TwoBranchesArtifacts.Start start() {
        return new TwoBranchesArtifacts.Start(artifacts("start"));
    }

    /** The finished task of step {@link TwoBranches#branchA}. */
    public TwoBranchesArtifacts.BranchA branchA() {
        return new TwoBranchesArtifacts.BranchA(artifacts("branchA"));
    }

    /** The finished task of step {@link TwoBranches#branchB}. */
    public TwoBranchesArtifacts.BranchB branchB() {
        return new TwoBranchesArtifacts.BranchB(artifacts("branchB"));
    }

    /** The finished task of step {@link TwoBranches#more}. */
    public TwoBranchesArtifacts.More more() {
        return new TwoBranchesArtifacts.More(artifacts("more"));
    }

    /** The finished task of step {@link TwoBranches#join}. */
    public TwoBranchesArtifacts.Join join() {
        return new TwoBranchesArtifacts.Join(artifacts("join"));
    }

    /** The finished task of step {@link TwoBranches#end}. */
    public TwoBranchesArtifacts.End end() {
        return new TwoBranchesArtifacts.End(artifacts("end"));
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
