package dev.cairn.datastore;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of an artifact, as a task holds it: where its bytes are. Passing an artifact on copies the reference, never
 * the bytes. Immutable.
 *
 * @param address the SHA-256 of the encoded value
 * @param size the number of bytes of the encoded value
 * @param type the Java type that the artifact was declared with, for people
 * @param createdAt when the task that stored this version did so
 * @param presumed whether it is unknown if the task assigned the value: a primitive that holds Java's default, stored by a
 *     task whose code could not be analysed. A merge prefers a value that is not presumed.
 * @param inline the encoded value itself where it is small, else null; never modified
 */
public record ArtifactRef(
        Address address, long size, String type, Instant createdAt, boolean presumed, byte @Nullable [] inline) {
    /** Equal if content and presumption are; what was declared when does not matter. */
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
