/** Where the bytes of large blobs are: the interface between the datastore and object stores. */
@NullMarked
package dev.cairn.datastore.postgresql.object;

import org.jspecify.annotations.NullMarked;
