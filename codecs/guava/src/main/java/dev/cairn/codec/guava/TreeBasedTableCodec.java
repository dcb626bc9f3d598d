package dev.cairn.codec.guava;

import com.google.common.collect.TreeBasedTable;
import dev.cairn.AnnouncedCodec;
import dev.cairn.codec.ConverterCodec;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Stores a {@link TreeBasedTable} in natural order as a sorted map of sorted rows.
 *
 * @param <R> the type of the row keys
 * @param <C> the type of the column keys
 * @param <V> the type of the values in the cells
 */
@AnnouncedCodec
public final class TreeBasedTableCodec<R extends Comparable<? super R>, C extends Comparable<? super C>, V>
        extends ConverterCodec<TreeBasedTable<R, C, V>, SortedMap<R, SortedMap<C, V>>> {
    /** For generated code. */
    public TreeBasedTableCodec() {}

    @Override
    protected SortedMap<R, SortedMap<C, V>> toStored(TreeBasedTable<R, C, V> value) {
        NaturalOrder.require(rowComparator(value), TreeBasedTable.class);
        NaturalOrder.require(columnComparator(value), TreeBasedTable.class);
        return Cells.of(value, new TreeMap<>(), TreeMap::new);
    }

    @Override
    protected TreeBasedTable<R, C, V> fromStored(SortedMap<R, SortedMap<C, V>> stored) {
        return Cells.addTo(TreeBasedTable.create(NaturalOrder.comparator(), NaturalOrder.comparator()), stored);
    }

    static Comparator<?> rowComparator(TreeBasedTable<?, ?, ?> table) {
        Comparator<?> comparator = table.rowKeySet().comparator();
        return comparator == null ? Comparator.naturalOrder() : comparator;
    }

    /** Of the map of any row, which is sorted as all rows are. */
    static Comparator<?> columnComparator(TreeBasedTable<?, ?, ?> table) {
        return table.isEmpty()
                ? Comparator.naturalOrder()
                : columns(table.rowMap().values().iterator().next());
    }

    private static Comparator<?> columns(Map<?, ?> row) {
        Comparator<?> comparator = row instanceof SortedMap<?, ?> sorted ? sorted.comparator() : null;
        return comparator == null ? Comparator.naturalOrder() : comparator;
    }
}
