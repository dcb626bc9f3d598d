package dev.cairn.view.report;

/** Texts of which the beginning has to be enough. */
final class ShortText {
    private ShortText() {}

    /** The first characters of a text, at most {@code most}; dots at its end say that there were more. */
    static String of(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }
}
