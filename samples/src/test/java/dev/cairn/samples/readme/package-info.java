/** Compiles, builds and runs what the README shows. */
@NullMarked
package dev.cairn.samples.readme;

import org.jspecify.annotations.NullMarked;
