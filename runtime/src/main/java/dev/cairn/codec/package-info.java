/**
 * How values become bytes and stay readable: schemas, the blob format, codecs, the generic decoder.
 *
 * <p>Generated codecs are Kryo serializers that extend the classes of this package.
 */
@NullMarked
package dev.cairn.codec;

import org.jspecify.annotations.NullMarked;
