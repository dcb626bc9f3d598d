package com.acme;

import dev.cairn.client.FlowRun;
import dev.cairn.client.FlowRuns;
import dev.cairn.client.Run;
import dev.cairn.datastore.Datastore;
import java.util.List;
import javax.annotation.processing.Generated;

/** A run of {@link Refinement}, past or present. The accessor of a step that did not finish throws {@link dev.cairn.client.NoSuchTaskException}. */
@Generated("dev.cairn.processor.FlowProcessor")
final class RefinementRun extends FlowRun<RefinementRun.Step> {
    RefinementRun(Run run) {
        super(run);
    }

    /**
     * The run that was started last on the default datastore.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    static RefinementRun latest() {
        return new RefinementRun(FlowRuns.of(RefinementRunner.DEFINITION).latest());
    }

    /**
     * The run that was started last.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    static RefinementRun latest(Datastore datastore) {
        return new RefinementRun(FlowRuns.of(RefinementRunner.DEFINITION, datastore).latest());
    }

    /**
     * The run with this id on the default datastore.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    static RefinementRun of(String id) {
        return new RefinementRun(FlowRuns.of(RefinementRunner.DEFINITION).run(id));
    }

    /**
     * The run with this id.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    static RefinementRun of(String id, Datastore datastore) {
        return new RefinementRun(FlowRuns.of(RefinementRunner.DEFINITION, datastore).run(id));
    }

    /** All runs on the default datastore, the newest first. */
    static List<RefinementRun> all() {
        return FlowRuns.of(RefinementRunner.DEFINITION).all(RefinementRun::new);
    }

    /** All runs, the newest first. */
    static List<RefinementRun> all(Datastore datastore) {
        return FlowRuns.of(RefinementRunner.DEFINITION, datastore).all(RefinementRun::new);
    }

    /** The finished task of step {@link Refinement#start} in the last iteration. */
    RefinementArtifacts.Start start() {
        return new RefinementArtifacts.Start(artifacts("start"));
    }

    /** The finished tasks of step {@link Refinement#start} in all iterations. */
    List<RefinementArtifacts.Start> startIterations() {
        return views("start", RefinementArtifacts.Start::new);
    }

    /** The finished tasks of step {@link Refinement#refine} in the last iteration, in item order. */
    List<RefinementArtifacts.Refine> refine() {
        return lastViews("refine", RefinementArtifacts.Refine::new);
    }

    /** The finished tasks of step {@link Refinement#refine} in all iterations. */
    List<RefinementArtifacts.Refine> refineIterations() {
        return views("refine", RefinementArtifacts.Refine::new);
    }

    /** The finished task of step {@link Refinement#gather} in the last iteration. */
    RefinementArtifacts.Gather gather() {
        return new RefinementArtifacts.Gather(artifacts("gather"));
    }

    /** The finished tasks of step {@link Refinement#gather} in all iterations. */
    List<RefinementArtifacts.Gather> gatherIterations() {
        return views("gather", RefinementArtifacts.Gather::new);
    }

    /** The finished task of step {@link Refinement#end}. */
    RefinementArtifacts.End end() {
        return new RefinementArtifacts.End(artifacts("end"));
    }

    /** The steps of {@link Refinement}. */
    enum Step {
        START("start"),
        REFINE("refine"),
        GATHER("gather"),
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
