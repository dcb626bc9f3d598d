package dev.cairn.processor.graph;

import dev.cairn.processor.model.TransitionModel.Target;

/**
 * A path from one step to another. Immutable.
 *
 * @param from the step that is left, by its number
 * @param to the step that follows, by its number
 * @param branch the position among the paths that {@code from} names
 * @param target where the annotation names {@code to}
 */
record Edge(int from, int to, int branch, Target target) {}
