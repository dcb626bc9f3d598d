/** Large blobs in a bucket of S3, or of a service that speaks its protocol. */
@NullMarked
package dev.cairn.datastore.postgresql.s3;

import org.jspecify.annotations.NullMarked;
