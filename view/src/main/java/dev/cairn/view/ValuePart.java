package dev.cairn.view;

import dev.cairn.codec.Tree;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is shown of a value.
 *
 * @param tree the value or its first elements; empty if it is too large to be shown
 * @param elements how many elements or entries there are in all, if only the first were asked for
 */
public record ValuePart(Optional<Tree> tree, OptionalInt elements) {}
