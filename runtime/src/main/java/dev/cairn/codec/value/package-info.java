/** Codecs of values without parts, and of arrays of primitives. */
@NullMarked
package dev.cairn.codec.value;

import org.jspecify.annotations.NullMarked;
