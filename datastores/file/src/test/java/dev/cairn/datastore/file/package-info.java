/** Tests of {@code file:}. */
@NullMarked
package dev.cairn.datastore.local;

import org.jspecify.annotations.NullMarked;
