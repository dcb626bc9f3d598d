/** Writes {@code FCodecs}: how the values of the artifacts of a flow are stored. */
@NullMarked
package dev.cairn.processor.write.codec;

import org.jspecify.annotations.NullMarked;
