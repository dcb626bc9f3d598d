/** What benchmarks have in common. A benchmark runs by hand, never as a test. */
@NullMarked
package dev.cairn.benchmarks;

import org.jspecify.annotations.NullMarked;
