/**
 * The graph of a flow: what can be reached, in which order, what loops, and which join closes which split. Pure: it knows the
 * model only, and takes time linear in steps and edges, or nearly so, without recursion.
 */
@NullMarked
package dev.cairn.processor.graph;

import org.jspecify.annotations.NullMarked;
