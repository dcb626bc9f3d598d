package dev.cairn.datastore;

import org.jspecify.annotations.Nullable;

/**
 * A stored blob.
 *
 * @param address the SHA-256 of its bytes
 * @param size the number of its bytes, before any compression by the datastore
 * @param preview the beginning of what it holds as text, for people to look at, as whoever put it first gave it; null if there is none. At
 *     most {@value #LONGEST_PREVIEW} characters
 */
public record BlobInfo(Address address, long size, @Nullable String preview) {
    /** The largest number of characters of a preview. */
    public static final int LONGEST_PREVIEW = 1000;

    /** Checks the length of the preview. */
    public BlobInfo {
        if (preview != null && preview.length() > LONGEST_PREVIEW) {
            throw new IllegalArgumentException(
                    "a preview has at most " + LONGEST_PREVIEW + " characters, this one " + preview.length());
        }
    }

    /** Without a preview. */
    public BlobInfo(Address address, long size) {
        this(address, size, null);
    }
}
