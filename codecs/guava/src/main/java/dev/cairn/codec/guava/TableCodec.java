package dev.cairn.codec.guava;

import com.google.common.collect.ArrayTable;
import com.google.common.collect.HashBasedTable;
import com.google.common.collect.ImmutableTable;
import com.google.common.collect.Table;
import com.google.common.collect.TreeBasedTable;
import dev.cairn.AnnouncedCodec;
import dev.cairn.codec.ConverterCodec;
import dev.cairn.codec.UnsupportedValueException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Stores a {@link Table} as a map of rows: in natural order, in the order of rows, or in no order, as the value is.
 *
 * @param <R> the type of the row keys
 * @param <C> the type of the column keys
 * @param <V> the type of the values in the cells
 */
@AnnouncedCodec
public final class TableCodec<R, C, V> extends ConverterCodec<Table<R, C, V>, Map<R, Map<C, V>>> {
    /** For generated code. */
    public TableCodec() {}

    @Override
    protected Map<R, Map<C, V>> toStored(Table<R, C, V> value) {
        if (value instanceof ArrayTable) {
            throw new UnsupportedValueException(
                    "an ArrayTable cannot be stored as a Table, because its empty cells would be lost; copy it into a HashBasedTable");
        } else if (value instanceof TreeBasedTable<R, C, V> sorted) {
            NaturalOrder.require(TreeBasedTableCodec.rowComparator(sorted), TreeBasedTable.class);
            NaturalOrder.require(TreeBasedTableCodec.columnComparator(sorted), TreeBasedTable.class);
            return Cells.of(value, new TreeMap<>(), TreeMap::new);
        }
        return value instanceof ImmutableTable
                ? Cells.of(value, new LinkedHashMap<>(), LinkedHashMap::new)
                : Cells.of(value, new HashMap<>(), HashMap::new);
    }

    @Override
    protected Table<R, C, V> fromStored(Map<R, Map<C, V>> stored) {
        if (stored instanceof SortedMap) {
            return Cells.addTo(
                    TreeBasedTable.create(NaturalOrder.<R>comparator(), NaturalOrder.<C>comparator()), stored);
        }
        if (stored instanceof LinkedHashMap) {
            ImmutableTable.Builder<R, C, V> cells = ImmutableTable.builder();
            stored.forEach((row, columns) -> columns.forEach((column, value) -> cells.put(row, column, value)));
            return cells.build();
        }
        return Cells.addTo(HashBasedTable.create(), stored);
    }
}
