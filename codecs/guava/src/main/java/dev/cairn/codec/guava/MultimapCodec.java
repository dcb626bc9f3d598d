package dev.cairn.codec.guava;

import com.google.common.collect.ListMultimap;
import com.google.common.collect.Multimap;
import com.google.common.collect.SetMultimap;
import dev.cairn.AnnouncedCodec;
import dev.cairn.codec.ConverterCodec;
import dev.cairn.codec.UnsupportedValueException;
import java.util.Collection;
import java.util.Map;

/**
 * Stores a {@link Multimap}, which must be a {@link ListMultimap} or a {@link SetMultimap}, as these are stored.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
@AnnouncedCodec
public final class MultimapCodec<K, V> extends ConverterCodec<Multimap<K, V>, MultimapForm<K, V>> {
    /** For generated code. */
    public MultimapCodec() {}

    @Override
    protected MultimapForm<K, V> toStored(Multimap<K, V> value) {
        if (value instanceof SetMultimap<K, V> sets) {
            return new MultimapForm<>(true, widened(Multimaps.sets(sets)));
        } else if (value instanceof ListMultimap<K, V> lists) {
            return new MultimapForm<>(false, widened(Multimaps.lists(lists)));
        }
        throw new UnsupportedValueException(
                value.getClass().getName()
                        + " cannot be stored, because it is neither a ListMultimap nor a SetMultimap; copy it into one of them");
    }

    @Override
    protected Multimap<K, V> fromStored(MultimapForm<K, V> stored) {
        return stored.distinct() ? Multimaps.ofSets(stored.entries()) : Multimaps.ofLists(stored.entries());
    }

    @SuppressWarnings("unchecked") // nobody adds to it
    private static <K, V> Map<K, Collection<V>> widened(Map<K, ? extends Collection<V>> groups) {
        return (Map<K, Collection<V>>) groups;
    }
}
