/** Which tasks of a run that has ended a new run takes over, and why it does not take over the others. */
@NullMarked
package dev.cairn.engine.resume;

import org.jspecify.annotations.NullMarked;
