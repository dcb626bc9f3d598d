/** Reports of runs, in a browser. */
@NullMarked
package dev.cairn.samples.report;

import org.jspecify.annotations.NullMarked;
