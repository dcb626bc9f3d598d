package dev.cairn.samples.artifacts;

import dev.cairn.client.FlowRun;
import dev.cairn.client.FlowRuns;
import dev.cairn.client.Run;
import dev.cairn.datastore.Datastore;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.processing.Generated;

/** A run of {@link ExternalStorage}, past or present. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class ExternalStorageRun extends FlowRun<ExternalStorageRun.Step> {
    ExternalStorageRun(Run run) {
        super(run);
    }

    /**
     * The run that was started last on the default datastore.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static ExternalStorageRun latest() {
        return new ExternalStorageRun(FlowRuns.of(ExternalStorageRunner.DEFINITION).latest());
    }

    /**
     * The run that was started last.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static ExternalStorageRun latest(Datastore datastore) {
        return new ExternalStorageRun(FlowRuns.of(ExternalStorageRunner.DEFINITION, datastore).latest());
    }

    /**
     * The run with this id on the default datastore.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static ExternalStorageRun of(String id) {
        return new ExternalStorageRun(FlowRuns.of(ExternalStorageRunner.DEFINITION).run(id));
    }

    /**
     * The run with this id.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static ExternalStorageRun of(String id, Datastore datastore) {
        return new ExternalStorageRun(FlowRuns.of(ExternalStorageRunner.DEFINITION, datastore).run(id));
    }

    /** All runs on the default datastore, the newest first. */
    public static List<ExternalStorageRun> all() {
        try (Stream<Run> runs = FlowRuns.of(ExternalStorageRunner.DEFINITION).stream()) {
            return runs.map(ExternalStorageRun::new).toList();
        }
    }

    /** All runs, the newest first. */
    public static List<ExternalStorageRun> all(Datastore datastore) {
        try (Stream<Run> runs = FlowRuns.of(ExternalStorageRunner.DEFINITION, datastore).stream()) {
            return runs.map(ExternalStorageRun::new).toList();
        }
    }

    /**
     * The task of step {@link ExternalStorage#start}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    public ExternalStorageArtifacts.Start start() {
        return view("start", ExternalStorageArtifacts.Start::new);
    }

    /**
     * The task of step {@link ExternalStorage#end}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    public ExternalStorageArtifacts.End end() {
        return view("end", ExternalStorageArtifacts.End::new);
    }

    /** The steps of {@link ExternalStorage}. */
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
