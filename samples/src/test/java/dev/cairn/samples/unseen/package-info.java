/** Runs the samples as they are compiled where the bodies of their steps are not seen. */
@NullMarked
package dev.cairn.samples.unseen;

import org.jspecify.annotations.NullMarked;
