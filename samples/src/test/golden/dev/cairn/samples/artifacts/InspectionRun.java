package dev.cairn.samples.artifacts;

import dev.cairn.client.FlowRun;
import dev.cairn.client.FlowRuns;
import dev.cairn.client.Run;
import dev.cairn.datastore.Datastore;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.processing.Generated;

/** A run of {@link Inspection}, past or present. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class InspectionRun extends FlowRun<InspectionRun.Step> {
    InspectionRun(Run run) {
        super(run);
    }

    /**
     * The run that was started last on the default datastore.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static InspectionRun latest() {
        return new InspectionRun(FlowRuns.of(InspectionRunner.DEFINITION).latest());
    }

    /**
     * The run that was started last.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static InspectionRun latest(Datastore datastore) {
        return new InspectionRun(FlowRuns.of(InspectionRunner.DEFINITION, datastore).latest());
    }

    /**
     * The run with this id on the default datastore.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static InspectionRun of(String id) {
        return new InspectionRun(FlowRuns.of(InspectionRunner.DEFINITION).run(id));
    }

    /**
     * The run with this id.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static InspectionRun of(String id, Datastore datastore) {
        return new InspectionRun(FlowRuns.of(InspectionRunner.DEFINITION, datastore).run(id));
    }

    /** All runs on the default datastore, the newest first. */
    public static List<InspectionRun> all() {
        try (Stream<Run> runs = FlowRuns.of(InspectionRunner.DEFINITION).stream()) {
            return runs.map(InspectionRun::new).toList();
        }
    }

    /** All runs, the newest first. */
    public static List<InspectionRun> all(Datastore datastore) {
        try (Stream<Run> runs = FlowRuns.of(InspectionRunner.DEFINITION, datastore).stream()) {
            return runs.map(InspectionRun::new).toList();
        }
    }

    /**
     * The task of step {@link Inspection#start}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    public InspectionArtifacts.Start start() {
        return view("start", InspectionArtifacts.Start::new);
    }

    /**
     * The task of step {@link Inspection#process}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    public InspectionArtifacts.Process process() {
        return view("process", InspectionArtifacts.Process::new);
    }

    /**
     * The task of step {@link Inspection#end}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    public InspectionArtifacts.End end() {
        return view("end", InspectionArtifacts.End::new);
    }

    /** The steps of {@link Inspection}. */
    public enum Step {
        START("start"),
        PROCESS("process"),
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
