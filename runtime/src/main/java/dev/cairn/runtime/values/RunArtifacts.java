package dev.cairn.runtime.values;

import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.runtime.TaskArtifacts;
import dev.cairn.runtime.UnreadableArtifactException;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.FlowDefinition;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The artifacts of one run: what all of its tasks share, and the way to those of each task. Thread-safe.
 *
 * <p>Names are those of the compiled flow; what an older run stored under a former name is found too.
 */
public final class RunArtifacts {
    private final FlowDefinition<?> definition;
    private final ArtifactLoader loader;
    private final RunId run;
    private volatile @Nullable Map<String, ArtifactRef> shared;

    /**
     * The artifacts of a stored run, which is looked up when it is needed.
     *
     * @param definition the generated definition of the flow
     * @param loader reads the values
     * @param run the id of the run
     */
    public RunArtifacts(FlowDefinition<?> definition, ArtifactLoader loader, RunId run) {
        this.definition = definition;
        this.loader = loader;
        this.run = run;
    }

    /** {@return the generated definition of the flow} */
    public FlowDefinition<?> definition() {
        return definition;
    }

    /** {@return the id of the run} */
    public RunId run() {
        return run;
    }

    /** {@return what reads the values} */
    public ArtifactLoader loader() {
        return loader;
    }

    /**
     * {@return what all tasks share, by name: parameters, constants and Cairn's own} Read once.
     *
     * @throws DatastoreException if the run is not in the datastore
     */
    public Map<String, ArtifactRef> shared() {
        Map<String, ArtifactRef> known = shared;
        if (known == null) {
            known = loader.datastore()
                    .runs()
                    .find(run)
                    .map(RunRecord::artifacts)
                    .orElseThrow(() -> new DatastoreException(
                            "run " + run + " is not in " + loader.datastore().url()));
            shared = known;
        }
        return known;
    }

    /**
     * {@return the artifacts of one task}
     *
     * @param record the record of a finished attempt of this run
     */
    public TaskArtifacts of(TaskRecord record) {
        return new StoredArtifacts(this, record, null);
    }

    /**
     * {@return the artifacts of a task of a sequence}
     *
     * @param record the record of a finished attempt of this run
     * @param place the place of this task in the sequence
     */
    public TaskArtifacts of(TaskRecord record, TaskSequence.Place place) {
        return new StoredArtifacts(this, record, place);
    }

    /**
     * {@return the version of an artifact after a task, or null if it does not exist there}
     *
     * @param record the record of a finished attempt of this run
     * @param artifact the artifact, as the flow declares it now
     * @throws UnreadableArtifactException if several of its names, current and former, are there, so that it is not clear which one it is
     */
    public @Nullable ArtifactRef find(TaskRecord record, ArtifactDefinition artifact) {
        return find(artifact.kind() == ArtifactDefinition.Kind.ARTIFACT ? record.artifacts() : shared(), artifact);
    }

    /**
     * {@return the version of an artifact among {@code refs}, or null if there is none}
     *
     * @param refs the versions, by the names under which they were stored
     * @param artifact the artifact, as the flow declares it now
     * @throws UnreadableArtifactException if several of its names, of now and then, are there, so that it cannot be told which it is
     */
    public static @Nullable ArtifactRef find(Map<String, ArtifactRef> refs, ArtifactDefinition artifact) {
        ArtifactRef ref = refs.get(artifact.name());
        String found = artifact.name();
        for (String formerName : artifact.formerNames()) {
            ArtifactRef former = formerName.equals(found) ? null : refs.get(formerName);
            if (former != null && ref != null) {
                throw UnreadableArtifactException.storedTwice(artifact.name(), found, formerName);
            } else if (former != null) {
                ref = former;
                found = formerName;
            }
        }
        return ref;
    }
}
