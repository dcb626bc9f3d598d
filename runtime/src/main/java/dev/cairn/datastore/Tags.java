package dev.cairn.datastore;

import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks tags. A tag is text on one line that every datastore can store unchanged: 1 to 500 characters. Thread-safe. */
public final class Tags {
    private static final int LONGEST = 500;

    private Tags() {}

    /**
     * Checks a tag.
     *
     * @param tag the tag, or null, which is not valid
     * @return the same tag
     * @throws IllegalArgumentException if it is not a valid tag; the message says why
     */
    public static String require(@Nullable String tag) {
        if (tag == null) {
            throw new IllegalArgumentException("a tag must not be null");
        } else if (tag.isBlank()) {
            throw new IllegalArgumentException("a tag must not be blank");
        } else if (tag.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "a tag must have at most " + LONGEST + " characters, but has " + tag.length());
        }
        tag.codePoints().forEach(Tags::requireCharacter);
        return tag;
    }

    /**
     * Checks some tags.
     *
     * @param tags the tags; one may occur twice
     * @return each of them once
     * @throws IllegalArgumentException if one of them is not a valid tag
     */
    public static Set<String> require(String... tags) {
        for (String tag : tags) {
            require(tag);
        }
        return Set.of(Arrays.stream(tags).distinct().toArray(String[]::new));
    }

    /** Half of a pair of surrogates has no bytes in UTF-8: it would be stored as another text. */
    private static void requireCharacter(int character) {
        if (Character.isISOControl(character)) {
            throw new IllegalArgumentException(
                    "a tag must not have control characters, but has " + String.format("\\u%04x", character));
        } else if (Character.getType(character) == Character.SURROGATE) {
            throw new IllegalArgumentException(
                    "a tag must be valid Unicode, but has an unpaired " + String.format("\\u%04x", character));
        }
    }
}
