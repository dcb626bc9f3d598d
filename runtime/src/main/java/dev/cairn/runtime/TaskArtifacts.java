package dev.cairn.runtime;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.values.ArtifactLoader;
import dev.cairn.runtime.values.BuiltReading;
import dev.cairn.runtime.values.JoinedArtifacts;
import dev.cairn.runtime.values.RunArtifacts;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The artifacts of one finished task. A stored value is loaded when it is first needed, then kept. Thread-safe.
 */
public sealed interface TaskArtifacts permits JoinedArtifacts, BuiltReading {
    /**
     * {@return the artifacts of a stored task}
     *
     * @param definition the flow
     * @param datastore where the run of the task is stored
     * @param record the record of the task
     */
    static TaskArtifacts stored(FlowDefinition<?> definition, Datastore datastore, TaskRecord record) {
        return new RunArtifacts(definition, new ArtifactLoader(datastore), record.run()).of(record);
    }

    /** {@return the flow of the task} */
    FlowDefinition<?> definition();

    /** {@return the name of the step} */
    String step();

    /** {@return the record of the task; empty if these artifacts were built by hand} */
    Optional<TaskRecord> record();

    /**
     * The datastore of the task.
     *
     * @return the datastore that holds the run
     * @throws IllegalStateException if these artifacts were built by hand
     */
    Datastore datastore();

    /**
     * {@return whether an artifact exists after the task}
     *
     * @param artifact the name of the artifact
     */
    boolean has(String artifact);

    /**
     * The value of an artifact.
     *
     * @param artifact the name of the artifact
     * @return the value, which may be null
     * @throws AbsentArtifactException if it does not exist after the task
     */
    @Nullable
    Object value(String artifact);
}
