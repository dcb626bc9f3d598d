package dev.cairn.samples.readme;

/**
 * A fenced block of the README.
 *
 * @param language what stands behind the opening fence
 * @param line the line of the opening fence, from 1
 * @param text the lines between the fences, each with its line end
 */
record Block(String language, int line, String text) {
    boolean is(String other) {
        return language.equals(other);
    }

    @Override
    public String toString() {
        return "the `" + language + "` block at line " + line;
    }
}
