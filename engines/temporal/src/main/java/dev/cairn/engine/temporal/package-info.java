/** Runs the tasks of flows on Temporal: an engine for whoever starts runs, and a worker for the machines that execute them. */
@NullMarked
package dev.cairn.engine.temporal;

import org.jspecify.annotations.NullMarked;
