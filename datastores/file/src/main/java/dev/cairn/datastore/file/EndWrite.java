package dev.cairn.datastore.file;

import dev.cairn.datastore.FailureRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.datastore.TaskId;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Notes how a run ended, unless it is known. That it did not succeed is true whatever was lost before, and so it is tried also
 * after other writes failed: a full disk mostly has room for that.
 *
 * @param run the number of the run
 * @param status how it ended
 * @param at when
 * @param failedTask the task whose failure ended it
 * @param failure why it ended
 */
record EndWrite(
        long run,
        RunStatus status,
        Instant at,
        @Nullable TaskId failedTask,
        @Nullable FailureRecord failure) implements Write<Boolean> {
    @Override
    public Boolean apply(Session session) throws SQLException {
        RunRows.change(
                session,
                run,
                record -> record.status() == RunStatus.RUNNING
                        ? record.finished(status, at, failedTask, failure)
                        : record);
        return true;
    }

    @Override
    public boolean mayFollowFailure() {
        return status != RunStatus.SUCCEEDED;
    }
}
