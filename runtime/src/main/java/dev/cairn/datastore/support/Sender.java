package dev.cairn.datastore.support;

import dev.cairn.datastore.CommitResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Sends batches to a store, and sends again what nobody knows the fate of. For one thread at a time. */
final class Sender {
    /** With pauses that double each time, it takes about half a minute until a store is given up. */
    private static final int MOST = 10;

    private static final long FIRST_PAUSE_NANOS = 50_000_000;

    private final RecordStore store;
    private final Pause pause;

    /** Waits before a batch is sent again. */
    @FunctionalInterface
    interface Pause {
        void after(int attempts);
    }

    Sender(RecordStore store) {
        this(store, attempts -> LockSupport.parkNanos(pauseNanos(attempts)));
    }

    /** How long to wait after so many attempts. */
    static long pauseNanos(int attempts) {
        return FIRST_PAUSE_NANOS << attempts - 1;
    }

    Sender(RecordStore store, Pause pause) {
        this.store = store;
        this.pause = pause;
    }

    /** Applies a batch, and once more what may be accepted then; the answers, in order. */
    List<CommitResult> send(List<Write<?>> batch) {
        List<Entry> entries = batch.stream().map(Write::entry).toList();
        List<CommitResult> answers = apply(entries);
        for (int i = 0; i < answers.size(); i++) {
            Entry again = batch.get(i).again(answers.get(i));
            if (again != null) {
                answers = new ArrayList<>(answers);
                answers.set(i, apply(List.of(again)).get(0));
            }
        }
        return answers;
    }

    private List<CommitResult> apply(List<Entry> entries) {
        for (int attempt = 1; ; attempt++) {
            try {
                List<CommitResult> answers = store.apply(entries);
                if (answers.size() != entries.size()) {
                    throw new IllegalStateException(
                            entries.size() + " entries were sent, but " + answers.size() + " results were returned");
                }
                return attempt == 1 ? answers : ofFirst(entries, answers);
            } catch (UnknownOutcomeException e) {
                if (attempt == MOST) {
                    throw e;
                }
                pause.after(attempt);
            }
        }
    }

    /** What the answers would have been if no batch had been sent before: an entry that has no token may find its own work done. */
    private List<CommitResult> ofFirst(List<Entry> entries, List<CommitResult> answers) {
        List<CommitResult> ofFirst = new ArrayList<>(answers);
        for (int i = 0; i < entries.size(); i++) {
            if (answers.get(i) instanceof CommitResult.Refused && isDone(entries.get(i))) {
                ofFirst.set(i, CommitResult.COMMITTED);
            }
        }
        return ofFirst;
    }

    private boolean isDone(Entry entry) {
        if (entry instanceof Entry.CreateRun create) {
            Optional<StoredRun> stored =
                    store.read(records -> records.run(create.run().id()));
            return stored.isPresent() && stored.get().record().equals(create.run());
        }
        return entry instanceof Entry.DeleteRun;
    }
}
