@NullMarked
package dev.cairn.datastore.postgresql.s3;

import org.jspecify.annotations.NullMarked;
