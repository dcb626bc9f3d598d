/**
 * Views of flows and runs, for the command line and other programs that show them: their contents, and their JSON.
 *
 * <p>Views are lazy: they read from the datastore when their contents are requested.
 */
@NullMarked
package dev.cairn.view;

import org.jspecify.annotations.NullMarked;
