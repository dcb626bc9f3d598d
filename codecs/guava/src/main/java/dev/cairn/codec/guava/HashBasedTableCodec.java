package dev.cairn.codec.guava;

import com.google.common.collect.HashBasedTable;
import dev.cairn.AnnouncedCodec;
import dev.cairn.codec.ConverterCodec;
import java.util.HashMap;

/**
 * Stores a {@link HashBasedTable} as a map of rows, without order.
 *
 * @param <R> the type of the row keys
 * @param <C> the type of the column keys
 * @param <V> the type of the values in the cells
 */
@AnnouncedCodec
public final class HashBasedTableCodec<R, C, V>
        extends ConverterCodec<HashBasedTable<R, C, V>, HashMap<R, HashMap<C, V>>> {
    /** For generated code. */
    public HashBasedTableCodec() {}

    @Override
    protected HashMap<R, HashMap<C, V>> toStored(HashBasedTable<R, C, V> value) {
        return Cells.of(value, new HashMap<>(), HashMap::new);
    }

    @Override
    protected HashBasedTable<R, C, V> fromStored(HashMap<R, HashMap<C, V>> stored) {
        return Cells.addTo(HashBasedTable.create(), stored);
    }
}
