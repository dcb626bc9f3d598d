/**
 * Runs flows: the builder of a run, the execution of a task, and the engines that decide where and when tasks run.
 */
@NullMarked
package dev.cairn.engine;

import org.jspecify.annotations.NullMarked;
