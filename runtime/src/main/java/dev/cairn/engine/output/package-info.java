/** The output of tasks and runs: what is written to the standard streams, whose it is, and where it is kept. */
@NullMarked
package dev.cairn.engine.output;

import org.jspecify.annotations.NullMarked;
