package dev.cairn.client;

import dev.cairn.codec.Tree;
import java.lang.reflect.Array;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Finds the parts in which two values differ: fields by name, entries by key, elements of lists and arrays by position, those of sets by
 * value. Trees may be nested deeply, so nothing here calls itself. For one thread.
 */
final class TreeDiff implements Iterator<FieldDiff> {
    private static final int LONGEST_KEY = 40;

    private final Deque<Iterator<Part>> open = new ArrayDeque<>();
    private @Nullable FieldDiff next;

    /** What two values have at one place; null where one has nothing. */
    private record Part(
            String path, @Nullable Tree first, @Nullable Tree second) {}

    TreeDiff(Tree first, Tree second) {
        open.push(List.of(new Part("", first, second)).iterator());
    }

    Stream<FieldDiff> stream() {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED | Spliterator.NONNULL), false);
    }

    @Override
    public boolean hasNext() {
        while (next == null && !open.isEmpty()) {
            Iterator<Part> parts = open.getFirst();
            if (parts.hasNext()) {
                compare(parts.next());
            } else {
                open.pop();
            }
        }
        return next != null;
    }

    @Override
    public FieldDiff next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        FieldDiff found = Objects.requireNonNull(next);
        next = null;
        return found;
    }

    private void compare(Part part) {
        Tree first = part.first();
        Tree second = part.second();
        if (first == null || second == null) {
            found(part);
        } else if (first instanceof Tree.Struct before && second instanceof Tree.Struct after) {
            fields(part, before, after);
        } else if (first instanceof Tree.Mapping before && second instanceof Tree.Mapping after) {
            open.push(entries(part.path(), before, after));
        } else if (first instanceof Tree.Sequence before && second instanceof Tree.Sequence after) {
            open.push(
                    isSet(before) && isSet(after)
                            ? members(part.path(), before, after)
                            : elements(part, before, after));
        } else if (first instanceof Tree.Primitives before && second instanceof Tree.Primitives after) {
            open.push(new Numbers(part.path(), before.array(), after.array()));
        } else if (!first.equals(second)) {
            found(part);
        }
    }

    private void found(Part part) {
        next = new FieldDiff(part.path(), Optional.ofNullable(part.first()), Optional.ofNullable(part.second()));
    }

    /** Objects of two classes are different as wholes. */
    private void fields(Part part, Tree.Struct before, Tree.Struct after) {
        if (!before.type().equals(after.type())) {
            found(part);
            return;
        }
        Set<String> names = new LinkedHashSet<>(before.fields().keySet());
        names.addAll(after.fields().keySet());
        open.push(names.stream()
                .map(name -> new Part(
                        part.path() + "." + name,
                        before.fields().get(name),
                        after.fields().get(name)))
                .iterator());
    }

    private static Iterator<Part> entries(String path, Tree.Mapping before, Tree.Mapping after) {
        Map<Tree, Tree> some = entries(before);
        Map<Tree, Tree> others = entries(after);
        Set<Tree> keys = new LinkedHashSet<>(some.keySet());
        keys.addAll(others.keySet());
        return keys.stream()
                .map(key -> new Part(path + "[" + key(key) + "]", some.get(key), others.get(key)))
                .iterator();
    }

    private static Map<Tree, Tree> entries(Tree.Mapping mapping) {
        Map<Tree, Tree> entries = new LinkedHashMap<>();
        mapping.entries().forEach(entry -> entries.put(entry.key(), entry.value()));
        return entries;
    }

    private static String key(Tree key) {
        String text = key.text(LONGEST_KEY);
        return text.length() <= LONGEST_KEY ? text : text.substring(0, LONGEST_KEY) + "...";
    }

    private static boolean isSet(Tree.Sequence sequence) {
        return sequence.type().contains("set");
    }

    private static Iterator<Part> members(String path, Tree.Sequence before, Tree.Sequence after) {
        Set<Tree> some = new LinkedHashSet<>(before.elements());
        Set<Tree> others = new LinkedHashSet<>(after.elements());
        List<Part> parts = new ArrayList<>();
        some.stream()
                .filter(element -> !others.contains(element))
                .forEach(element -> parts.add(new Part(path, element, null)));
        others.stream()
                .filter(element -> !some.contains(element))
                .forEach(element -> parts.add(new Part(path, null, element)));
        return Collections.unmodifiableList(parts).iterator();
    }

    private static Iterator<Part> elements(Part part, Tree.Sequence before, Tree.Sequence after) {
        boolean optional = before.type().equals("optional") && after.type().equals("optional");
        List<Tree> some = before.elements();
        List<Tree> others = after.elements();
        return IntStream.range(0, Math.max(some.size(), others.size()))
                .mapToObj(i -> new Part(
                        optional ? part.path() : part.path() + "[" + i + "]",
                        i < some.size() ? some.get(i) : null,
                        i < others.size() ? others.get(i) : null))
                .iterator();
    }

    /** The elements of two arrays of primitives that differ. */
    private static final class Numbers implements Iterator<Part> {
        private final String path;
        private final Object before;
        private final Object after;
        private int position;

        Numbers(String path, Object before, Object after) {
            this.path = path;
            this.before = before;
            this.after = after;
        }

        @Override
        public boolean hasNext() {
            int most = Math.max(Array.getLength(before), Array.getLength(after));
            while (position < most && areEqual()) {
                position++;
            }
            return position < most;
        }

        private boolean areEqual() {
            return position < Math.min(Array.getLength(before), Array.getLength(after))
                    && Array.get(before, position).equals(Array.get(after, position));
        }

        @Override
        public Part next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Part part = new Part(path + "[" + position + "]", element(before), element(after));
            position++;
            return part;
        }

        private @Nullable Tree element(Object array) {
            return position < Array.getLength(array) ? Elements.element(array, position) : null;
        }
    }
}
