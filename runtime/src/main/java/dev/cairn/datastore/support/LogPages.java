package dev.cairn.datastore.support;

import dev.cairn.datastore.TaskId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The output of an attempt, page by page. Its parts are numbered, and the record of the attempt says how many there were when it was
 * committed: so none is missing unseen. For one thread.
 */
record LogPages(RunKey run, TaskId task, int attempt) {
    private static final int PAGE = 16; // of up to 64 KiB each, unless a line is longer

    List<StoredLog> after(Records records, @Nullable StoredLog last) {
        List<StoredLog> parts = records.log(run, task, attempt, last == null ? 0 : last.number(), PAGE);
        long expected = last == null ? 0 : last.part() + 1;
        for (StoredLog part : parts) {
            if (part.part() != Checksums.NONE && part.part() != expected) {
                throw missing();
            }
            expected++;
        }
        boolean numbered = last == null || last.part() != Checksums.NONE;
        if (parts.isEmpty() && numbered && expected < committed(records)) {
            throw missing();
        }
        return parts;
    }

    private long committed(Records records) {
        return records.attempts(run, task).stream()
                .filter(stored -> stored.record().attempt() == attempt)
                .mapToLong(StoredTask::logs)
                .findFirst()
                .orElse(0);
    }

    private DamagedRecordException missing() {
        return LogFormat.damaged(task, attempt, "some of it is missing");
    }
}
