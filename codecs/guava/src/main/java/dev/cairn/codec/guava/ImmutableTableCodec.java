package dev.cairn.codec.guava;

import com.google.common.collect.ImmutableTable;
import dev.cairn.AnnouncedCodec;
import dev.cairn.codec.ConverterCodec;
import java.util.List;

/**
 * Stores an {@link ImmutableTable} as a list of its cells, in its order.
 *
 * @param <R> the type of the row keys
 * @param <C> the type of the column keys
 * @param <V> the type of the values in the cells
 */
@AnnouncedCodec
public final class ImmutableTableCodec<R, C, V>
        extends ConverterCodec<ImmutableTable<R, C, V>, List<CellForm<R, C, V>>> {
    /** For generated code. */
    public ImmutableTableCodec() {}

    @Override
    protected List<CellForm<R, C, V>> toStored(ImmutableTable<R, C, V> value) {
        return value.cellSet().stream()
                .map(cell -> new CellForm<>(cell.getRowKey(), cell.getColumnKey(), cell.getValue()))
                .toList();
    }

    @Override
    protected ImmutableTable<R, C, V> fromStored(List<CellForm<R, C, V>> stored) {
        ImmutableTable.Builder<R, C, V> cells = ImmutableTable.builder();
        stored.forEach(cell -> cells.put(cell.row(), cell.column(), cell.value()));
        return cells.build();
    }
}
