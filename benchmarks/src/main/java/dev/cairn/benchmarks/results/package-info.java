/** The page of results: what is to be, beside what was measured. */
@NullMarked
package dev.cairn.benchmarks.results;

import org.jspecify.annotations.NullMarked;
