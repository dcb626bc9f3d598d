package dev.cairn.codec.guava;

/**
 * As what a cell of an {@code ImmutableTable} is stored.
 *
 * @param row the key of its row
 * @param column the key of its column
 * @param value what is in it
 */
public record CellForm<R, C, V>(R row, C column, V value) {}
