/** The datastore {@code memory:}, which lives as long as its object: for tests, and for runs that nobody will ask about. */
@NullMarked
package dev.cairn.datastore.memory;

import org.jspecify.annotations.NullMarked;
