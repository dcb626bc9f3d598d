/**
 * The annotations that turn a plain class into a flow.
 *
 * <p>A flow is a class with {@link dev.cairn.Flow}; its methods with {@link dev.cairn.Step} are the nodes of a graph, and
 * its instance fields are the artifacts that travel along that graph. Cairn's annotation processor checks both while the
 * class compiles, and generates what runs it. This module has no dependencies.
 */
package dev.cairn;
