/** Tests of the suite, and of {@code memory:} by it. */
@NullMarked
package dev.cairn.datastore.tck;

import org.jspecify.annotations.NullMarked;
