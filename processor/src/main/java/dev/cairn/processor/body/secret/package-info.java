/** Finds where the values of secret parameters get into artifacts, and defaults that are written in the source. */
@NullMarked
package dev.cairn.processor.body.secret;

import org.jspecify.annotations.NullMarked;
