package dev.cairn.samples.artifacts;

import dev.cairn.client.FlowRun;
import dev.cairn.client.FlowRuns;
import dev.cairn.client.Run;
import dev.cairn.datastore.Datastore;
import java.util.List;
import javax.annotation.processing.Generated;

/** A run of {@link ArtifactMerging}, past or present. The accessor of a step that did not finish throws {@link dev.cairn.client.NoSuchTaskException}. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class ArtifactMergingRun extends FlowRun<ArtifactMergingRun.Step> {
    ArtifactMergingRun(Run run) {
        super(run);
    }

    /**
     * {@return the run that was started last on the default datastore}
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static ArtifactMergingRun latest() {
        return new ArtifactMergingRun(FlowRuns.of(ArtifactMergingRunner.DEFINITION).latest());
    }

    /**
     * {@return the run that was started last}
     *
     * @param datastore where to look
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static ArtifactMergingRun latest(Datastore datastore) {
        return new ArtifactMergingRun(FlowRuns.of(ArtifactMergingRunner.DEFINITION, datastore).latest());
    }

    /**
     * {@return the run with this id on the default datastore}
     *
     * @param id the id of the run
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static ArtifactMergingRun of(String id) {
        return new ArtifactMergingRun(FlowRuns.of(ArtifactMergingRunner.DEFINITION).run(id));
    }

    /**
     * {@return the run with this id}
     *
     * @param id the id of the run
     * @param datastore where to look
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static ArtifactMergingRun of(String id, Datastore datastore) {
        return new ArtifactMergingRun(FlowRuns.of(ArtifactMergingRunner.DEFINITION, datastore).run(id));
    }

    /** {@return all runs on the default datastore, the newest first} */
    public static List<ArtifactMergingRun> all() {
        return FlowRuns.of(ArtifactMergingRunner.DEFINITION).all(ArtifactMergingRun::new);
    }

    /**
     * {@return all runs, the newest first}
     *
     * @param datastore where to look
     */
    public static List<ArtifactMergingRun> all(Datastore datastore) {
        return FlowRuns.of(ArtifactMergingRunner.DEFINITION, datastore).all(ArtifactMergingRun::new);
    }

    /** {@return the finished task of step {@link ArtifactMerging#start}} */
    public ArtifactMergingArtifacts.Start start() {
        return new ArtifactMergingArtifacts.Start(artifacts("start"));
    }

    /** {@return the finished task of step {@link ArtifactMerging#branchA}} */
    public ArtifactMergingArtifacts.BranchA branchA() {
        return new ArtifactMergingArtifacts.BranchA(artifacts("branchA"));
    }

    /** {@return the finished task of step {@link ArtifactMerging#branchB}} */
    public ArtifactMergingArtifacts.BranchB branchB() {
        return new ArtifactMergingArtifacts.BranchB(artifacts("branchB"));
    }

    /** {@return the finished task of step {@link ArtifactMerging#join}} */
    public ArtifactMergingArtifacts.Join join() {
        return new ArtifactMergingArtifacts.Join(artifacts("join"));
    }

    /** {@return the finished task of step {@link ArtifactMerging#end}} */
    public ArtifactMergingArtifacts.End end() {
        return new ArtifactMergingArtifacts.End(artifacts("end"));
    }

    /** The steps of {@link ArtifactMerging}. */
    public enum Step {
        /** {@link ArtifactMerging#start}. */
        START("start"),

        /** {@link ArtifactMerging#branchA}. */
        BRANCH_A("branchA"),

        /** {@link ArtifactMerging#branchB}. */
        BRANCH_B("branchB"),

        /** {@link ArtifactMerging#join}. */
        JOIN("join"),

        /** {@link ArtifactMerging#end}. */
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
