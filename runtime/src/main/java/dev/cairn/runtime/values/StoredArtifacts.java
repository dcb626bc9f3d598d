package dev.cairn.runtime.values;

import dev.cairn.codec.CodecException;
import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.runtime.AbsentArtifactException;
import dev.cairn.runtime.TaskArtifacts;
import dev.cairn.runtime.UnreadableArtifactException;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.FlowDefinition;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The artifacts of a stored task. A value is decoded when it is first asked for, and kept. Thread-safe. */
final class StoredArtifacts implements JoinedArtifacts {
    private final RunArtifacts run;
    private final TaskRecord task;
    private final TaskSequence.@Nullable Place place;
    private final Map<String, Optional<Object>> values = new ConcurrentHashMap<>();

    StoredArtifacts(RunArtifacts run, TaskRecord task, TaskSequence.@Nullable Place place) {
        this.run = run;
        this.task = task;
        this.place = place;
    }

    @Override
    public FlowDefinition<?> definition() {
        return run.definition();
    }

    @Override
    public String step() {
        return task.task().step();
    }

    @Override
    public Optional<TaskRecord> record() {
        return Optional.of(task);
    }

    @Override
    public Datastore datastore() {
        return run.loader().datastore();
    }

    @Override
    public boolean has(String artifact) {
        return run.definition().findArtifact(artifact).isPresent() && find(artifact) != null;
    }

    @Override
    public @Nullable Object value(String artifact) {
        return values.computeIfAbsent(artifact, name -> Optional.ofNullable(load(name)))
                .orElse(null);
    }

    @Override
    public TaskArtifacts afresh() {
        return new StoredArtifacts(run, task, place);
    }

    @Override
    public @Nullable Version version(ArtifactDefinition artifact) {
        ArtifactRef ref = run.find(task, artifact);
        return ref == null ? null : new StoredVersion(run.loader(), artifact.codec(), ref);
    }

    private @Nullable Object load(String name) {
        ArtifactRef ref = find(name);
        if (ref == null) {
            throw new AbsentArtifactException(name, path());
        }
        try {
            return run.loader()
                    .value(fetched(name, ref), run.definition().artifact(name).codec());
        } catch (CodecException e) {
            throw new UnreadableArtifactException(name, path(), e);
        }
    }

    private ArtifactRef fetched(String name, ArtifactRef ref) {
        ArtifactDefinition artifact = run.definition().artifact(name);
        return place == null ? ref : place.fetched(name, ref, record -> run.find(record, artifact));
    }

    private @Nullable ArtifactRef find(String name) {
        return run.find(task, run.definition().artifact(name));
    }

    private String path() {
        return run.definition().name() + "/" + task.run() + "/" + task.task();
    }
}
