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
    /** The artifacts of a stored task. */
    static TaskArtifacts stored(FlowDefinition<?> definition, Datastore datastore, TaskRecord record) {
        return new RunArtifacts(definition, new ArtifactLoader(datastore), record.run()).of(record);
    }

    /** The flow of the task. */
    FlowDefinition<?> definition();

    /** The name of the step. */
    String step();

    /** The record of the task; empty if these artifacts were built by hand. */
    Optional<TaskRecord> record();

    /**
     * The datastore of the task.
     *
     * @throws IllegalStateException if these artifacts were built by hand
     */
    Datastore datastore();

    /** Whether an artifact exists after the task. */
    boolean has(String artifact);

    /**
     * The value of an artifact.
     *
     * @throws AbsentArtifactException if it does not exist after the task
     */
    @Nullable
    Object value(String artifact);
}
