package dev.cairn.codec.guava;

import com.google.common.collect.HashMultiset;
import dev.cairn.AnnouncedCodec;
import dev.cairn.codec.ConverterCodec;
import java.util.HashMap;

/**
 * Stores a {@link HashMultiset} as a map from elements to counts.
 *
 * @param <E> the type of the elements
 */
@AnnouncedCodec
public final class HashMultisetCodec<E> extends ConverterCodec<HashMultiset<E>, HashMap<E, Integer>> {
    /** For generated code. */
    public HashMultisetCodec() {}

    @Override
    protected HashMap<E, Integer> toStored(HashMultiset<E> value) {
        return Counts.of(value, new HashMap<>());
    }

    @Override
    protected HashMultiset<E> fromStored(HashMap<E, Integer> stored) {
        return Counts.addTo(HashMultiset.create(), stored);
    }
}
