/** The samples in a datastore and by an engine of somebody else's. */
@NullMarked
package dev.cairn.samples.others;

import org.jspecify.annotations.NullMarked;
