package dev.cairn.client;

import dev.cairn.codec.Tree;
import java.lang.reflect.Array;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The elements of a tree that has some. */
final class Elements {
    private Elements() {}

    /** The elements of a list, set or array; the entries of a map, each as a mapping. */
    static Stream<Tree> of(Tree tree) {
        if (tree instanceof Tree.Sequence sequence) {
            return sequence.elements().stream();
        } else if (tree instanceof Tree.Mapping mapping) {
            return mapping.entries().stream().map(entry -> new Tree.Mapping("entry", List.of(entry)));
        } else if (tree instanceof Tree.Primitives primitives) {
            Object array = primitives.array();
            return IntStream.range(0, Array.getLength(array)).mapToObj(i -> element(array, i));
        }
        return Stream.empty();
    }

    /** An element of an array of primitives. */
    static Tree element(Object array, int position) {
        return new Tree.Scalar("number", Array.get(array, position));
    }
}
