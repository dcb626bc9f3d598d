/** Codecs of values that are of one of several types: sealed ones, and {@code Object}. */
@NullMarked
package dev.cairn.codec.union;

import org.jspecify.annotations.NullMarked;
