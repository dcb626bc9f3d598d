package dev.cairn.datastore;

import java.util.List;
import java.util.stream.Stream;

/** For datastores that can only read the attempts of a run from the first one on. */
final class SkippingAttemptPages implements AttemptPages {
    private static final int PAGE = 256;

    private final Runs runs;
    private final RunId run;
    private long returned;

    SkippingAttemptPages(Runs runs, RunId run) {
        this.runs = runs;
        this.run = run;
    }

    @Override
    public List<EndedAttempt> next() {
        try (Stream<TaskRecord> attempts = runs.attempts(run)) {
            List<EndedAttempt> page = attempts.skip(returned)
                    .limit(PAGE)
                    .map(attempt -> new EndedAttempt(attempt.task(), attempt.attempt(), true))
                    .toList();
            returned += page.size();
            return page;
        }
    }
}
