package dev.cairn.maintenance;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.Blobs;
import dev.cairn.datastore.CorruptBlobException;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.FileRecord;
import dev.cairn.datastore.ForkRecord;
import dev.cairn.datastore.NoSuchBlobException;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.runtime.values.ItemIndex;
import dev.cairn.runtime.values.StoredCheckpoints;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Walks through all that a run refers to. Thread-safe. */
final class RunReferences {
    private final Datastore datastore;

    RunReferences(Datastore datastore) {
        this.datastore = datastore;
    }

    /** Gets each blob that a run refers to, some of them many times. */
    @FunctionalInterface
    interface Visitor {
        /**
         * A reference.
         *
         * @param address to what it refers
         * @param reference who refers to it
         */
        void visit(Address address, Reference reference);

        /**
         * The elements of a foreach are damaged, so that nobody knows which other blobs hold them. By default ends the walk.
         *
         * @param reference who refers to the elements
         */
        default void damaged(Reference reference, RuntimeException reason) {
            throw new DatastoreException(reference.describe() + " cannot be read: " + reason.getMessage(), reason);
        }
    }

    /** Who refers to a blob, for people to read. */
    @FunctionalInterface
    interface Reference {
        String describe();
    }

    /**
     * Walks through a run.
     *
     * @throws DatastoreException if its records are damaged
     */
    void visit(RunRecord run, Visitor visitor) {
        String path = run.flow() + "/" + run.id();
        artifacts(path, run.artifacts(), visitor);
        checkpoints(path, run, visitor); // before the tasks: one that finishes meanwhile refers to its results itself
        try (Stream<TaskRecord> attempts = datastore.runs().attempts(run.id())) {
            attempts.forEach(attempt -> attempt(path, attempt, visitor));
        }
        try (Stream<FileRecord> files = datastore.runs().files(run.id(), "")) {
            files.forEach(
                    file -> visitor.visit(file.content().address(), () -> "file `" + file.key() + "` of run " + path));
        }
    }

    private void checkpoints(String path, RunRecord run, Visitor visitor) {
        StoredCheckpoints checkpoints = new StoredCheckpoints(datastore, run.id());
        try (Stream<StoredCheckpoints.Stored> unfinished = checkpoints.unfinished()) {
            unfinished.forEach(stored -> {
                Reference reference = () -> "the checkpoint of task " + path + "/" + stored.task();
                visitor.visit(stored.file().content().address(), reference);
                try {
                    checkpoints.read(stored).blobs().forEach(address -> visitor.visit(address, reference));
                } catch (NoSuchBlobException e) { // it refers to nothing any more; whoever reads it will say so
                } catch (DatastoreException e) {
                    visitor.damaged(reference, e);
                }
            });
        }
    }

    private void attempt(String path, TaskRecord attempt, Visitor visitor) {
        String task = path + "/" + attempt.task();
        artifacts(task, attempt.artifacts(), visitor);
        ForkRecord fork = attempt.fork();
        if (fork != null) {
            Reference reference = () -> "the elements of the foreach over `" + fork.artifact() + "` in " + task;
            visitor.visit(fork.items(), reference);
            segments(fork.items(), reference, visitor);
        }
    }

    private static void artifacts(String of, Map<String, ArtifactRef> artifacts, Visitor visitor) {
        artifacts.forEach((name, artifact) -> {
            if (artifact.inline() == null) {
                visitor.visit(artifact.address(), () -> "artifact `" + name + "` of " + of);
            }
        });
    }

    /** What is missing refers to nothing any more; whoever reads it will say so. */
    private void segments(Address items, Reference reference, Visitor visitor) {
        Blobs blobs = datastore.blobs();
        List<Address> segments = List.of();
        try {
            if (blobs.find(items).isPresent()) {
                segments = ItemIndex.segments(blobs.read(items));
            }
        } catch (CorruptBlobException | IllegalArgumentException e) {
            visitor.damaged(reference, e);
        }
        segments.forEach(segment -> visitor.visit(segment, reference));
    }
}
