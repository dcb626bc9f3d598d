package dev.cairn.samples.artifacts;

import dev.cairn.client.FlowRun;
import dev.cairn.client.FlowRuns;
import dev.cairn.client.Run;
import dev.cairn.datastore.Datastore;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.processing.Generated;

/** A run of {@link Lifecycle}, past or present. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class LifecycleRun extends FlowRun<LifecycleRun.Step> {
    LifecycleRun(Run run) {
        super(run);
    }

    /**
     * The run that was started last on the default datastore.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static LifecycleRun latest() {
        return new LifecycleRun(FlowRuns.of(LifecycleRunner.DEFINITION).latest());
    }

    /**
     * The run that was started last.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static LifecycleRun latest(Datastore datastore) {
        return new LifecycleRun(FlowRuns.of(LifecycleRunner.DEFINITION, datastore).latest());
    }

    /**
     * The run with this id on the default datastore.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static LifecycleRun of(String id) {
        return new LifecycleRun(FlowRuns.of(LifecycleRunner.DEFINITION).run(id));
    }

    /**
     * The run with this id.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static LifecycleRun of(String id, Datastore datastore) {
        return new LifecycleRun(FlowRuns.of(LifecycleRunner.DEFINITION, datastore).run(id));
    }

    /** All runs on the default datastore, the newest first. */
    public static List<LifecycleRun> all() {
        try (Stream<Run> runs = FlowRuns.of(LifecycleRunner.DEFINITION).stream()) {
            return runs.map(LifecycleRun::new).toList();
        }
    }

    /** All runs, the newest first. */
    public static List<LifecycleRun> all(Datastore datastore) {
        try (Stream<Run> runs = FlowRuns.of(LifecycleRunner.DEFINITION, datastore).stream()) {
            return runs.map(LifecycleRun::new).toList();
        }
    }

    /**
     * The task of step {@link Lifecycle#start}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    public LifecycleArtifacts.Start start() {
        return view("start", LifecycleArtifacts.Start::new);
    }

    /**
     * The task of step {@link Lifecycle#read}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    public LifecycleArtifacts.Read read() {
        return view("read", LifecycleArtifacts.Read::new);
    }

    /**
     * The task of step {@link Lifecycle#change}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    public LifecycleArtifacts.Change change() {
        return view("change", LifecycleArtifacts.Change::new);
    }

    /**
     * The task of step {@link Lifecycle#end}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    public LifecycleArtifacts.End end() {
        return view("end", LifecycleArtifacts.End::new);
    }

    /** The steps of {@link Lifecycle}. */
    public enum Step {
        START("start"),
        READ("read"),
        CHANGE("change"),
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
