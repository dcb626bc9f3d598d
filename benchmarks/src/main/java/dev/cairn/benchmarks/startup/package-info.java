/** What a small run costs as a whole process. */
@NullMarked
package dev.cairn.benchmarks.startup;

import org.jspecify.annotations.NullMarked;
