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
     * {@return the run that was started last on the default datastore}
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    static RefinementRun latest() {
        return new RefinementRun(FlowRuns.of(RefinementRunner.DEFINITION).latest());
    }

    /**
     * {@return the run that was started last}
     *
     * @param datastore where to look
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    static RefinementRun latest(Datastore datastore) {
        return new RefinementRun(FlowRuns.of(RefinementRunner.DEFINITION, datastore).latest());
    }

    /**
     * {@return the run with this id on the default datastore}
     *
     * @param id the id of the run
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    static RefinementRun of(String id) {
        return new RefinementRun(FlowRuns.of(RefinementRunner.DEFINITION).run(id));
    }

    /**
     * {@return the run with this id}
     *
     * @param id the id of the run
     * @param datastore where to look
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    static RefinementRun of(String id, Datastore datastore) {
        return new RefinementRun(FlowRuns.of(RefinementRunner.DEFINITION, datastore).run(id));
    }

    /** {@return all runs on the default datastore, the newest first} */
    static List<RefinementRun> all() {
        return FlowRuns.of(RefinementRunner.DEFINITION).all(RefinementRun::new);
    }

    /**
     * {@return all runs, the newest first}
     *
     * @param datastore where to look
     */
    static List<RefinementRun> all(Datastore datastore) {
        return FlowRuns.of(RefinementRunner.DEFINITION, datastore).all(RefinementRun::new);
    }

    /** {@return the finished task of step {@link Refinement#start} in the last iteration} */
    RefinementArtifacts.Start start() {
        return new RefinementArtifacts.Start(artifacts("start"));
    }

    /** {@return the finished tasks of step {@link Refinement#start} in all iterations} */
    List<RefinementArtifacts.Start> startIterations() {
        return views("start");
    }

    /** {@return the finished tasks of step {@link Refinement#refine} in the last iteration, in item order} */
    List<RefinementArtifacts.Refine> refine() {
        return lastViews("refine");
    }

    /** {@return the finished tasks of step {@link Refinement#refine} in all iterations} */
    List<RefinementArtifacts.Refine> refineIterations() {
        return views("refine");
    }

    /** {@return the finished task of step {@link Refinement#gather} in the last iteration} */
    RefinementArtifacts.Gather gather() {
        return new RefinementArtifacts.Gather(artifacts("gather"));
    }

    /** {@return the finished tasks of step {@link Refinement#gather} in all iterations} */
    List<RefinementArtifacts.Gather> gatherIterations() {
        return views("gather");
    }

    /** {@return the finished task of step {@link Refinement#end}} */
    RefinementArtifacts.End end() {
        return new RefinementArtifacts.End(artifacts("end"));
    }

    /** The steps of {@link Refinement}. */
    enum Step {
        /** {@link Refinement#start}. */
        START("start"),

        /** {@link Refinement#refine}. */
        REFINE("refine"),

        /** {@link Refinement#gather}. */
        GATHER("gather"),

        /** {@link Refinement#end}. */
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
