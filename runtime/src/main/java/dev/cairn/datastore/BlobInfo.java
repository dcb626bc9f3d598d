package dev.cairn.datastore;

import org.jspecify.annotations.Nullable;

/**
 * A stored blob. Immutable.
 *
 * @param address the SHA-256 of its bytes
 * @param size the number of its bytes, before any compression by the datastore
 * @param preview the beginning of its content as text, for people to read; at most {@value #LONGEST_PREVIEW} characters. It comes from
 *     the first call that put the blob. Null if there is none.
 */
public record BlobInfo(Address address, long size, @Nullable String preview) {
    /** The largest number of characters of a preview. */
    public static final int LONGEST_PREVIEW = 1000;

    /**
     * Checks the length of the preview.
     *
     * @param address the SHA-256 of its bytes
     * @param size the number of its bytes, before any compression by the datastore
     * @param preview the beginning of its content as text, for people to read; at most {@value #LONGEST_PREVIEW} characters. It comes from
     *     the first call that put the blob. Null if there is none.
     * @throws IllegalArgumentException if the preview is too long
     */
    public BlobInfo {
        if (preview != null && preview.length() > LONGEST_PREVIEW) {
            throw new IllegalArgumentException(
                    "a preview must have at most " + LONGEST_PREVIEW + " characters, but has " + preview.length());
        }
    }

    /**
     * Without a preview.
     *
     * @param address the SHA-256 of its bytes
     * @param size the number of its bytes, before any compression by the datastore
     */
    public BlobInfo(Address address, long size) {
        this(address, size, null);
    }
}
