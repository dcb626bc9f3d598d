/**
 * Datastores: content-addressed blobs, and the records of runs.
 *
 * <p>{@link dev.cairn.datastore.Datastore} is a service-provider interface, which hides how a datastore stores its content.
 */
@NullMarked
package dev.cairn.datastore;

import org.jspecify.annotations.NullMarked;
