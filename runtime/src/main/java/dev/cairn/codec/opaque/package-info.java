/** What is stored reflectively, which is the only place where classes are found by names from the data. */
@NullMarked
package dev.cairn.codec.opaque;

import org.jspecify.annotations.NullMarked;
