/** Texts and defaults for Cairn's own modules. */
@NullMarked
package dev.cairn.runtime.internal;

import org.jspecify.annotations.NullMarked;
