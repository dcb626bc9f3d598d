package dev.cairn.transfer;

import dev.cairn.datastore.FileRecord;
import dev.cairn.datastore.LogLine;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import java.io.IOException;
import java.util.List;

/** Gets what is recorded of runs, one run after the other for each of the three kinds. */
interface RunVisitor {
    /** Some lines of the output of an attempt, or of {@link TaskId#RUN}, which come first. */
    void log(RunId run, TaskId task, int attempt, List<LogLine> lines) throws IOException;

    /**
     * An attempt of a task.
     *
     * @param lines the number of lines of its output
     */
    void attempt(TaskRecord attempt, long lines) throws IOException;

    /** A file of a run. */
    void file(RunId run, FileRecord file) throws IOException;
}
