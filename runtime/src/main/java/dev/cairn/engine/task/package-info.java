/** How a task is run: the call of its step method, and what it needs around it. */
@NullMarked
package dev.cairn.engine.task;

import org.jspecify.annotations.NullMarked;
