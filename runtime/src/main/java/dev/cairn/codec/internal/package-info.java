/** What codecs have in common: streams, lengths, texts of messages, the state of a Kryo. */
@NullMarked
package dev.cairn.codec.internal;

import org.jspecify.annotations.NullMarked;
