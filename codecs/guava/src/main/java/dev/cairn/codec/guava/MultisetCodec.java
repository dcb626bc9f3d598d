package dev.cairn.codec.guava;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.LinkedHashMultiset;
import com.google.common.collect.Multiset;
import com.google.common.collect.SortedMultiset;
import com.google.common.collect.TreeMultiset;
import dev.cairn.AnnouncedCodec;
import dev.cairn.codec.ConverterCodec;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Stores a {@link Multiset} as a map from elements to counts: in natural order, in the order of insertion, or in no order, as the value
 * is. It is read as a {@link TreeMultiset}, {@link LinkedHashMultiset} or {@link HashMultiset}.
 *
 * @param <E> the type of the elements
 */
@AnnouncedCodec
public final class MultisetCodec<E> extends ConverterCodec<Multiset<E>, Map<E, Integer>> {
    /** For generated code. */
    public MultisetCodec() {}

    @Override
    protected Map<E, Integer> toStored(Multiset<E> value) {
        if (value instanceof SortedMultiset<E> sorted) {
            NaturalOrder.require(sorted.comparator(), SortedMultiset.class);
            return Counts.of(value, new TreeMap<>());
        }
        boolean hasOrder = value instanceof LinkedHashMultiset || value instanceof ImmutableMultiset;
        return Counts.of(value, hasOrder ? new LinkedHashMap<>() : new HashMap<>());
    }

    @Override
    protected Multiset<E> fromStored(Map<E, Integer> stored) {
        Multiset<E> multiset = stored instanceof SortedMap
                ? TreeMultiset.create(NaturalOrder.comparator())
                : stored instanceof LinkedHashMap ? LinkedHashMultiset.create() : HashMultiset.create();
        return Counts.addTo(multiset, stored);
    }
}
