package dev.cairn.client;

import dev.cairn.codec.Tree;
import java.util.Optional;

/**
 * A part of two values that differs. Immutable.
 *
 * @param path where it is: {@code .accuracy}, {@code [3].rate}, {@code ["key"]}; the empty string for the whole value
 * @param first what the first value has there; empty if it has nothing
 * @param second what the second value has there; empty if it has nothing
 */
public record FieldDiff(String path, Optional<Tree> first, Optional<Tree> second) {}
