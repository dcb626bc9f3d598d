package dev.cairn.view;

import java.util.OptionalInt;

/**
 * How much of values is shown.
 *
 * @param bytes the size of the largest value that is shown whole
 * @param elements of lists, sets, maps and arrays of any size, how many elements or entries; empty for all
 */
public record ValueBounds(long bytes, OptionalInt elements) {}
