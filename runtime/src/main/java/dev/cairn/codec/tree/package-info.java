/** The generic decoder, which needs nothing but a schema. */
@NullMarked
package dev.cairn.codec.tree;

import org.jspecify.annotations.NullMarked;
