/** Micro benchmarks, by JMH: single operations, many times in a row. */
@NullMarked
package dev.cairn.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
