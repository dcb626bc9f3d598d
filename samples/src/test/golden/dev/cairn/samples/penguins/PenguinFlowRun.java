package dev.cairn.samples.penguins;

import dev.cairn.client.FlowRun;
import dev.cairn.client.FlowRuns;
import dev.cairn.client.Run;
import dev.cairn.datastore.Datastore;
import java.util.List;
import javax.annotation.processing.Generated;

/** A run of {@link PenguinFlow}, past or present. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class PenguinFlowRun extends FlowRun<PenguinFlowRun.Step> {
    PenguinFlowRun(Run run) {
        super(run);
    }

    /**
     * The run that was started last on the default datastore.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static PenguinFlowRun latest() {
        return new PenguinFlowRun(FlowRuns.of(PenguinFlowRunner.DEFINITION).latest());
    }

    /**
     * The run that was started last.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static PenguinFlowRun latest(Datastore datastore) {
        return new PenguinFlowRun(FlowRuns.of(PenguinFlowRunner.DEFINITION, datastore).latest());
    }

    /**
     * The run with this id on the default datastore.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static PenguinFlowRun of(String id) {
        return new PenguinFlowRun(FlowRuns.of(PenguinFlowRunner.DEFINITION).run(id));
    }

    /**
     * The run with this id.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static PenguinFlowRun of(String id, Datastore datastore) {
        return new PenguinFlowRun(FlowRuns.of(PenguinFlowRunner.DEFINITION, datastore).run(id));
    }

    /** All runs on the default datastore, the newest first. */
    public static List<PenguinFlowRun> all() {
        return FlowRuns.of(PenguinFlowRunner.DEFINITION).all(PenguinFlowRun::new);
    }

    /** All runs, the newest first. */
    public static List<PenguinFlowRun> all(Datastore datastore) {
        return FlowRuns.of(PenguinFlowRunner.DEFINITION, datastore).all(PenguinFlowRun::new);
    }

    /**
     * The task of step {@link PenguinFlow#start}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    public PenguinFlowArtifacts.Start start() {
        return view("start", PenguinFlowArtifacts.Start::new);
    }

    /** The finished tasks of step {@link PenguinFlow#evaluate}, in item order. */
    public List<PenguinFlowArtifacts.Evaluate> evaluate() {
        return views("evaluate", PenguinFlowArtifacts.Evaluate::new);
    }

    /**
     * The task of step {@link PenguinFlow#choose}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    public PenguinFlowArtifacts.Choose choose() {
        return view("choose", PenguinFlowArtifacts.Choose::new);
    }

    /**
     * The task of step {@link PenguinFlow#train}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    public PenguinFlowArtifacts.Train train() {
        return view("train", PenguinFlowArtifacts.Train::new);
    }

    /**
     * The task of step {@link PenguinFlow#end}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    public PenguinFlowArtifacts.End end() {
        return view("end", PenguinFlowArtifacts.End::new);
    }

    /** The steps of {@link PenguinFlow}. */
    public enum Step {
        START("start"),
        EVALUATE("evaluate"),
        CHOOSE("choose"),
        TRAIN("train"),
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
