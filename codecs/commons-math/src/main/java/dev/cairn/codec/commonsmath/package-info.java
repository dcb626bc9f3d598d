/**
 * Codecs for types of Apache Commons Math 3. Flows that have this jar need not name them: each is announced, for exactly the type that its
 * name begins with. What is stored are arrays and records, so that the generic tree, {@code dump} and the rules of evolution work without
 * the library.
 *
 * <p>Only types of which the documented methods show all of the state have a codec. {@code SimpleRegression} and {@code SummaryStatistics} show
 * results, but not the sums from which they go on: store the observations, or {@code getSummary()}. A distribution draws from a generator of
 * random numbers that it does not show: store its parameters.
 */
@NullMarked
package dev.cairn.codec.commonsmath;

import org.jspecify.annotations.NullMarked;
