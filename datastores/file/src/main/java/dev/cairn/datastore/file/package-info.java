/**
 * The datastore {@code file:<dir>}: a directory that several processes can use at the same time.
 *
 * <pre>
 * store.db          SQLite in WAL mode: the records of runs, and blobs up to 64 KiB; see {@code StoreSchema}
 * blobs/ab/cdef...  larger blobs, one file each, named by the address, raw or zstd as the row in store.db says
 * tmp/              blobs that are still being written, before they move to blobs/
 * lock              locked while store.db is created
 * </pre>
 *
 * <p>It is the record store of a {@code KernelDatastore}, which applies batches one at a time: each is one transaction. A large blob is
 * on disk, under its final name, before the transaction that refers to it commits. So a crash leaves at most files that nothing
 * refers to.
 */
@NullMarked
package dev.cairn.datastore.file;

import org.jspecify.annotations.NullMarked;
