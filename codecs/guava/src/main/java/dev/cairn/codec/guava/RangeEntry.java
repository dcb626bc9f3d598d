package dev.cairn.codec.guava;

/**
 * As what an entry of a {@code RangeMap} is stored.
 *
 * @param <K> the type of the ends of the ranges
 * @param <V> the type of the values
 * @param range the keys
 * @param value what they all have
 */
public record RangeEntry<K, V>(RangeForm<K> range, V value) {}
