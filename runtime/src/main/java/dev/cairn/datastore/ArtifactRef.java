package dev.cairn.datastore;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reference to one version of an artifact: a task stores where the bytes are. To pass an artifact on, Cairn copies the reference,
 * never the bytes. Immutable.
 *
 * @param address the SHA-256 of the encoded value
 * @param size the number of bytes of the encoded value
 * @param type the declared Java type of the artifact, for people to read
 * @param createdAt when a task stored this version
 * @param presumed whether it is unknown if the task assigned the value: a primitive with Java's default value, stored by a task
 *     whose code could not be analysed. A merge prefers a value that is not presumed.
 * @param inline the encoded value itself if it is small, otherwise null; must not be modified
 */
public record ArtifactRef(
        Address address, long size, String type, Instant createdAt, boolean presumed, byte @Nullable [] inline) {
    /** Equal if address and {@code presumed} are equal; type and time are ignored. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ArtifactRef reference
                && address.equals(reference.address)
                && presumed == reference.presumed;
    }

    @Override
    public int hashCode() {
        return address.hashCode();
    }

    @Override
    public String toString() {
        return type + "@" + address.abbreviated();
    }
}
