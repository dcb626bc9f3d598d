/** Writes the classes that are generated for a flow; the only package that knows JavaPoet. */
@NullMarked
package dev.cairn.processor.write;

import org.jspecify.annotations.NullMarked;
