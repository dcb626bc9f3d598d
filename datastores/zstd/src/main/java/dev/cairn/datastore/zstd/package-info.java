/** Zstandard compression for datastores. */
@NullMarked
package dev.cairn.datastore.zstd;

import org.jspecify.annotations.NullMarked;
