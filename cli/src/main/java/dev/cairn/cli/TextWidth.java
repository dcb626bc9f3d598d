package dev.cairn.cli;

/** How many columns of a terminal a text takes. */
final class TextWidth {
    /** From here on, characters may take two columns; a line that is too short is no harm. */
    private static final int FIRST_WIDE = 0x1100;

    private TextWidth() {}

    static int of(String text) {
        return text.codePoints().map(TextWidth::of).sum();
    }

    private static int of(int codePoint) {
        return codePoint < FIRST_WIDE ? 1 : 2;
    }

    /** As much of {@code text} as fits into {@code columns}. */
    static String cut(String text, int columns) {
        int width = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            width += of(text.codePointAt(i));
            if (width > columns) {
                return text.substring(0, i);
            }
        }
        return text;
    }
}
