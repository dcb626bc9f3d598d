package dev.cairn.runtime.internal;

/** Makes text that comes from anywhere fit to be printed: it must not steer the terminal. */
public final class PlainText {
    private PlainText() {}

    /**
     * Writes control characters, apart from tabs, as {@code \}{@code u001b}.
     *
     * @param text any text
     * @return the text on one line
     */
    public static String of(String text) {
        return neutralised(text, false);
    }

    /**
     * Writes control characters as {@link #of} does, but keeps ends of lines.
     *
     * @param text any text
     * @return the text, with as many lines
     */
    public static String ofLines(String text) {
        return neutralised(text, true);
    }

    private static String neutralised(String text, boolean keepLines) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            boolean kept = character == '\t' || keepLines && character == '\n';
            if (!kept && (Character.isISOControl(character) || isFormat(character))) {
                plain.append(String.format("\\u%04x", character));
            } else {
                plain.appendCodePoint(character);
            }
        });
        return plain.toString();
    }

    /** Line separators, what makes the text around it run in another direction or takes other shapes, and notes between lines. */
    private static boolean isFormat(int character) {
        int type = Character.getType(character);
        return type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || character == 0x061c
                || character == 0x200e
                || character == 0x200f
                || character >= 0x202a && character <= 0x202e
                || character >= 0x2066 && character <= 0x206f
                || character >= 0xfff9 && character <= 0xfffb;
    }
}
