/**
 * The parts that all datastores have in common. To write your own datastore, implement {@link
 * dev.cairn.datastore.support.RecordStore} and, if large blobs are stored outside the records, {@link
 * dev.cairn.datastore.support.BlobStore}. Then write a {@link dev.cairn.datastore.DatastoreProvider} that opens a {@link
 * dev.cairn.datastore.support.KernelDatastore} on them. The formats of records are here too, for stores that store bytes.
 */
@NullMarked
package dev.cairn.datastore.support;

import org.jspecify.annotations.NullMarked;
