/** Datastores that break one promise each: the suite has to notice. */
@NullMarked
package dev.cairn.datastore.tck.mutants;

import org.jspecify.annotations.NullMarked;
