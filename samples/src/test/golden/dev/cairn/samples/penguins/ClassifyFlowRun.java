package dev.cairn.samples.penguins;

import dev.cairn.client.FlowRun;
import dev.cairn.client.FlowRuns;
import dev.cairn.client.Run;
import dev.cairn.datastore.Datastore;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.processing.Generated;

/** A run of {@link ClassifyFlow}, past or present. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class ClassifyFlowRun extends FlowRun<ClassifyFlowRun.Step> {
    ClassifyFlowRun(Run run) {
        super(run);
    }

    /**
     * The run that was started last on the default datastore.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static ClassifyFlowRun latest() {
        return new ClassifyFlowRun(FlowRuns.of(ClassifyFlowRunner.DEFINITION).latest());
    }

    /**
     * The run that was started last.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static ClassifyFlowRun latest(Datastore datastore) {
        return new ClassifyFlowRun(FlowRuns.of(ClassifyFlowRunner.DEFINITION, datastore).latest());
    }

    /**
     * The run with this id on the default datastore.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static ClassifyFlowRun of(String id) {
        return new ClassifyFlowRun(FlowRuns.of(ClassifyFlowRunner.DEFINITION).run(id));
    }

    /**
     * The run with this id.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static ClassifyFlowRun of(String id, Datastore datastore) {
        return new ClassifyFlowRun(FlowRuns.of(ClassifyFlowRunner.DEFINITION, datastore).run(id));
    }

    /** All runs on the default datastore, the newest first. */
    public static List<ClassifyFlowRun> all() {
        try (Stream<Run> runs = FlowRuns.of(ClassifyFlowRunner.DEFINITION).stream()) {
            return runs.map(ClassifyFlowRun::new).toList();
        }
    }

    /** All runs, the newest first. */
    public static List<ClassifyFlowRun> all(Datastore datastore) {
        try (Stream<Run> runs = FlowRuns.of(ClassifyFlowRunner.DEFINITION, datastore).stream()) {
            return runs.map(ClassifyFlowRun::new).toList();
        }
    }

    /**
     * The task of step {@link ClassifyFlow#start}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    public ClassifyFlowArtifacts.Start start() {
        return view("start", ClassifyFlowArtifacts.Start::new);
    }

    /**
     * The task of step {@link ClassifyFlow#end}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    public ClassifyFlowArtifacts.End end() {
        return view("end", ClassifyFlowArtifacts.End::new);
    }

    /** The steps of {@link ClassifyFlow}. */
    public enum Step {
        START("start"),
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
