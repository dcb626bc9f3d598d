@NullMarked
package dev.cairn.datastore.support;

import org.jspecify.annotations.NullMarked;
