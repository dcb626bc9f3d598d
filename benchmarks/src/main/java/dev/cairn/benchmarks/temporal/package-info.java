/** What a foreach costs on Temporal. */
@NullMarked
package dev.cairn.benchmarks.temporal;

import org.jspecify.annotations.NullMarked;
