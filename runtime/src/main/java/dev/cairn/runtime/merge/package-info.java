/** What a join passes on. */
@NullMarked
package dev.cairn.runtime.merge;

import org.jspecify.annotations.NullMarked;
