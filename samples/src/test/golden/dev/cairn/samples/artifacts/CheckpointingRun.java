package dev.cairn.samples.artifacts;

import dev.cairn.client.FlowRun;
import dev.cairn.client.FlowRuns;
import dev.cairn.client.Run;
import dev.cairn.datastore.Datastore;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.processing.Generated;

/** A run of {@link Checkpointing}, past or present. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class CheckpointingRun extends FlowRun<CheckpointingRun.Step> {
    CheckpointingRun(Run run) {
        super(run);
    }

    /**
     * The run that was started last on the default datastore.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static CheckpointingRun latest() {
        return new CheckpointingRun(FlowRuns.of(CheckpointingRunner.DEFINITION).latest());
    }

    /**
     * The run that was started last.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static CheckpointingRun latest(Datastore datastore) {
        return new CheckpointingRun(FlowRuns.of(CheckpointingRunner.DEFINITION, datastore).latest());
    }

    /**
     * The run with this id on the default datastore.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static CheckpointingRun of(String id) {
        return new CheckpointingRun(FlowRuns.of(CheckpointingRunner.DEFINITION).run(id));
    }

    /**
     * The run with this id.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static CheckpointingRun of(String id, Datastore datastore) {
        return new CheckpointingRun(FlowRuns.of(CheckpointingRunner.DEFINITION, datastore).run(id));
    }

    /** All runs on the default datastore, the newest first. */
    public static List<CheckpointingRun> all() {
        try (Stream<Run> runs = FlowRuns.of(CheckpointingRunner.DEFINITION).stream()) {
            return runs.map(CheckpointingRun::new).toList();
        }
    }

    /** All runs, the newest first. */
    public static List<CheckpointingRun> all(Datastore datastore) {
        try (Stream<Run> runs = FlowRuns.of(CheckpointingRunner.DEFINITION, datastore).stream()) {
            return runs.map(CheckpointingRun::new).toList();
        }
    }

    /**
     * The task of step {@link Checkpointing#start}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    public CheckpointingArtifacts.Start start() {
        return view("start", CheckpointingArtifacts.Start::new);
    }

    /**
     * The task of step {@link Checkpointing#train}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    public CheckpointingArtifacts.Train train() {
        return view("train", CheckpointingArtifacts.Train::new);
    }

    /**
     * The task of step {@link Checkpointing#end}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    public CheckpointingArtifacts.End end() {
        return view("end", CheckpointingArtifacts.End::new);
    }

    /** The steps of {@link Checkpointing}. */
    public enum Step {
        START("start"),
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
