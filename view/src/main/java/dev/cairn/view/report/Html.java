package dev.cairn.view.report;

import dev.cairn.runtime.internal.PlainText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Writes HTML, and SVG within it. All text and all values of attributes are escaped, and characters that would control a browser, a
 * terminal or the direction of text are written out: {@code \}{@code u202e}. So text from anywhere stays text. It counts elements, because a
 * page with too many is slow. For one thread.
 */
final class Html {
    private static final Set<String> VOID = Set.of("meta", "img", "input", "br", "wbr", "col");

    private final Appendable output;
    private final Deque<String> open = new ArrayDeque<>();
    private int elements;
    private long characters;

    Html(Appendable output) {
        this.output = output;
        raw("<!doctype html>\n");
    }

    /** How many elements there are so far. */
    int elements() {
        return elements;
    }

    /** How many characters there are so far. */
    long characters() {
        return characters;
    }

    /**
     * Begins an element, which {@link #close()} ends unless it is one that has no content.
     *
     * @param tag its name, which is written as it is
     * @param attributes names, which are written as they are, and values, by turns; an attribute whose value is the empty string has none
     */
    Html open(String tag, String... attributes) {
        elements++;
        raw("<" + tag);
        for (int i = 0; i < attributes.length; i += 2) {
            raw(" " + attributes[i]);
            if (!attributes[i + 1].isEmpty()) {
                raw("=\"" + escaped(PlainText.ofLines(attributes[i + 1])) + "\"");
            }
        }
        raw(">");
        if (!VOID.contains(tag)) {
            open.push(tag);
        }
        return this;
    }

    /** Ends the element that was begun last. */
    Html close() {
        raw("</" + open.pop() + ">");
        return this;
    }

    /** Ends the element that was begun last, and the line. */
    Html closeLine() {
        close();
        raw("\n");
        return this;
    }

    /** Text, on one line. */
    Html text(String text) {
        raw(escaped(PlainText.of(text)));
        return this;
    }

    /** Text, with its ends of lines. */
    Html lines(String text) {
        raw(escaped(PlainText.ofLines(text)));
        return this;
    }

    /** Text, on one line, in which what stands between backticks is code. */
    Html prose(String text) {
        String[] parts = text.split("`", -1);
        for (int i = 0; i < parts.length; i++) {
            boolean code = i % 2 == 1 && i + 1 < parts.length;
            if (code) {
                element("code", parts[i]);
            } else {
                text((i % 2 == 1 ? "`" : "") + parts[i]);
            }
        }
        return this;
    }

    /** An element with text only. */
    Html element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    /** An element whose content is not parsed as HTML, and is ours: style, script, or data that was escaped before. */
    Html verbatim(String tag, String content, String... attributes) {
        open(tag, attributes);
        raw(content);
        return closeLine();
    }

    /** A number in the coordinates of SVG, to a hundredth. */
    static String number(double value) {
        long hundredths = Math.round(value * 100);
        String text = hundredths / 100
                + (hundredths % 100 == 0
                        ? ""
                        : "." + Math.abs(hundredths % 100 / 10)
                                + (hundredths % 10 == 0 ? "" : Math.abs(hundredths % 10)));
        return hundredths < 0 && hundredths > -100 ? "-" + text : text;
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(isHalf(text, i) ? '\uFFFD' : character);
            }
        }
        return escaped.toString();
    }

    /** Half of a surrogate pair, which no encoding has. */
    private static boolean isHalf(String text, int index) {
        char character = text.charAt(index);
        if (Character.isHighSurrogate(character)) {
            return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
        }
        return Character.isLowSurrogate(character)
                && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
    }

    private void raw(String text) {
        characters += text.length();
        try {
            output.append(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
