/** Spring Batch, which several benchmarks have as a peer. */
@NullMarked
package dev.cairn.benchmarks.batch;

import org.jspecify.annotations.NullMarked;
