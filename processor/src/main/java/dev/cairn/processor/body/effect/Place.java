package dev.cairn.processor.body.effect;

import com.sun.source.tree.Tree;

/**
 * A place in the code of a flow. Immutable.
 *
 * @param tree what stands there
 * @param member the method, field, initialiser or class of the flow in which it stands
 */
public record Place(Tree tree, Tree member) {}
