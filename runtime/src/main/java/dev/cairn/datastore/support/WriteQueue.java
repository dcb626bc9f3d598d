package dev.cairn.datastore.support;

import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.DatastoreException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The writes on their way to the {@link GroupCommitter}, in order. Thread-safe. Who adds waits while the queue holds too many
 * bytes or writes, so that fast tasks cannot fill the memory of a process with a slow disk.
 */
final class WriteQueue {
    private static final int PART_OF_HEAP = 16;

    private static final long MOST_BYTES =
            Math.min(64L << 20, Runtime.getRuntime().maxMemory() / PART_OF_HEAP);

    /** More at once would not be faster, but keep other processes waiting. */
    private static final int MOST_AT_ONCE = 2000;

    /** The committer never has to wait for more; and what waits for long is copied by the garbage collector again and again. */
    private static final int MOST_QUEUED = 2 * MOST_AT_ONCE;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition notEmpty = lock.newCondition();
    private final Condition notFull = lock.newCondition();
    private final Condition someSettled = lock.newCondition();
    private final Queue<Queued<?>> entries = new ArrayDeque<>(); // this and what follows: guarded by lock
    private long queuedBytes;
    private long added;
    private long settled;
    private boolean woken;
    private boolean closed;

    /**
     * A write and whoever waits for it.
     *
     * @param weight the weight of the write, which to find out may take memory that the committer's thread lacks
     */
    record Queued<R>(Write<R> write, CompletableFuture<R> result, long weight) {
        /** Tells whoever waits what the store answered. */
        void conclude(CommitResult answer) {
            try {
                result.complete(write.result(answer));
            } catch (DatastoreException refused) {
                result.completeExceptionally(refused);
            }
        }
    }

    /** Adds a write; false if the queue is closed. An interrupt does not end the wait. */
    boolean add(Queued<?> entry) {
        lock.lock();
        try {
            return addLocked(entry);
        } finally {
            lock.unlock();
        }
    }

    /** Adds writes, one after the other, as {@link #add} does; false if the queue was closed before the last one. */
    boolean addAll(List<Queued<?>> writes) {
        lock.lock();
        try {
            boolean open = true;
            for (int i = 0; open && i < writes.size(); i++) {
                open = addLocked(writes.get(i));
            }
            return open;
        } finally {
            lock.unlock();
        }
    }

    private boolean addLocked(Queued<?> entry) {
        while ((queuedBytes > MOST_BYTES || entries.size() >= MOST_QUEUED) && !closed) {
            notFull.awaitUninterruptibly();
        }
        if (closed) {
            return false;
        }
        entry.write().queued();
        entries.add(entry);
        queuedBytes += entry.weight();
        added++;
        notEmpty.signal();
        return true;
    }

    /**
     * Takes what is there; waits for it. Called by the committer only. Without the memory for that, nothing is taken.
     *
     * @return nothing if there was none for {@code patienceMillis}, if somebody wanted it to wake, or if the queue is closed
     */
    List<Queued<?>> take(long patienceMillis) {
        lock.lock();
        try {
            long nanos = TimeUnit.MILLISECONDS.toNanos(patienceMillis);
            while (entries.isEmpty() && !closed && !woken && nanos > 0) {
                nanos = notEmpty.awaitNanos(nanos);
            }
            woken = false;
            List<Queued<?>> batch = new ArrayList<>(Math.min(entries.size(), MOST_AT_ONCE));
            while (!entries.isEmpty() && batch.size() < MOST_AT_ONCE) {
                Queued<?> entry = entries.remove();
                queuedBytes -= entry.weight();
                batch.add(entry);
            }
            notFull.signalAll();
            return batch;
        } catch (InterruptedException e) {
            return List.of(); // nobody means the committer's thread by this
        } finally {
            lock.unlock();
        }
    }

    /** Notes that writes that were taken are durable, or failed. */
    void settled(int writes) {
        lock.lock();
        try {
            settled += writes;
            someSettled.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether all that was ever added is settled. */
    boolean isSettled() {
        lock.lock();
        try {
            return settled == added;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until all that was added before is settled. An interrupt does not end the wait. */
    void awaitSettled() {
        lock.lock();
        try {
            long before = added;
            while (settled < before) {
                someSettled.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Lets the committer look up, though there may be nothing to write. */
    void wake() {
        lock.lock();
        try {
            woken = true;
            notEmpty.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Whether nothing will come any more. */
    boolean isExhausted() {
        lock.lock();
        try {
            return closed && entries.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** Accepts nothing more; what is queued stays. */
    void close() {
        lock.lock();
        try {
            closed = true;
            notEmpty.signalAll();
            notFull.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
