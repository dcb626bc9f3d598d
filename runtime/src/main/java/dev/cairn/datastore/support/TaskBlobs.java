package dev.cairn.datastore.support;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.TaskRecord;
import java.util.stream.Stream;

/** The blobs that an attempt refers to. */
public final class TaskBlobs {
    private TaskBlobs() {}

    /**
     * Those that the attempt has stored before its commit, or has found stored. A store must look whether they are still there: a garbage
     * collection may have removed one that nothing referred to yet. If they are, they are used now. What an attempt has from its parents
     * is theirs too, and stays with them.
     */
    public static Stream<Address> before(Entry.CommitTask commit) {
        TaskRecord record = commit.record();
        Stream<Address> artifacts = record.artifacts().values().stream()
                .filter(artifact ->
                        artifact.inline() == null && !artifact.createdAt().isBefore(record.startedAt()))
                .map(ArtifactRef::address);
        Stream<Address> all = record.fork() == null
                ? artifacts
                : Stream.concat(artifacts, Stream.of(record.fork().items()));
        return all.filter(address ->
                commit.blobs().stream().noneMatch(blob -> blob.info().address().equals(address)));
    }
}
