/** Tests of {@code memory:}. */
@NullMarked
package dev.cairn.datastore.memory;

import org.jspecify.annotations.NullMarked;
