package dev.cairn.codec.guava;

/**
 * As what a cell of an {@code ImmutableTable} is stored.
 *
 * @param <R> the type of the row keys
 * @param <C> the type of the column keys
 * @param <V> the type of the values in the cells
 * @param row the key of its row
 * @param column the key of its column
 * @param value what is in it
 */
public record CellForm<R, C, V>(R row, C column, V value) {}
