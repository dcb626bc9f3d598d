package dev.cairn.engine.resume;

import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.Runs;
import dev.cairn.datastore.TaskCommit;
import dev.cairn.datastore.TaskRecord;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Stores the tasks that a run takes over, many at a time. For one thread. */
final class TakenOver {
    private static final int MOST_PENDING = 5000;

    private final Runs runs;
    private final String origin;
    private final boolean shared;
    private final Deque<CompletableFuture<CommitResult>> commits = new ArrayDeque<>();

    /**
     * For one run.
     *
     * @param origin the path of the run that is resumed, for messages
     * @param shared whether other processes may store the same tasks; then what was stored first counts
     */
    TakenOver(Runs runs, String origin, boolean shared) {
        this.runs = runs;
        this.origin = origin;
        this.shared = shared;
    }

    /** Begins to store a task. */
    void add(TaskRecord clone) throws InterruptedException {
        commits.add(runs.commit(new TaskCommit(clone, Map.of())));
        while (commits.size() > MOST_PENDING) {
            requireStored(commits.remove());
        }
    }

    /** Waits until all of them are durable. */
    void awaitStored() throws InterruptedException {
        while (!commits.isEmpty()) {
            requireStored(commits.remove());
        }
    }

    private void requireStored(CompletableFuture<CommitResult> commit) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        CommitResult result;
        try {
            result = commit.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof DatastoreException cause ? cause : e;
        }
        boolean isThere = shared && result instanceof CommitResult.Duplicate;
        if (!(isThere || result instanceof CommitResult.Committed)) {
            throw new DatastoreException("a task of run " + origin + " could not be taken over ("
                    + result.getClass().getSimpleName()
                    + "): another process changed one of the two runs meanwhile. Resume it again.");
        }
    }
}
