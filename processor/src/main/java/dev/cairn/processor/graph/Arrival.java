package dev.cairn.processor.graph;

import org.jspecify.annotations.Nullable;

/**
 * A path on which a step is reached. Immutable.
 *
 * @param edge the edge, or null for the beginning of the flow
 * @param scope the branches that are open on it
 */
record Arrival(@Nullable Edge edge, OpenBranches scope) {}
