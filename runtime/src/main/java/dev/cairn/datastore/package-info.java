/**
 * The datastore: content-addressed blobs, and the records of runs.
 *
 * <p>{@link dev.cairn.datastore.Datastore} is a service-provider interface; nothing above it knows what is below.
 */
@NullMarked
package dev.cairn.datastore;

import org.jspecify.annotations.NullMarked;
