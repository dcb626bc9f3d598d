/**
 * Codecs for the types of Guava. Flows that have this jar need not name them: each is announced, for exactly the type that its name begins
 * with. What is stored are collections, maps and records of Cairn, so that the generic tree, {@code dump} and the rules of evolution work
 * without Guava.
 *
 * <p>Where a type promises an order of iteration, the order is stored; where it does not, equal values have equal bytes, in whatever
 * order they were built.
 */
@NullMarked
package dev.cairn.codec.guava;

import org.jspecify.annotations.NullMarked;
