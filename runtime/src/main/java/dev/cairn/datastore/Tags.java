package dev.cairn.datastore;

import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a tag may be, wherever it is given: text of one line that every datastore keeps as it is. */
public final class Tags {
    private static final int LONGEST = 500;

    private Tags() {}

    /**
     * The tag given.
     *
     * @throws IllegalArgumentException if it cannot be one; the message says why
     */
    public static String require(@Nullable String tag) {
        if (tag == null) {
            throw new IllegalArgumentException("a tag is a text, not null");
        } else if (tag.isBlank()) {
            throw new IllegalArgumentException("a tag is not blank");
        } else if (tag.length() > LONGEST) {
            throw new IllegalArgumentException("a tag has at most " + LONGEST + " characters, not " + tag.length());
        }
        tag.codePoints().forEach(Tags::requireCharacter);
        return tag;
    }

    /**
     * The tags given, each once.
     *
     * @throws IllegalArgumentException if one of them cannot be a tag
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
                    "a tag has no control characters, such as " + String.format("\\u%04x", character));
        } else if (Character.getType(character) == Character.SURROGATE) {
            throw new IllegalArgumentException(
                    "a tag is Unicode text, which has no " + String.format("\\u%04x", character) + " by itself");
        }
    }
}
