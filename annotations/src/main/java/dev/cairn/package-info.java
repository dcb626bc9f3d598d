/**
 * The annotations that turn a plain class into a flow.
 *
 * <p>A flow is a class with {@link dev.cairn.Flow}. Its methods with {@link dev.cairn.Step} are the nodes of a graph, and its instance
 * fields are the artifacts that pass along that graph. Cairn's annotation processor checks both at compile time, and generates the
 * code that runs the flow. This module has no dependencies.
 */
package dev.cairn;
