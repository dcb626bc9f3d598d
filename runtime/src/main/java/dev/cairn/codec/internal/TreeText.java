package dev.cairn.codec.internal;

import dev.cairn.codec.Tree;
import java.lang.reflect.Array;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Date;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Trees as short text. They may be nested as deep as what is stored, so nothing here calls itself. */
public final class TreeText {
    /** What closes the value of an entry, which has no brackets. */
    private static final char NOTHING = Character.MIN_VALUE;

    private final StringBuilder text = new StringBuilder();
    private final int limit;

    /** The trees of which some parts are still to come, the innermost first. */
    private final Deque<Open> open = new ArrayDeque<>();

    private TreeText(int limit) {
        this.limit = limit;
    }

    public static String of(Tree tree, int limit) {
        TreeText writer = new TreeText(limit);
        writer.append(tree);
        while (!writer.open.isEmpty()) {
            writer.goOn();
        }
        return writer.text.toString();
    }

    /** A tree between brackets. Confined to one writer. */
    private static final class Open {
        private final int size;
        private final char close;
        private final IntConsumer part;
        private int next;

        Open(int size, char close, IntConsumer part) {
            this.size = size;
            this.close = close;
            this.part = part;
        }
    }

    private void append(Tree tree) {
        if (tree instanceof Tree.Scalar scalar) {
            text.append(scalar(scalar.value()));
        } else if (tree instanceof Tree.Constant constant) {
            text.append(escaped(constant.name()));
        } else if (tree instanceof Tree.Struct struct) {
            List<Map.Entry<String, Tree>> fields =
                    new ArrayList<>(struct.fields().entrySet());
            text.append(escaped(simpleName(struct.type())));
            list('{', fields.size(), '}', i -> {
                text.append(escaped(fields.get(i).getKey())).append(": ");
                append(fields.get(i).getValue());
            });
        } else if (tree instanceof Tree.Sequence sequence) {
            list(
                    '[',
                    sequence.elements().size(),
                    ']',
                    i -> append(sequence.elements().get(i)));
        } else if (tree instanceof Tree.Mapping mapping) {
            list(
                    '{',
                    mapping.entries().size(),
                    '}',
                    i -> entry(mapping.entries().get(i)));
        } else if (tree instanceof Tree.Primitives primitives) {
            Object array = primitives.array();
            list('[', Array.getLength(array), ']', i -> text.append(scalar(Array.get(array, i))));
        } else if (tree instanceof Tree.Opaque opaque) {
            String shown = opaque.shown();
            text.append('<').append(escaped(opaque.type())).append(", ").append(opaque.size());
            text.append(shown == null ? " bytes, only readable with " : " bytes: ")
                    .append(escaped(shown == null ? opaque.reader() : shown))
                    .append('>');
        } else {
            text.append("null");
        }
    }

    /** The value first, since it comes out last. */
    private void entry(Tree.Entry entry) {
        open.push(new Open(1, NOTHING, i -> {
            text.append(": ");
            append(entry.value());
        }));
        append(entry.key());
    }

    private void list(char first, int size, char close, IntConsumer part) {
        text.append(first);
        open.push(new Open(size, close, part));
    }

    /** Writes the next part of the innermost tree, or what comes after the last one. */
    private void goOn() {
        Open innermost = open.element();
        boolean isValue = innermost.close == NOTHING;
        if (innermost.next < (isValue ? 1 : Math.min(innermost.size, limit))) {
            text.append(innermost.next == 0 ? "" : ", ");
            innermost.part.accept(innermost.next++);
            return;
        }
        open.remove();
        if (!isValue) {
            if (innermost.size > limit) {
                text.append(limit == 0 ? "" : ", ")
                        .append("... ")
                        .append(innermost.size - limit)
                        .append(" more");
            }
            text.append(innermost.close);
        }
    }

    /** A value without parts. */
    public static String scalar(@Nullable Object value) {
        return value instanceof String string ? quoted(string) : escaped(value == null ? "null" : plain(value));
    }

    /** A value without parts as the text that it is read from, whatever the time zone, the language and the JDK. */
    public static String plain(Object value) {
        if (value instanceof Date date) {
            return date.toInstant().toString();
        } else if (value instanceof Locale locale) {
            return locale.toLanguageTag();
        } else if (value instanceof Double number) {
            return ShortestDecimal.of(number.doubleValue());
        }
        return value instanceof Float number ? ShortestDecimal.of(number.floatValue()) : value.toString();
    }

    /** The name of a type without its package and type arguments. */
    public static String simpleName(String type) {
        int arguments = type.indexOf('<');
        String raw = arguments < 0 ? type : type.substring(0, arguments);
        return raw.substring(raw.lastIndexOf('.') + 1).replace('$', '.');
    }

    public static String quoted(String string) {
        return "\"" + escaped(string.replace("\\", "\\\\").replace("\"", "\\\"")) + "\"";
    }

    /** Shows control characters and lone surrogates as numbers, so that no text can steer a terminal. */
    public static String escaped(String string) {
        StringBuilder escaped = new StringBuilder(string.length());
        string.codePoints().forEach(c -> {
            int type = Character.getType(c);
            if (c == '\n') {
                escaped.append("\\n");
            } else if (c == '\t') {
                escaped.append("\\t");
            } else if (type == Character.CONTROL
                    || type == Character.FORMAT
                    || type == Character.SURROGATE
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR) {
                escaped.append(String.format("\\u%04x", c));
            } else {
                escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }
}
