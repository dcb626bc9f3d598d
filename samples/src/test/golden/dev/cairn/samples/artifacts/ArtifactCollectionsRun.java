package dev.cairn.samples.artifacts;

import dev.cairn.client.FlowRun;
import dev.cairn.client.FlowRuns;
import dev.cairn.client.Run;
import dev.cairn.datastore.Datastore;
import java.util.List;
import javax.annotation.processing.Generated;

/** A run of {@link ArtifactCollections}, past or present. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class ArtifactCollectionsRun extends FlowRun<ArtifactCollectionsRun.Step> {
    ArtifactCollectionsRun(Run run) {
        super(run);
    }

    /**
     * The run that was started last on the default datastore.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static ArtifactCollectionsRun latest() {
        return new ArtifactCollectionsRun(FlowRuns.of(ArtifactCollectionsRunner.DEFINITION).latest());
    }

    /**
     * The run that was started last.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static ArtifactCollectionsRun latest(Datastore datastore) {
        return new ArtifactCollectionsRun(FlowRuns.of(ArtifactCollectionsRunner.DEFINITION, datastore).latest());
    }

    /**
     * The run with this id on the default datastore.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static ArtifactCollectionsRun of(String id) {
        return new ArtifactCollectionsRun(FlowRuns.of(ArtifactCollectionsRunner.DEFINITION).run(id));
    }

    /**
     * The run with this id.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static ArtifactCollectionsRun of(String id, Datastore datastore) {
        return new ArtifactCollectionsRun(FlowRuns.of(ArtifactCollectionsRunner.DEFINITION, datastore).run(id));
    }

    /** All runs on the default datastore, the newest first. */
    public static List<ArtifactCollectionsRun> all() {
        return FlowRuns.of(ArtifactCollectionsRunner.DEFINITION).all(ArtifactCollectionsRun::new);
    }

    /** All runs, the newest first. */
    public static List<ArtifactCollectionsRun> all(Datastore datastore) {
        return FlowRuns.of(ArtifactCollectionsRunner.DEFINITION, datastore).all(ArtifactCollectionsRun::new);
    }

    /**
     * The task of step {@link ArtifactCollections#start}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    public ArtifactCollectionsArtifacts.Start start() {
        return view("start", ArtifactCollectionsArtifacts.Start::new);
    }

    /**
     * The task of step {@link ArtifactCollections#analyze}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    public ArtifactCollectionsArtifacts.Analyze analyze() {
        return view("analyze", ArtifactCollectionsArtifacts.Analyze::new);
    }

    /**
     * The task of step {@link ArtifactCollections#end}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    public ArtifactCollectionsArtifacts.End end() {
        return view("end", ArtifactCollectionsArtifacts.End::new);
    }

    /** The steps of {@link ArtifactCollections}. */
    public enum Step {
        START("start"),
        ANALYZE("analyze"),
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
