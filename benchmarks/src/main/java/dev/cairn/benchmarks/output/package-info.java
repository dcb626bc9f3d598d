/** What a line of output costs. */
@NullMarked
package dev.cairn.benchmarks.output;

import org.jspecify.annotations.NullMarked;
