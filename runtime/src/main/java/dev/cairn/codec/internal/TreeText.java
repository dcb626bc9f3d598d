package dev.cairn.codec.internal;

import dev.cairn.codec.Tree;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Trees as short text. */
public final class TreeText {
    private final StringBuilder text = new StringBuilder();
    private final int limit;

    private TreeText(int limit) {
        this.limit = limit;
    }

    public static String of(Tree tree, int limit) {
        TreeText writer = new TreeText(limit);
        writer.append(tree);
        return writer.text.toString();
    }

    private void append(Tree tree) {
        if (tree instanceof Tree.Scalar scalar) {
            text.append(scalar(scalar.value()));
        } else if (tree instanceof Tree.Constant constant) {
            text.append(escaped(constant.name()));
        } else if (tree instanceof Tree.Struct struct) {
            List<String> names = new ArrayList<>(struct.fields().keySet());
            text.append(escaped(simpleName(struct.type())));
            list('{', names.size(), '}', i -> {
                text.append(escaped(names.get(i))).append(": ");
                append(Objects.requireNonNull(struct.fields().get(names.get(i))));
            });
        } else if (tree instanceof Tree.Sequence sequence) {
            list(
                    '[',
                    sequence.elements().size(),
                    ']',
                    i -> append(sequence.elements().get(i)));
        } else if (tree instanceof Tree.Mapping mapping) {
            list('{', mapping.entries().size(), '}', i -> {
                append(mapping.entries().get(i).key());
                text.append(": ");
                append(mapping.entries().get(i).value());
            });
        } else if (tree instanceof Tree.Primitives primitives) {
            Object array = primitives.array();
            list('[', Array.getLength(array), ']', i -> text.append(scalar(Array.get(array, i))));
        } else if (tree instanceof Tree.Opaque opaque) {
            text.append('<').append(escaped(opaque.type())).append(", ").append(opaque.size());
            text.append(" bytes, only readable with ")
                    .append(escaped(opaque.reader()))
                    .append('>');
        } else {
            text.append("null");
        }
    }

    private void list(char open, int size, char close, IntConsumer element) {
        text.append(open);
        for (int i = 0; i < Math.min(size, limit); i++) {
            text.append(i == 0 ? "" : ", ");
            element.accept(i);
        }
        if (size > limit) {
            text.append(limit == 0 ? "" : ", ")
                    .append("... ")
                    .append(size - limit)
                    .append(" more");
        }
        text.append(close);
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
