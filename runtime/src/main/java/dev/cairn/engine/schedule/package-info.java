/** The parts of a schedule: what is open, and what is ready. Nothing here does anything that depends on the time or the process. */
@NullMarked
package dev.cairn.engine.schedule;

import org.jspecify.annotations.NullMarked;
