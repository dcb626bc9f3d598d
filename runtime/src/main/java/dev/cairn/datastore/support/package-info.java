/**
 * What datastores have in common, whatever they keep their bytes in. A store of one's own implements {@link
 * dev.cairn.datastore.support.RecordStore} and, if it keeps large blobs outside its records, {@link
 * dev.cairn.datastore.support.BlobStore}; a {@link dev.cairn.datastore.DatastoreProvider} opens the {@link
 * dev.cairn.datastore.support.KernelDatastore} on it. The formats of records are here too: for stores that keep bytes.
 */
@NullMarked
package dev.cairn.datastore.support;

import org.jspecify.annotations.NullMarked;
