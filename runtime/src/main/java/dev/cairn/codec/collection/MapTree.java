package dev.cairn.codec.collection;

import dev.cairn.codec.Tree;
import dev.cairn.codec.internal.TreeErrors;
import java.util.ArrayList;
import java.util.List;

/** Reads maps out of trees: mappings, and structs whose fields are the entries. */
final class MapTree {
    private MapTree() {}

    static List<Tree.Entry> entries(Tree tree, String javaName) {
        if (tree instanceof Tree.Mapping mapping) {
            return mapping.entries();
        } else if (tree instanceof Tree.Struct struct) {
            List<Tree.Entry> entries = new ArrayList<>();
            struct.fields().forEach((name, value) -> entries.add(new Tree.Entry(Tree.of(name), value)));
            return entries;
        }
        throw TreeErrors.notA(tree, javaName);
    }

    /** The kind of a map whose declared type leaves it open: what it was when it was stored, else the one that loses nothing. */
    static CollectionKind kind(Tree tree, MapType<?, ?, ?> declared) {
        if (!declared.isOpen()) {
            return declared.fixedKind();
        }
        MapType<?, ?, ?> stored = tree instanceof Tree.Mapping mapping ? MapType.find(mapping.type()) : null;
        return stored == null || stored.isOpen() ? CollectionKind.INSERTION_ORDERED : stored.fixedKind();
    }
}
