package dev.cairn.runtime;

import org.jspecify.annotations.Nullable;

/**
 * The position of a task in one of the foreaches around it.
 *
 * @param artifact the artifact whose elements the foreach iterates over
 * @param index the position of the current element, from 0
 * @param count the number of elements
 * @param value the current element
 */
public record ForeachFrame(
        String artifact, int index, int count, @Nullable Object value) {}
