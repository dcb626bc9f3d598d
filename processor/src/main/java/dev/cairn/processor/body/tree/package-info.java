/** Reaches the trees of the compiler, whatever build tool stands before it and whichever version it has. */
@NullMarked
package dev.cairn.processor.body.tree;

import org.jspecify.annotations.NullMarked;
