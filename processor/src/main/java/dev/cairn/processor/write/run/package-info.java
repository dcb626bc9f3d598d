/** Writes what runs a flow and shows its runs: {@code FRunner} with its definition, {@code FRun} and {@code FProvider}. */
@NullMarked
package dev.cairn.processor.write.run;

import org.jspecify.annotations.NullMarked;
