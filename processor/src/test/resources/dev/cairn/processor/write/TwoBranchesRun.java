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
     * {@return the run that was started last on the default datastore}
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static TwoBranchesRun latest() {
        return new TwoBranchesRun(FlowRuns.of(TwoBranchesRunner.DEFINITION).latest());
    }

    /**
     * {@return the run that was started last}
     *
     * @param datastore where to look
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static TwoBranchesRun latest(Datastore datastore) {
        return new TwoBranchesRun(FlowRuns.of(TwoBranchesRunner.DEFINITION, datastore).latest());
    }

    /**
     * {@return the run with this id on the default datastore}
     *
     * @param id the id of the run
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static TwoBranchesRun of(String id) {
        return new TwoBranchesRun(FlowRuns.of(TwoBranchesRunner.DEFINITION).run(id));
    }

    /**
     * {@return the run with this id}
     *
     * @param id the id of the run
     * @param datastore where to look
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static TwoBranchesRun of(String id, Datastore datastore) {
        return new TwoBranchesRun(FlowRuns.of(TwoBranchesRunner.DEFINITION, datastore).run(id));
    }

    /** {@return all runs on the default datastore, the newest first} */
    public static List<TwoBranchesRun> all() {
        return FlowRuns.of(TwoBranchesRunner.DEFINITION).all(TwoBranchesRun::new);
    }

    /**
     * {@return all runs, the newest first}
     *
     * @param datastore where to look
     */
    public static List<TwoBranchesRun> all(Datastore datastore) {
        return FlowRuns.of(TwoBranchesRunner.DEFINITION, datastore).all(TwoBranchesRun::new);
    }

    /** {@return the finished task of step {@link TwoBranches#start}} */
    public TwoBranchesArtifacts.Start start() {
        return new TwoBranchesArtifacts.Start(artifacts("start"));
    }

    /** {@return the finished task of step {@link TwoBranches#branchA}} */
    public TwoBranchesArtifacts.BranchA branchA() {
        return new TwoBranchesArtifacts.BranchA(artifacts("branchA"));
    }

    /** {@return the finished task of step {@link TwoBranches#branchB}} */
    public TwoBranchesArtifacts.BranchB branchB() {
        return new TwoBranchesArtifacts.BranchB(artifacts("branchB"));
    }

    /** {@return the finished task of step {@link TwoBranches#more}} */
    public TwoBranchesArtifacts.More more() {
        return new TwoBranchesArtifacts.More(artifacts("more"));
    }

    /** {@return the finished task of step {@link TwoBranches#join}} */
    public TwoBranchesArtifacts.Join join() {
        return new TwoBranchesArtifacts.Join(artifacts("join"));
    }

    /** {@return the finished task of step {@link TwoBranches#end}} */
    public TwoBranchesArtifacts.End end() {
        return new TwoBranchesArtifacts.End(artifacts("end"));
    }

    /** The steps of {@link TwoBranches}. */
    public enum Step {
        /** {@link TwoBranches#start}. */
        START("start"),

        /** {@link TwoBranches#branchA}. */
        BRANCH_A("branchA"),

        /** {@link TwoBranches#branchB}. */
        BRANCH_B("branchB"),

        /** {@link TwoBranches#more}. */
        MORE("more"),

        /** {@link TwoBranches#join}. */
        JOIN("join"),

        /** {@link TwoBranches#end}. */
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
