package dev.cairn.transfer;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.FileRecord;
import dev.cairn.datastore.LogLine;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.Runs;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.runtime.values.StoredCheckpoints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** Walks through the records of a stored run, in the order of the commits. Checkpoints of its unfinished tasks stay where they are. */
final class StoredRunWalk {
    /** So many lines of output are given at once. */
    static final int LINES = 1000;

    private StoredRunWalk() {}

    static void walk(Datastore datastore, RunId run, RunVisitor visitor) throws IOException {
        Runs runs = datastore.runs();
        output(runs, run, TaskId.RUN, 0, visitor);
        try (Stream<TaskRecord> attempts = runs.attempts(run)) {
            for (Iterator<TaskRecord> each = attempts.iterator(); each.hasNext(); ) {
                TaskRecord attempt = each.next();
                visitor.attempt(attempt, output(runs, run, attempt.task(), attempt.attempt(), visitor));
            }
        }
        try (Stream<FileRecord> files = runs.files(run, "")) {
            Stream<FileRecord> exported = files.filter(file -> !StoredCheckpoints.isKey(file.key()));
            for (Iterator<FileRecord> each = exported.iterator(); each.hasNext(); ) {
                visitor.file(run, each.next());
            }
        }
    }

    /** Gives the output of an attempt; the number of lines. */
    private static long output(Runs runs, RunId run, TaskId task, int attempt, RunVisitor visitor) throws IOException {
        long count = 0;
        List<LogLine> lines = new ArrayList<>();
        try (Stream<LogLine> log = runs.log(run, task, attempt)) {
            for (Iterator<LogLine> each = log.iterator(); each.hasNext(); count++) {
                lines.add(each.next());
                if (lines.size() == LINES || !each.hasNext()) {
                    visitor.log(run, task, attempt, lines);
                    lines.clear();
                }
            }
        }
        return count;
    }
}
