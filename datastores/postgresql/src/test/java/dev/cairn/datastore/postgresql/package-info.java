@NullMarked
package dev.cairn.datastore.postgresql;

import org.jspecify.annotations.NullMarked;
