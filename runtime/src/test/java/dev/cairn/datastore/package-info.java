/** What every datastore has to do, as tests. */
@NullMarked
package dev.cairn.datastore;

import org.jspecify.annotations.NullMarked;
