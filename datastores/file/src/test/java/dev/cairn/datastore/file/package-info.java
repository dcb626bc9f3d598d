/** Tests of {@code file:}. */
@NullMarked
package dev.cairn.datastore.file;

import org.jspecify.annotations.NullMarked;
