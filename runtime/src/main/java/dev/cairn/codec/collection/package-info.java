/** Codecs of collections, maps, arrays and optionals. */
@NullMarked
package dev.cairn.codec.collection;

import org.jspecify.annotations.NullMarked;
