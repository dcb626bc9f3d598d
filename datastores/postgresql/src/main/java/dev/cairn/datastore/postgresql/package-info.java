/**
 * The datastore {@code postgresql://host/database}: records in a schema of a PostgreSQL database, large blobs in an object store or in
 * the same schema.
 *
 * <p>It is the record store of a {@code KernelDatastore}. A batch is one transaction with a fixed number of statements, whatever its
 * size: rows travel as arrays. So the rate depends on the size of batches, and little on the latency of the network. Several processes
 * write at once; row locks and unique indexes decide between them, see {@link dev.cairn.datastore.postgresql.Transaction}.
 *
 * <p>The bytes of a large blob are durable, under a key that was never used before, when the row that refers to them is written. That row
 * is the only thing that makes them a blob: so a crash leaves at most bytes that nothing refers to.
 */
@NullMarked
package dev.cairn.datastore.postgresql;

import org.jspecify.annotations.NullMarked;
