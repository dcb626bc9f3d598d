/** How the steps of a flow hang together. */
@NullMarked
package dev.cairn.runtime.graph;

import org.jspecify.annotations.NullMarked;
