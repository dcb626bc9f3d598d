package com.acme;

import dev.cairn.client.FlowRun;
import dev.cairn.client.FlowRuns;
import dev.cairn.client.Run;
import dev.cairn.datastore.Datastore;
import java.util.List;
import javax.annotation.processing.Generated;

/** A run of {@link ModelSelection}, past or present. The accessor of a step that did not finish throws {@link dev.cairn.client.NoSuchTaskException}. */
@Generated("dev.cairn.processor.FlowProcessor")
final class ModelSelectionRun extends FlowRun<ModelSelectionRun.Step> {
    ModelSelectionRun(Run run) {
        super(run);
    }

    /**
     * {@return the run that was started last on the default datastore}
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    static ModelSelectionRun latest() {
        return new ModelSelectionRun(FlowRuns.of(ModelSelectionRunner.DEFINITION).latest());
    }

    /**
     * {@return the run that was started last}
     *
     * @param datastore where to look
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    static ModelSelectionRun latest(Datastore datastore) {
        return new ModelSelectionRun(FlowRuns.of(ModelSelectionRunner.DEFINITION, datastore).latest());
    }

    /**
     * {@return the run with this id on the default datastore}
     *
     * @param id the id of the run
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    static ModelSelectionRun of(String id) {
        return new ModelSelectionRun(FlowRuns.of(ModelSelectionRunner.DEFINITION).run(id));
    }

    /**
     * {@return the run with this id}
     *
     * @param id the id of the run
     * @param datastore where to look
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    static ModelSelectionRun of(String id, Datastore datastore) {
        return new ModelSelectionRun(FlowRuns.of(ModelSelectionRunner.DEFINITION, datastore).run(id));
    }

    /** {@return all runs on the default datastore, the newest first} */
    static List<ModelSelectionRun> all() {
        return FlowRuns.of(ModelSelectionRunner.DEFINITION).all(ModelSelectionRun::new);
    }

    /**
     * {@return all runs, the newest first}
     *
     * @param datastore where to look
     */
    static List<ModelSelectionRun> all(Datastore datastore) {
        return FlowRuns.of(ModelSelectionRunner.DEFINITION, datastore).all(ModelSelectionRun::new);
    }

    /** {@return the finished task of step {@link ModelSelection#start}} */
    ModelSelectionArtifacts.Start start() {
        return new ModelSelectionArtifacts.Start(artifacts("start"));
    }

    /** {@return the finished tasks of step {@link ModelSelection#train}, in item order} */
    List<ModelSelectionArtifacts.Train> train() {
        return views("train");
    }

    /** {@return the finished task of step {@link ModelSelection#join}} */
    ModelSelectionArtifacts.Join join() {
        return new ModelSelectionArtifacts.Join(artifacts("join"));
    }

    /** {@return the finished task of step {@link ModelSelection#end}} */
    ModelSelectionArtifacts.End end() {
        return new ModelSelectionArtifacts.End(artifacts("end"));
    }

    /** The steps of {@link ModelSelection}. */
    enum Step {
        /** {@link ModelSelection#start}. */
        START("start"),

        /** {@link ModelSelection#train}. */
        TRAIN("train"),

        /** {@link ModelSelection#join}. */
        JOIN("join"),

        /** {@link ModelSelection#end}. */
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
