package dev.cairn.engine;

import dev.cairn.datastore.TaskRecord;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What became of a {@link TaskUnit}.
 *
 * @param record what was committed; null if the unit did not get as far, because the run was told to stop or the datastore
 *     failed. If it is finished, tasks that follow from it may start.
 * @param failure what the step threw, or why the task could not be stored; null if it finished, also with a failure that was
 *     caught, or was not started at all
 * @param retryAfter if the task failed, but is to be tried again: how long to wait before; else null
 * @param durable completes when the commit is durable, exceptionally if it is lost
 */
public record TaskOutcome(
        @Nullable TaskRecord record,
        @Nullable Throwable failure,
        @Nullable Duration retryAfter,
        CompletableFuture<?> durable) {
    static TaskOutcome notStarted() {
        return new TaskOutcome(null, null, null, CompletableFuture.completedFuture(null));
    }

    /** Of a unit that failed and of which nothing is stored. */
    public static TaskOutcome failed(Throwable failure) {
        return new TaskOutcome(null, failure, null, CompletableFuture.completedFuture(null));
    }
}
