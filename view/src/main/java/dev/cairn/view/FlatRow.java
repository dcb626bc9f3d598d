package dev.cairn.view;

import dev.cairn.codec.Tree;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Values as rows of a table: records, objects and maps by the names of their fields, all else in one column. */
final class FlatRow {
    /** The name of the column of what has no fields. */
    static final String VALUE = "value";

    private static final String KEY = "key";

    private FlatRow() {}

    /**
     * The cells of a row, by column.
     *
     * @param what what the value is, for the message
     * @throws NotFlatException if a cell is no single number, text or constant
     */
    static Map<String, Tree> of(Tree value, String what) {
        Map<String, Tree> cells = new LinkedHashMap<>();
        if (value instanceof Tree.Struct struct) {
            struct.fields().forEach((name, field) -> put(cells, name, field, what));
        } else if (value instanceof Tree.Mapping mapping && mapping.type().equals("entry")) {
            put(cells, KEY, mapping.entries().get(0).key(), what);
            Tree held = mapping.entries().get(0).value();
            of(held, what).forEach((name, cell) -> put(cells, name, cell, what));
        } else if (value instanceof Tree.Mapping mapping) {
            mapping.entries().forEach(entry -> put(cells, name(entry.key(), what), entry.value(), what));
        } else {
            put(cells, VALUE, value, what);
        }
        return cells;
    }

    private static void put(Map<String, Tree> cells, String name, Tree value, String what) {
        Tree cell = unwrapped(value);
        boolean isFlat = cell instanceof Tree.Scalar
                || cell instanceof Tree.Constant
                || cell instanceof Tree.Null
                || cell instanceof Tree.Opaque opaque && opaque.shown() != null;
        if (!isFlat || cells.put(name, cell) != null) {
            throw new NotFlatException(what, name);
        }
    }

    private static String name(Tree key, String what) {
        return cell(key).orElseThrow(() -> new NotFlatException(what, key.toString()));
    }

    private static Tree unwrapped(Tree value) {
        if (value instanceof Tree.Sequence sequence && sequence.type().equals("optional")) {
            return sequence.elements().isEmpty()
                    ? new Tree.Null()
                    : sequence.elements().get(0);
        }
        return value;
    }

    /** The text of a cell; empty for null. */
    static Optional<String> cell(Tree value) {
        if (value instanceof Tree.Constant constant) {
            return Optional.of(constant.name());
        } else if (value instanceof Tree.Scalar scalar) {
            return Optional.of(scalar.text());
        } else if (value instanceof Tree.Opaque opaque) {
            return Optional.ofNullable(opaque.shown());
        }
        return Optional.empty();
    }
}
