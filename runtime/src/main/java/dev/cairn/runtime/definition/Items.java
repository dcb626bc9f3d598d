package dev.cairn.runtime.definition;

import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.Codecs;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * How a foreach iterates over its artifact, and how it stores the elements so that each task reads only its own. Immutable.
 *
 * @param iterate returns the elements of a value, in order
 * @param codec stores an element
 * @param isRange whether the elements are the numbers from 0, which are not stored
 */
public record Items(Function<Object, Iterator<?>> iterate, ArtifactCodec<?> codec, boolean isRange) {
    /**
     * The elements of an {@link Iterable}.
     *
     * @param element stores an element
     * @return items that call the iterator of the value
     */
    public static Items iterable(ArtifactCodec<?> element) {
        return new Items(value -> ((Iterable<?>) value).iterator(), element, false);
    }

    /**
     * The entries of a {@link Map}.
     *
     * @param key stores a key
     * @param value stores a value
     * @return items that are entries, in the order of the map
     */
    public static Items map(ArtifactCodec<?> key, ArtifactCodec<?> value) {
        return new Items(map -> ((Map<?, ?>) map).entrySet().iterator(), Codecs.entry(key, value), false);
    }

    /**
     * The elements of an array of references or primitives.
     *
     * @param component stores a component
     * @return items that are boxed where the components are primitive
     */
    public static Items array(ArtifactCodec<?> component) {
        return new Items(ArrayItems::iterate, component, false);
    }

    /** {@return the numbers from 0 up to, but not including, an {@code int}} */
    public static Items range() {
        return new Items(count -> IntStream.range(0, (int) count).iterator(), Codecs.INT, true);
    }
}
