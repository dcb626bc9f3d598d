/** Rules for the graph: which step follows which, what loops, and which join closes which split. */
@NullMarked
package dev.cairn.processor.rule.transition;

import org.jspecify.annotations.NullMarked;
