package dev.cairn.engine.temporal;

import org.jspecify.annotations.Nullable;

/**
 * An activity about a whole run.
 *
 * @param flow the name of the flow
 * @param run the id of the run
 * @param status how it ended, if the activity is to store that
 * @param failed the task that failed first, or a {@link SharedChange}; null if none did
 */
record RunTask(
        String flow,
        String run,
        @Nullable String status,
        @Nullable String failed) {}
