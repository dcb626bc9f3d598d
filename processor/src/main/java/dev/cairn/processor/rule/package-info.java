/**
 * What makes a flow sound: one class per rule, each with an id of its own, so that a message, its documentation and the name by
 * which a warning is silenced are one. Rules know the model and the graph, never the compiler.
 */
@NullMarked
package dev.cairn.processor.rule;

import org.jspecify.annotations.NullMarked;
