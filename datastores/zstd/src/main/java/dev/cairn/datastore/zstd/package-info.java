/** What stores compress with. */
@NullMarked
package dev.cairn.datastore.zstd;

import org.jspecify.annotations.NullMarked;
