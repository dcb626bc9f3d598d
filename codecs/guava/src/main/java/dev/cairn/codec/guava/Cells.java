package dev.cairn.codec.guava;

import com.google.common.collect.Table;
import java.util.Map;
import java.util.function.Supplier;

/** Tables as maps of maps. */
final class Cells {
    private Cells() {}

    /**
     * Puts the cells of a table into an empty map.
     *
     * @param row makes an empty map for the cells of a row
     */
    static <R, C, V, N extends Map<C, V>, M extends Map<R, N>> M of(Table<R, C, V> table, M rows, Supplier<N> row) {
        table.rowMap().forEach((key, cells) -> {
            N copy = row.get();
            copy.putAll(cells);
            rows.put(key, copy);
        });
        return rows;
    }

    /** Puts cells into an empty table. */
    static <R, C, V, T extends Table<R, C, V>> T addTo(T table, Map<R, ? extends Map<C, V>> rows) {
        rows.forEach((row, cells) -> cells.forEach((column, value) -> table.put(row, column, value)));
        return table;
    }
}
