package dev.cairn.engine.secret;

import dev.cairn.codec.Tree;
import java.util.ArrayList;
import java.util.List;

/** Collects the strings in a value. Numbers are none: what has few digits is in other texts too, by chance. */
final class SecretTexts {
    private final List<String> texts = new ArrayList<>();

    private SecretTexts() {}

    static List<String> of(Tree value) {
        SecretTexts all = new SecretTexts();
        all.add(value);
        return all.texts;
    }

    private void add(Tree value) {
        if (value instanceof Tree.Scalar scalar) {
            if (scalar.value() instanceof String text) {
                texts.add(text);
            }
        } else if (value instanceof Tree.Struct struct) {
            struct.fields().values().forEach(this::add);
        } else if (value instanceof Tree.Sequence sequence) {
            sequence.elements().forEach(this::add);
        } else if (value instanceof Tree.Mapping mapping) {
            mapping.entries().forEach(entry -> {
                add(entry.key());
                add(entry.value());
            });
        }
    }
}
