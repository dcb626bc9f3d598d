package dev.cairn.engine;

import dev.cairn.datastore.AttemptPages;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.EndedAttempt;
import dev.cairn.datastore.LogLine;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunLife;
import dev.cairn.datastore.RunOwners;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.datastore.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Follows a run that other processes execute, by what they store: passes on the output of each attempt when it has ended, and tells how
 * the run ends. For one thread.
 */
public final class RunFollower {
    private static final long SHORTEST_WAIT_MILLIS = 50;
    private static final long LONGEST_WAIT_MILLIS = 500;

    /** How often to ask whether a run lives: its engine may have to be asked. */
    private static final long ASK_NANOS = Duration.ofSeconds(2).toNanos();

    private final Datastore datastore;
    private final RunId run;
    private final String path;
    private final OutputListener output;
    private final AttemptPages attempts;
    private long linesOfRun;
    private long askedAt = System.nanoTime() - ASK_NANOS;

    /**
     * Follows a run from its first task on.
     *
     * @param output receives each line of output
     * @param datastore where the run is stored
     * @param run the run
     * @throws DatastoreException if the datastore has no such run
     */
    public RunFollower(Datastore datastore, RunId run, OutputListener output) {
        this.datastore = datastore;
        this.run = run;
        this.path = record().flow() + "/" + run;
        this.output = output;
        this.attempts = datastore.runs().attemptPages(run);
    }

    /** Looks at the world while a run is followed. */
    @FunctionalInterface
    public interface Look {
        /**
         * Called again and again.
         *
         * @param someTaskEnded whether an attempt of the run has been seen
         */
        void look(boolean someTaskEnded);
    }

    /**
     * Waits until the run has ended, or has died: nobody drives it any more, see {@link RunOwners}.
     *
     * @param look is called between two looks at the store; what it throws ends the wait
     * @return the run
     * @throws InterruptedException if the calling thread was interrupted; the run goes on
     */
    public RunRecord await(Look look) throws InterruptedException {
        boolean someTaskEnded = false;
        long wait = SHORTEST_WAIT_MILLIS;
        while (true) {
            RunRecord record = record(); // before the attempts: those of a run that has ended are all there
            boolean progress = passOn();
            someTaskEnded |= progress;
            if (record.status() != RunStatus.RUNNING || hasDied(record)) {
                while (passOn()) {
                    // the rest
                }
                return record;
            }
            look.look(someTaskEnded);
            wait = progress ? SHORTEST_WAIT_MILLIS : Math.min(LONGEST_WAIT_MILLIS, wait * 2);
            Thread.sleep(wait);
        }
    }

    private boolean hasDied(RunRecord record) {
        long now = System.nanoTime();
        if (record.status() != RunStatus.RUNNING || now - askedAt < ASK_NANOS) {
            return false;
        }
        askedAt = now;
        return RunOwners.look(record, Instant.now()) == RunLife.GONE;
    }

    private RunRecord record() {
        return datastore
                .runs()
                .find(run)
                .orElseThrow(() -> new DatastoreException("run " + run + " is not in " + datastore.url()
                        + ". Open the datastore in which it was started."));
    }

    /** Passes on the output of what ended since the last time; false if nothing did. */
    private boolean passOn() {
        linesOfRun += passOn(path, TaskId.RUN, 0, linesOfRun);
        List<EndedAttempt> page = attempts.next();
        for (EndedAttempt ended : page) {
            if (ended.mayHaveOutput() && !isOfAnotherRun(ended)) {
                passOn(path + "/" + ended.task(), ended.task(), ended.attempt(), 0);
            }
        }
        return !page.isEmpty();
    }

    /** Then that run has printed its output. */
    private boolean isOfAnotherRun(EndedAttempt ended) {
        return datastore.runs().attempts(run, ended.task()).stream()
                .anyMatch(attempt -> attempt.attempt() == ended.attempt() && attempt.origin() != null);
    }

    private long passOn(String of, TaskId task, int attempt, long known) {
        try (Stream<LogLine> lines = datastore.runs().log(run, task, attempt)) {
            return lines.skip(known).peek(line -> output.line(of, line)).count();
        }
    }
}
