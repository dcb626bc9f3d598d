package dev.cairn.codec;

/**
 * The beginning of a list, set, map or array.
 *
 * @param tree a sequence, a mapping or primitives, with the first elements or entries only; or null
 * @param size how many elements or entries there are in all; 0 for null
 */
public record FirstElements(Tree tree, int size) {}
