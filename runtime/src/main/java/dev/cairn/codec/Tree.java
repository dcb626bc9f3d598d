package dev.cairn.codec;

import dev.cairn.codec.internal.TreeText;
import dev.cairn.codec.tree.StructFields;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A value as a tree, which does not need the user's classes. The generic decoder reads artifacts into trees, and parameters that are set
 * as text or JSON become trees too. Immutable, except that the arrays of {@link Primitives} are not copied.
 *
 * <p>{@code toString} is short and readable: {@code Config{learningRate: 0.01, batchSize: 32}}. Control characters are
 * escaped; of long collections the first 100 elements are shown.
 */
public sealed interface Tree {
    /** The number of elements of a collection that {@code toString} shows. */
    int SHOWN_ELEMENTS = 100;

    /** Null. */
    record Null() implements Tree {
        @Override
        public String toString() {
            return "null";
        }
    }

    /**
     * A primitive, a string or another value type of the JDK.
     *
     * @param type its type in the schema, such as {@code i32} or {@code instant}; {@code number} of one that comes from text
     * @param value the value
     */
    record Scalar(String type, Object value) implements Tree {
        /**
         * {@return the value as text, the same in every time zone: that of {@code toString}, but of a {@link java.util.Date} an ISO
         * instant, and of a {@link java.util.Locale} its language tag}
         */
        public String text() {
            return TreeText.plain(value);
        }

        @Override
        public String toString() {
            return TreeText.of(this, SHOWN_ELEMENTS);
        }
    }

    /**
     * A constant of an enum.
     *
     * @param type the binary name of the enum
     * @param name the name of the constant
     */
    record Constant(String type, String name) implements Tree {
        @Override
        public String toString() {
            return TreeText.of(this, SHOWN_ELEMENTS);
        }
    }

    /**
     * A record or object.
     *
     * @param type the binary name of the class, or the empty string where only names of fields are known
     * @param fields its fields, in order
     */
    record Struct(String type, Map<String, Tree> fields) implements Tree {
        /**
         * Copies the map.
         *
         * @param type the binary name of the class, or the empty string where only names of fields are known
         * @param fields its fields, in order
         */
        public Struct {
            fields = fields instanceof StructFields ? fields : Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        @Override
        public String toString() {
            return TreeText.of(this, SHOWN_ELEMENTS);
        }
    }

    /**
     * A list, set, array of references, or optional.
     *
     * @param type what it is in the schema, such as {@code list} or {@code hashset}
     * @param elements its elements, in order
     */
    record Sequence(String type, List<Tree> elements) implements Tree {
        /**
         * Copies the list.
         *
         * @param type what it is in the schema, such as {@code list} or {@code hashset}
         * @param elements its elements, in order
         */
        public Sequence {
            elements = List.copyOf(elements);
        }

        @Override
        public String toString() {
            return TreeText.of(this, SHOWN_ELEMENTS);
        }
    }

    /**
     * An array of primitives.
     *
     * @param array a {@code double[]}, {@code int[]} and so on; do not change it
     */
    record Primitives(Object array) implements Tree {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Primitives primitives && Objects.deepEquals(array, primitives.array);
        }

        @Override
        public int hashCode() {
            return Arrays.deepHashCode(new Object[] {array});
        }

        @Override
        public String toString() {
            return TreeText.of(this, SHOWN_ELEMENTS);
        }
    }

    /**
     * A map, or a single entry.
     *
     * @param type what it is in the schema, such as {@code hashmap} or {@code entry}
     * @param entries its entries, in order
     */
    record Mapping(String type, List<Entry> entries) implements Tree {
        /**
         * Copies the list.
         *
         * @param type what it is in the schema, such as {@code hashmap} or {@code entry}
         * @param entries its entries, in order
         */
        public Mapping {
            entries = List.copyOf(entries);
        }

        @Override
        public String toString() {
            return TreeText.of(this, SHOWN_ELEMENTS);
        }
    }

    /**
     * An entry of a map.
     *
     * @param key the key
     * @param value the value
     */
    record Entry(Tree key, Tree value) {}

    /**
     * A value that only a user's class can read, because a custom codec or reflection stored it.
     *
     * @param type the binary name of the class of the value
     * @param reader the id of the custom codec; for a value that was stored with reflection, again the name of its class
     * @param size the number of its bytes
     * @param shown what the value says of itself ({@code toString()}); null if the class is not at hand, or was not to be used
     */
    record Opaque(
            String type, String reader, long size, @Nullable String shown) implements Tree {
        /**
         * A value of which only the size is known.
         *
         * @param type the binary name of the class of the value
         * @param reader the id of the custom codec; for a value that was stored with reflection, again the name of its class
         * @param size the number of its bytes
         */
        public Opaque(String type, String reader, long size) {
            this(type, reader, size, null);
        }

        @Override
        public String toString() {
            return TreeText.of(this, SHOWN_ELEMENTS);
        }
    }

    /**
     * {@return this tree as text, showing the first {@code elements} of each collection}
     *
     * @param elements the largest number of elements or entries to show
     */
    default String text(int elements) {
        return TreeText.of(this, elements);
    }

    /**
     * {@return a tree of the values that parsers of JSON and of command lines return: null, booleans, numbers, strings, trees, and lists
     * and maps (with string keys) of these}
     *
     * @param value the value; a tree is returned as it is
     * @throws IllegalArgumentException if {@code value} is anything else
     */
    static Tree of(@Nullable Object value) {
        if (value == null) {
            return new Null();
        } else if (value instanceof Tree tree) {
            return tree;
        } else if (value instanceof String) {
            return new Scalar("string", value);
        } else if (value instanceof Boolean) {
            return new Scalar("bool", value);
        } else if (value instanceof Number) {
            return new Scalar("number", new BigDecimal(value.toString()));
        } else if (value instanceof List<?> list) {
            return new Sequence("list", list.stream().map(Tree::of).toList());
        } else if (value instanceof Map<?, ?> map) {
            List<Entry> entries = new ArrayList<>();
            map.forEach((key, element) -> entries.add(new Entry(of(key), of(element))));
            return new Mapping("map", entries);
        }
        throw new IllegalArgumentException(
                "cannot be part of a tree: " + value.getClass().getName());
    }
}
