package dev.cairn.codec;

import dev.cairn.codec.internal.TreeErrors;
import dev.cairn.codec.internal.TreeText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Builds records and objects out of trees. */
final class StructTree {
    private StructTree() {}

    static <T> @Nullable T convert(StructCodec<T> codec, Tree tree) {
        if (tree instanceof Tree.Null) {
            return null;
        }
        Map<String, Tree> trees = fields(codec, tree);
        FieldValues values = FieldValues.ofTree(codec);
        for (Map.Entry<String, Tree> entry : trees.entrySet()) {
            int index = find(codec, entry.getKey());
            if (values.has(index)) {
                throw givenTwice(codec);
            }
            try {
                values.set(index, codec.fields().get(index).codec().fromTree(entry.getValue()));
            } catch (CodecException e) {
                throw e.inside(codec, "field `" + entry.getKey() + "`");
            }
        }
        addDefaults(codec, values);
        try {
            return codec.create(values);
        } catch (FinalFieldException e) {
            throw e.ofTree(codec);
        }
    }

    private static Map<String, Tree> fields(StructCodec<?> codec, Tree tree) {
        if (tree instanceof Tree.Struct struct) {
            return struct.fields();
        } else if (tree instanceof Tree.Mapping mapping) {
            return mapping.entries().stream()
                    .collect(Collectors.toMap(
                            entry -> name(entry.key()),
                            Tree.Entry::value,
                            (one, other) -> {
                                throw givenTwice(codec);
                            },
                            LinkedHashMap::new));
        }
        throw TreeErrors.notA(tree, codec.simpleName());
    }

    private static String name(Tree key) {
        if (key instanceof Tree.Scalar scalar && scalar.value() instanceof String name) {
            return name;
        }
        throw TreeErrors.notA(key, "name of a field");
    }

    private static int find(StructCodec<?> codec, String name) {
        List<StructField> fields = codec.fields();
        return IntStream.range(0, fields.size())
                .filter(i -> fields.get(i).name().equals(name))
                .findFirst()
                .orElseGet(() -> IntStream.range(0, fields.size())
                        .filter(i -> fields.get(i).formerNames().contains(name))
                        .findFirst()
                        .orElseThrow(() -> new TreeConversionException(
                                codec.simpleName() + " has no field `" + TreeText.escaped(name) + "`, but "
                                        + fields.stream().map(StructField::name).collect(Collectors.joining(", ")))));
    }

    private static void addDefaults(StructCodec<?> codec, FieldValues values) {
        for (int i = 0; i < codec.fields().size(); i++) {
            StructField field = codec.fields().get(i);
            if (!values.has(i) && field.defaultText() != null) {
                values.set(i, field.codec().fromTree(Tree.of(field.defaultText())));
            }
        }
    }

    private static TreeConversionException givenTwice(StructCodec<?> codec) {
        return new TreeConversionException("a field of " + codec.simpleName() + " is given twice");
    }
}
