/** What datastores have in common, whatever they keep their bytes in. */
@NullMarked
package dev.cairn.datastore.support;

import org.jspecify.annotations.NullMarked;
