/**
 * The datastore {@code file:<dir>}: a directory that several processes may use at once.
 *
 * <pre>
 * store.db          SQLite in WAL mode: the records of runs, and blobs up to 64 KiB; see {@code StoreSchema}
 * blobs/ab/cdef...  larger blobs, one file each, named by the address, raw or zstd as the row in store.db says
 * tmp/              blobs on their way to blobs/
 * lock              held while store.db is made
 * </pre>
 *
 * <p>It is the primitive of a {@code KernelDatastore}, which brings batches, one at a time: each is one transaction. A large blob is on
 * the disk, under its name, before the transaction that refers to it commits; so a crash leaves at most files that nothing refers to.
 */
@NullMarked
package dev.cairn.datastore.file;

import org.jspecify.annotations.NullMarked;
