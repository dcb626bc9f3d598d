/** What benchmarks measured, as files that programs read: the figures of each round, and under which circumstances. */
@NullMarked
package dev.cairn.benchmarks.figures;

import org.jspecify.annotations.NullMarked;
