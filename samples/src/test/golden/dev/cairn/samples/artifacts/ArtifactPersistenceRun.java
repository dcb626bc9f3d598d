package dev.cairn.samples.artifacts;

import dev.cairn.client.FlowRun;
import dev.cairn.client.FlowRuns;
import dev.cairn.client.Run;
import dev.cairn.datastore.Datastore;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.processing.Generated;

/** A run of {@link ArtifactPersistence}, past or present. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class ArtifactPersistenceRun extends FlowRun<ArtifactPersistenceRun.Step> {
    ArtifactPersistenceRun(Run run) {
        super(run);
    }

    /**
     * The run that was started last on the default datastore.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static ArtifactPersistenceRun latest() {
        return new ArtifactPersistenceRun(FlowRuns.of(ArtifactPersistenceRunner.DEFINITION).latest());
    }

    /**
     * The run that was started last.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static ArtifactPersistenceRun latest(Datastore datastore) {
        return new ArtifactPersistenceRun(FlowRuns.of(ArtifactPersistenceRunner.DEFINITION, datastore).latest());
    }

    /**
     * The run with this id on the default datastore.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static ArtifactPersistenceRun of(String id) {
        return new ArtifactPersistenceRun(FlowRuns.of(ArtifactPersistenceRunner.DEFINITION).run(id));
    }

    /**
     * The run with this id.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static ArtifactPersistenceRun of(String id, Datastore datastore) {
        return new ArtifactPersistenceRun(FlowRuns.of(ArtifactPersistenceRunner.DEFINITION, datastore).run(id));
    }

    /** All runs on the default datastore, the newest first. */
    public static List<ArtifactPersistenceRun> all() {
        try (Stream<Run> runs = FlowRuns.of(ArtifactPersistenceRunner.DEFINITION).stream()) {
            return runs.map(ArtifactPersistenceRun::new).toList();
        }
    }

    /** All runs, the newest first. */
    public static List<ArtifactPersistenceRun> all(Datastore datastore) {
        try (Stream<Run> runs = FlowRuns.of(ArtifactPersistenceRunner.DEFINITION, datastore).stream()) {
            return runs.map(ArtifactPersistenceRun::new).toList();
        }
    }

    /**
     * The task of step {@link ArtifactPersistence#start}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    public ArtifactPersistenceArtifacts.Start start() {
        return view("start", ArtifactPersistenceArtifacts.Start::new);
    }

    /**
     * The task of step {@link ArtifactPersistence#end}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    public ArtifactPersistenceArtifacts.End end() {
        return view("end", ArtifactPersistenceArtifacts.End::new);
    }

    /** The steps of {@link ArtifactPersistence}. */
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
