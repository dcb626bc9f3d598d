package dev.cairn.engine.resume;

import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.Runs;
import dev.cairn.datastore.TaskCommit;
import dev.cairn.datastore.TaskRecord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Stores the tasks that a run takes over, many at a time. For one thread. */
final class TakenOver {
    private static final int PAGE = 512;
    private static final int MOST_PENDING = 10 * PAGE;

    private final Runs runs;
    private final String origin;
    private final boolean shared;
    private final List<TaskCommit> page = new ArrayList<>(PAGE);
    private final Deque<Pending> pages = new ArrayDeque<>();
    private int pending;

    /** Tasks that were submitted together. */
    private record Pending(CompletableFuture<List<CommitResult>> results, int tasks) {}

    /**
     * For one run.
     *
     * @param origin the path of the run that is resumed, for messages
     * @param shared whether other processes may store the same tasks: then what was stored first counts, and each task can be read at once
     */
    TakenOver(Runs runs, String origin, boolean shared) {
        this.runs = runs;
        this.origin = origin;
        this.shared = shared;
    }

    /** Begins to store a task. */
    void add(TaskRecord clone) throws InterruptedException {
        TaskCommit commit = new TaskCommit(clone, Map.of());
        if (shared) {
            submit(runs.commit(commit).thenApply(List::of), 1);
            return;
        }
        page.add(commit);
        if (page.size() == PAGE) {
            submitPage();
        }
    }

    private void submitPage() throws InterruptedException {
        submit(runs.commitAll(List.copyOf(page)), page.size());
        page.clear();
    }

    private void submit(CompletableFuture<List<CommitResult>> results, int tasks) throws InterruptedException {
        pages.add(new Pending(results, tasks));
        pending += tasks;
        while (pending > MOST_PENDING) {
            requireStored(pages.remove());
        }
    }

    /** Waits until all of them are durable. */
    void awaitStored() throws InterruptedException {
        if (!page.isEmpty()) {
            submitPage();
        }
        while (!pages.isEmpty()) {
            requireStored(pages.remove());
        }
    }

    private void requireStored(Pending commits) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        pending -= commits.tasks();
        List<CommitResult> results;
        try {
            results = commits.results().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof DatastoreException cause ? cause : e;
        }
        for (CommitResult result : results) {
            requireStored(result);
        }
    }

    private void requireStored(CommitResult result) {
        boolean isThere = shared && result instanceof CommitResult.Duplicate;
        if (!(isThere || result instanceof CommitResult.Committed)) {
            throw new DatastoreException("a task of run " + origin + " could not be taken over ("
                    + result.getClass().getSimpleName()
                    + "): another process changed one of the two runs meanwhile. Resume it again.");
        }
    }
}
