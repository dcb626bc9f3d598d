package dev.cairn.samples.penguins;

import dev.cairn.client.FlowRun;
import dev.cairn.client.FlowRuns;
import dev.cairn.client.Run;
import dev.cairn.datastore.Datastore;
import java.util.List;
import javax.annotation.processing.Generated;

/** A run of {@link PenguinFlow}, past or present. The accessor of a step that did not finish throws {@link dev.cairn.client.NoSuchTaskException}. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class PenguinFlowRun extends FlowRun<PenguinFlowRun.Step> {
    PenguinFlowRun(Run run) {
        super(run);
    }

    /**
     * {@return the run that was started last on the default datastore}
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static PenguinFlowRun latest() {
        return new PenguinFlowRun(FlowRuns.of(PenguinFlowRunner.DEFINITION).latest());
    }

    /**
     * {@return the run that was started last}
     *
     * @param datastore where to look
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static PenguinFlowRun latest(Datastore datastore) {
        return new PenguinFlowRun(FlowRuns.of(PenguinFlowRunner.DEFINITION, datastore).latest());
    }

    /**
     * {@return the run with this id on the default datastore}
     *
     * @param id the id of the run
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static PenguinFlowRun of(String id) {
        return new PenguinFlowRun(FlowRuns.of(PenguinFlowRunner.DEFINITION).run(id));
    }

    /**
     * {@return the run with this id}
     *
     * @param id the id of the run
     * @param datastore where to look
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static PenguinFlowRun of(String id, Datastore datastore) {
        return new PenguinFlowRun(FlowRuns.of(PenguinFlowRunner.DEFINITION, datastore).run(id));
    }

    /** {@return all runs on the default datastore, the newest first} */
    public static List<PenguinFlowRun> all() {
        return FlowRuns.of(PenguinFlowRunner.DEFINITION).all(PenguinFlowRun::new);
    }

    /**
     * {@return all runs, the newest first}
     *
     * @param datastore where to look
     */
    public static List<PenguinFlowRun> all(Datastore datastore) {
        return FlowRuns.of(PenguinFlowRunner.DEFINITION, datastore).all(PenguinFlowRun::new);
    }

    /** {@return the finished task of step {@link PenguinFlow#start}} */
    public PenguinFlowArtifacts.Start start() {
        return new PenguinFlowArtifacts.Start(artifacts("start"));
    }

    /** {@return the finished tasks of step {@link PenguinFlow#evaluate}, in item order} */
    public List<PenguinFlowArtifacts.Evaluate> evaluate() {
        return views("evaluate");
    }

    /** {@return the finished task of step {@link PenguinFlow#choose}} */
    public PenguinFlowArtifacts.Choose choose() {
        return new PenguinFlowArtifacts.Choose(artifacts("choose"));
    }

    /** {@return the finished task of step {@link PenguinFlow#train}} */
    public PenguinFlowArtifacts.Train train() {
        return new PenguinFlowArtifacts.Train(artifacts("train"));
    }

    /** {@return the finished task of step {@link PenguinFlow#end}} */
    public PenguinFlowArtifacts.End end() {
        return new PenguinFlowArtifacts.End(artifacts("end"));
    }

    /** The steps of {@link PenguinFlow}. */
    public enum Step {
        /** {@link PenguinFlow#start}. */
        START("start"),

        /** {@link PenguinFlow#evaluate}. */
        EVALUATE("evaluate"),

        /** {@link PenguinFlow#choose}. */
        CHOOSE("choose"),

        /** {@link PenguinFlow#train}. */
        TRAIN("train"),

        /** {@link PenguinFlow#end}. */
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
