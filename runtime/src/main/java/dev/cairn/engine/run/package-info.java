/** What watches over a run. */
@NullMarked
package dev.cairn.engine.run;

import org.jspecify.annotations.NullMarked;
