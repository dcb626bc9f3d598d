/** The graph of a flow, and what follows from it. */
@NullMarked
package dev.cairn.runtime.graph;

import org.jspecify.annotations.NullMarked;
