/**
 * The promises of every datastore, as tests. To test your own datastore, extend {@link
 * dev.cairn.datastore.tck.DatastoreConformance}. For datastores on top of an object store, there is also {@linkplain
 * dev.cairn.datastore.tck.UnreliableBlobService a blob service that fails like a network}.
 */
@NullMarked
package dev.cairn.datastore.tck;

import org.jspecify.annotations.NullMarked;
