package dev.cairn.datastore.file;

import dev.cairn.datastore.TaskId;
import java.sql.SQLException;
import java.util.List;

/**
 * Appends lines to a log.
 *
 * @param run the number of the run
 * @param task the task
 * @param attempt the attempt
 * @param chunks the lines
 */
record LogWrite(long run, TaskId task, int attempt, List<LogFormat.Chunk> chunks) implements Write<Boolean> {
    @Override
    public Boolean apply(Session session) throws SQLException {
        LogRows.insert(session, run, task, attempt, chunks);
        return true;
    }

    @Override
    public long weight() {
        return 256 + chunks.stream().mapToLong(chunk -> chunk.bytes().length).sum();
    }
}
