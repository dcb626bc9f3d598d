package dev.cairn.codec.guava;

import java.util.Collection;
import java.util.Map;

/**
 * As what a {@code Multimap} is stored.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 * @param distinct whether each key has each value once only
 * @param entries the values of each key
 */
public record MultimapForm<K, V>(boolean distinct, Map<K, Collection<V>> entries) {}
