package dev.cairn.codec.guava;

import com.google.common.collect.LinkedHashMultiset;
import dev.cairn.AnnouncedCodec;
import dev.cairn.codec.ConverterCodec;
import java.util.LinkedHashMap;

/**
 * Stores a {@link LinkedHashMultiset} as a map from elements to counts, in its order.
 *
 * @param <E> the type of the elements
 */
@AnnouncedCodec
public final class LinkedHashMultisetCodec<E> extends ConverterCodec<LinkedHashMultiset<E>, LinkedHashMap<E, Integer>> {
    /** For generated code. */
    public LinkedHashMultisetCodec() {}

    @Override
    protected LinkedHashMap<E, Integer> toStored(LinkedHashMultiset<E> value) {
        return Counts.of(value, new LinkedHashMap<>());
    }

    @Override
    protected LinkedHashMultiset<E> fromStored(LinkedHashMap<E, Integer> stored) {
        return Counts.addTo(LinkedHashMultiset.create(), stored);
    }
}
