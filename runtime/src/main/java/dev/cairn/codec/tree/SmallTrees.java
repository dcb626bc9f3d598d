package dev.cairn.codec.tree;

import dev.cairn.codec.Tree;
import dev.cairn.codec.schema.Definition;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Trees of values that take few bytes, each made once: trees are immutable, and a million empty maps of one byte each need no
 * million objects. Thread-safe.
 */
final class SmallTrees {
    private static final int SMALLEST = -128;
    private static final int LARGEST = 127;
    private static final int KEPT_STRUCTS = 1 << 8;

    // By types of Cairn's own, of which there are few.
    private static final Map<String, ScalarsOfType> SCALARS = new ConcurrentHashMap<>();
    private static final Map<String, Tree.Sequence> SEQUENCES = new ConcurrentHashMap<>();
    private static final Map<String, Tree.Mapping> MAPPINGS = new ConcurrentHashMap<>();

    private final Map<String, Tree.Constant[]> constants = new ConcurrentHashMap<>();

    /** The newest structs of one field, by a hash of what is in them; null until there is one. A race loses some, and no more. */
    private Tree.Struct @Nullable [] structs;

    static ScalarsOfType scalars(String type) {
        ScalarsOfType known = SCALARS.get(type);
        return known != null ? known : SCALARS.computeIfAbsent(type, ScalarsOfType::new);
    }

    /** Trees without parts. */
    static final class ScalarsOfType {
        private final String type;
        private final Tree.Scalar[] kept = new Tree.Scalar[LARGEST - SMALLEST + 1];

        private ScalarsOfType(String type) {
            this.type = type;
        }

        Tree.Scalar of(Object value) {
            int index = index(value);
            if (index < 0) {
                return new Tree.Scalar(type, value);
            }
            Tree.Scalar known = kept[index];
            if (known == null) {
                known = new Tree.Scalar(type, value);
                kept[index] = known;
            }
            return known;
        }
    }

    private static int index(Object value) {
        if (value instanceof Boolean bool) {
            return bool ? 1 : 0;
        } else if (value instanceof Integer
                || value instanceof Long
                || value instanceof Short
                || value instanceof Byte) {
            long number = ((Number) value).longValue();
            return number >= SMALLEST && number <= LARGEST ? (int) (number - SMALLEST) : -1;
        }
        return value instanceof Character c && c <= LARGEST ? c : value.equals("") ? 0 : -1;
    }

    Tree.Constant constant(Definition.Enumeration type, String name, int index) {
        Tree.Constant[] kept = constants.get(type.name());
        if (kept == null) {
            kept = constants.computeIfAbsent(
                    type.name(), unused -> new Tree.Constant[type.constants().size()]);
        }
        Tree.Constant known = kept[index];
        if (known == null) {
            known = new Tree.Constant(type.name(), name);
            kept[index] = known;
        }
        return known;
    }

    static Tree.Sequence emptySequence(String type) {
        Tree.Sequence known = SEQUENCES.get(type);
        return known != null ? known : SEQUENCES.computeIfAbsent(type, name -> new Tree.Sequence(name, List.of()));
    }

    static Tree.Mapping emptyMapping(String type) {
        Tree.Mapping known = MAPPINGS.get(type);
        return known != null ? known : MAPPINGS.computeIfAbsent(type, name -> new Tree.Mapping(name, List.of()));
    }

    /** A struct of these values; of a single one, which may take two bytes, the same struct for the same value. */
    Tree.Struct struct(Definition.Struct type, Tree[] values) {
        if (values.length > 1) {
            return new Tree.Struct(type.name(), new StructFields(type.fields(), values));
        }
        Tree.Struct[] kept = structs;
        if (kept == null) {
            kept = new Tree.Struct[KEPT_STRUCTS];
            structs = kept;
        }
        int hash = type.name().hashCode() + (values.length == 0 ? 0 : System.identityHashCode(values[0]));
        int place = (hash ^ hash >>> 16) & KEPT_STRUCTS - 1;
        Tree.Struct known = kept[place];
        if (known == null || !known.type().equals(type.name()) || !isSame(known, values)) {
            known = new Tree.Struct(type.name(), new StructFields(type.fields(), values));
            kept[place] = known;
        }
        return known;
    }

    private static boolean isSame(Tree.Struct known, Tree[] values) {
        return ((StructFields) known.fields()).holds(values);
    }
}
