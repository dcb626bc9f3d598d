package dev.cairn.samples.artifacts;

import dev.cairn.client.FlowRun;
import dev.cairn.client.FlowRuns;
import dev.cairn.client.Run;
import dev.cairn.datastore.Datastore;
import java.util.List;
import javax.annotation.processing.Generated;

/** A run of {@link ArtifactCollections}, past or present. The accessor of a step that did not finish throws {@link dev.cairn.client.NoSuchTaskException}. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class ArtifactCollectionsRun extends FlowRun<ArtifactCollectionsRun.Step> {
    ArtifactCollectionsRun(Run run) {
        super(run);
    }

    /**
     * {@return the run that was started last on the default datastore}
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static ArtifactCollectionsRun latest() {
        return new ArtifactCollectionsRun(FlowRuns.of(ArtifactCollectionsRunner.DEFINITION).latest());
    }

    /**
     * {@return the run that was started last}
     *
     * @param datastore where to look
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static ArtifactCollectionsRun latest(Datastore datastore) {
        return new ArtifactCollectionsRun(FlowRuns.of(ArtifactCollectionsRunner.DEFINITION, datastore).latest());
    }

    /**
     * {@return the run with this id on the default datastore}
     *
     * @param id the id of the run
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static ArtifactCollectionsRun of(String id) {
        return new ArtifactCollectionsRun(FlowRuns.of(ArtifactCollectionsRunner.DEFINITION).run(id));
    }

    /**
     * {@return the run with this id}
     *
     * @param id the id of the run
     * @param datastore where to look
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static ArtifactCollectionsRun of(String id, Datastore datastore) {
        return new ArtifactCollectionsRun(FlowRuns.of(ArtifactCollectionsRunner.DEFINITION, datastore).run(id));
    }

    /** {@return all runs on the default datastore, the newest first} */
    public static List<ArtifactCollectionsRun> all() {
        return FlowRuns.of(ArtifactCollectionsRunner.DEFINITION).all(ArtifactCollectionsRun::new);
    }

    /**
     * {@return all runs, the newest first}
     *
     * @param datastore where to look
     */
    public static List<ArtifactCollectionsRun> all(Datastore datastore) {
        return FlowRuns.of(ArtifactCollectionsRunner.DEFINITION, datastore).all(ArtifactCollectionsRun::new);
    }

    /** {@return the finished task of step {@link ArtifactCollections#start}} */
    public ArtifactCollectionsArtifacts.Start start() {
        return new ArtifactCollectionsArtifacts.Start(artifacts("start"));
    }

    /** {@return the finished task of step {@link ArtifactCollections#analyze}} */
    public ArtifactCollectionsArtifacts.Analyze analyze() {
        return new ArtifactCollectionsArtifacts.Analyze(artifacts("analyze"));
    }

    /** {@return the finished task of step {@link ArtifactCollections#end}} */
    public ArtifactCollectionsArtifacts.End end() {
        return new ArtifactCollectionsArtifacts.End(artifacts("end"));
    }

    /** The steps of {@link ArtifactCollections}. */
    public enum Step {
        /** {@link ArtifactCollections#start}. */
        START("start"),

        /** {@link ArtifactCollections#analyze}. */
        ANALYZE("analyze"),

        /** {@link ArtifactCollections#end}. */
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
