package dev.cairn.codec.tree;

import dev.cairn.codec.Tree;
import dev.cairn.codec.schema.Definition;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of one struct of many: the names are those of the definition, which all share. Immutable. */
public final class StructFields extends AbstractMap<String, Tree> {
    private final List<Definition.Field> fields;
    private final Tree[] values;

    /** Takes the array for itself. */
    StructFields(List<Definition.Field> fields, Tree[] values) {
        this.fields = fields;
        this.values = values;
    }

    /** Whether these are its very values. */
    boolean holds(Tree[] others) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] != others[i]) {
                return false;
            }
        }
        return values.length == others.length;
    }

    @Override
    public @Nullable Tree get(@Nullable Object name) {
        for (int i = 0; i < values.length; i++) {
            if (fields.get(i).name().equals(name)) {
                return values[i];
            }
        }
        return null;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return get(name) != null;
    }

    @Override
    public Set<Map.Entry<String, Tree>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return values.length;
            }

            @Override
            public Iterator<Map.Entry<String, Tree>> iterator() {
                return new Entries();
            }
        };
    }

    private final class Entries implements Iterator<Map.Entry<String, Tree>> {
        private int next;

        @Override
        public boolean hasNext() {
            return next < values.length;
        }

        @Override
        public Map.Entry<String, Tree> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return Map.entry(fields.get(next).name(), values[next++]);
        }
    }
}
