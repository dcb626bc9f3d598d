package dev.cairn.processor.write.source;

/** Text of the user's for a javadoc comment. */
public final class JavadocText {
    private JavadocText() {}

    /** Plain text, with nothing left in it that javadoc or the compiler reads as more than text. */
    public static String ofPlain(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(character -> {
            switch (character) {
                case '&', '<', '>', '@', '{', '}', '*', '\\' ->
                    escaped.append("&#").append(character).append(';');
                case '\n', '\r', '\t' -> escaped.append(' ');
                default -> escaped.appendCodePoint(character);
            }
        });
        return escaped.toString();
    }
}
