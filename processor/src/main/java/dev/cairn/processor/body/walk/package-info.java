/** Walks the code of a flow in the order in which it runs, and tells what it does to fields and values. */
@NullMarked
package dev.cairn.processor.body.walk;

import org.jspecify.annotations.NullMarked;
