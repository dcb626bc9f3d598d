package dev.cairn.runtime.values;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.runtime.TaskArtifacts;
import dev.cairn.runtime.definition.FlowDefinition;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Reads what a test built by hand as a join in a run would: each value once, into an instance of its own. Thread-safe. */
public final class BuiltReading implements TaskArtifacts {
    private final BuiltArtifacts built;
    private final Map<String, Optional<Object>> values = new ConcurrentHashMap<>();

    BuiltReading(BuiltArtifacts built) {
        this.built = built;
    }

    BuiltArtifacts built() {
        return built;
    }

    @Override
    public FlowDefinition<?> definition() {
        return built.definition();
    }

    @Override
    public String step() {
        return built.step();
    }

    @Override
    public Optional<TaskRecord> record() {
        return built.record();
    }

    @Override
    public Datastore datastore() {
        return built.datastore();
    }

    @Override
    public boolean has(String artifact) {
        return built.has(artifact);
    }

    @Override
    public @Nullable Object value(String artifact) {
        return values.computeIfAbsent(artifact, name -> Optional.ofNullable(built.newValue(name)))
                .orElse(null);
    }
}
