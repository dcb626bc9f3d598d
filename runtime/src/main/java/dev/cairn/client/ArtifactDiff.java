package dev.cairn.client;

import dev.cairn.codec.Tree;
import dev.cairn.datastore.ArtifactRef;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An artifact, parameter or constant that is different in two runs. Immutable.
 *
 * @param name its name
 * @param first what the first run has; empty if it has none
 * @param second what the second run has; empty if it has none
 */
public record ArtifactDiff(String name, Optional<DataArtifact> first, Optional<DataArtifact> second) {
    /**
     * The parts of the two values that differ, in the order of the values. This reads both values. Empty if they differ only in how they are
     * stored, for example because a field was renamed, or a class gained one; and if one run has no such artifact. The stream is lazy.
     *
     * @return the differences, in the order of the values
     * @throws dev.cairn.datastore.DatastoreException if a value is missing or damaged
     */
    public Stream<FieldDiff> fields() {
        if (first.isEmpty() || second.isEmpty()) {
            return Stream.empty();
        }
        Tree before = first.get().shownTree();
        Tree after = second.get().shownTree();
        return new TreeDiff(before, after).stream();
    }

    static boolean areEqual(@Nullable ArtifactRef one, @Nullable ArtifactRef other) {
        return one == null || other == null ? one == other : one.address().equals(other.address());
    }
}
