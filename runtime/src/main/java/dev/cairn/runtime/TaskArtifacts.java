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
 * The artifacts of one finished task: stored ones are loaded when asked for and kept, built ones are held. Thread-safe.
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

    /** The task's record; empty if these artifacts were built by hand. */
    Optional<TaskRecord> record();

    /**
     * Where the task is stored.
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
