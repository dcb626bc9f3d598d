package dev.cairn.engine;

/** What a tag may be. */
final class Tags {
    private static final int LONGEST = 500;

    private Tags() {}

    static String require(String tag) {
        if (tag.isBlank()) {
            throw new IllegalArgumentException("a tag is not blank");
        }
        if (tag.length() > LONGEST) {
            throw new IllegalArgumentException("a tag has at most " + LONGEST + " characters, not " + tag.length());
        }
        return tag;
    }
}
