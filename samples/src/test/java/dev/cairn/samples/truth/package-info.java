/**
 * Plain Java in, the same out: flows drawn at random are run by Cairn and, step by step, on plain objects, and whatever a step
 * reads otherwise has to have been announced.
 */
@NullMarked
package dev.cairn.samples.truth;

import org.jspecify.annotations.NullMarked;
