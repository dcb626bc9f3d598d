package dev.cairn.datastore.support;

import dev.cairn.datastore.AttemptPages;
import dev.cairn.datastore.TaskRecord;
import java.util.List;
import java.util.function.Function;

/** The attempts of a run after the one with the largest number so far. */
final class NumberedAttemptPages implements AttemptPages {
    private static final int PAGE = 256;

    private final Function<Function<Records, List<StoredTask>>, List<StoredTask>> reader;
    private final RunKey run;
    private long last;

    NumberedAttemptPages(Function<Function<Records, List<StoredTask>>, List<StoredTask>> reader, RunKey run) {
        this.reader = reader;
        this.run = run;
    }

    @Override
    public List<TaskRecord> next() {
        List<StoredTask> page = reader.apply(records -> records.attempts(run, last, PAGE));
        if (!page.isEmpty()) {
            last = page.get(page.size() - 1).number();
        }
        return page.stream().map(StoredTask::record).toList();
    }
}
