/** Keeps datastores small and sound, whatever they are: deletes runs, and what nothing refers to. */
@NullMarked
package dev.cairn.maintenance;

import org.jspecify.annotations.NullMarked;
