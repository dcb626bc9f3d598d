package dev.cairn.engine;

import dev.cairn.codec.Tree;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON (RFC 8259), and nothing that only resembles it. By hand: parameters given as text are all the JSON that the
 * runtime ever reads, and no reason to carry a library. For one thread, and once.
 */
final class Json {
    /** Deeper values would not fit on the stack; nobody writes them. */
    private static final int DEEPEST = 500;

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    private static final Pattern CODE_UNIT = Pattern.compile("[0-9a-fA-F]{4}");
    private static final int HEXADECIMAL = 16;
    private static final char FIRST_PRINTABLE = ' ';

    private final String text;
    private int position;
    private int depth;

    private Json(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException if {@code text} is not one JSON value */
    static Tree parse(String text) {
        Json json = new Json(text);
        if (json.atEnd()) {
            throw new IllegalArgumentException("no JSON: it is empty");
        }
        Object value = json.value();
        if (!json.atEnd()) {
            throw new IllegalArgumentException("something follows the JSON value");
        }
        return Tree.of(value);
    }

    private @Nullable Object value() {
        return switch (next()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, @Nullable Object> object() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        open();
        if (!accept('}')) {
            do {
                next();
                String name = string();
                if (fields.containsKey(name)) {
                    throw new IllegalArgumentException("it has \"" + name + "\" twice");
                }
                expect(':');
                fields.put(name, value());
            } while (accept(','));
            expect('}');
        }
        depth--;
        return fields;
    }

    private List<@Nullable Object> array() {
        List<@Nullable Object> elements = new ArrayList<>();
        open();
        if (!accept(']')) {
            do {
                elements.add(value());
            } while (accept(','));
            expect(']');
        }
        depth--;
        return elements;
    }

    private void open() {
        position++;
        depth++;
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("it is nested deeper than " + DEEPEST + " levels");
        }
    }

    private String string() {
        require('"');
        StringBuilder characters = new StringBuilder();
        while (current() != '"') {
            if (current() < FIRST_PRINTABLE) {
                throw noJson();
            }
            characters.append(current() == '\\' ? escaped() : current());
            position++;
        }
        position++;
        return characters.toString();
    }

    /** Goes to the last character of the escape sequence. */
    private char escaped() {
        position++;
        return switch (current()) {
            case '"', '\\', '/' -> current();
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                position++;
                char unit = (char) Integer.parseInt(match(CODE_UNIT), HEXADECIMAL);
                position--;
                yield unit;
            }
            default -> throw noJson();
        };
    }

    private BigDecimal number() {
        int start = position;
        try {
            return new BigDecimal(match(NUMBER));
        } catch (NumberFormatException e) { // the exponent is out of all bounds
            position = start;
            throw noJson();
        }
    }

    private String match(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(position, text.length());
        if (!matcher.lookingAt()) {
            throw noJson();
        }
        position = matcher.end();
        return matcher.group();
    }

    private @Nullable Object word(String word, @Nullable Object value) {
        if (!text.startsWith(word, position)) {
            throw noJson();
        }
        position += word.length();
        return value;
    }

    private boolean accept(char character) {
        boolean found = next() == character;
        if (found) {
            position++;
        }
        return found;
    }

    private void expect(char character) {
        next();
        require(character);
    }

    private void require(char character) {
        if (current() != character) {
            throw noJson();
        }
        position++;
    }

    private boolean atEnd() {
        next();
        return position == text.length();
    }

    /** Skips white space; the character that follows, as {@link #current}. */
    private char next() {
        while (current() == ' ' || current() == '\t' || current() == '\n' || current() == '\r') {
            position++;
        }
        return current();
    }

    /** The character to be read; at the end, one that no JSON has outside a string, nor in one unescaped. */
    private char current() {
        return position < text.length() ? text.charAt(position) : 0;
    }

    private IllegalArgumentException noJson() {
        return new IllegalArgumentException("no JSON from column " + (position + 1) + " on");
    }
}
