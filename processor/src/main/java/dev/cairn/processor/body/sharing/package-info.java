/** Finds artifacts that hold one object where a step ends. */
@NullMarked
package dev.cairn.processor.body.sharing;

import org.jspecify.annotations.NullMarked;
