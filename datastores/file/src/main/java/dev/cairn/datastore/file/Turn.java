package dev.cairn.datastore.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets those who write to a datastore, in this process and in others, take turns in the order in which they come. SQLite alone would let
 * those who wait sleep for ever longer times, while somebody else writes again and again.
 *
 * <p>Of two bytes of a file, the second is locked by whoever has the turn, and the first by whoever is next, until it has the turn. All
 * others wait for the first; Linux wakes them one by one in their order. When a process dies its locks are released. This is for fairness
 * only: what keeps writers apart is the lock of SQLite. So whoever has waited for long, since somebody was stopped in the queue, goes on
 * without a turn.
 *
 * <p>Thread-safe.
 */
final class Turn {
    private static final int NEXT = 0;
    private static final int NOW = 1;

    /** Whoever waited for so long goes on without a turn. */
    private static final long MOST_SECONDS = 2;

    private static final Executor LATER = CompletableFuture.delayedExecutor(MOST_SECONDS, TimeUnit.SECONDS);

    /** Where no turn was to be had, none is asked for until later. */
    private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(30);

    /** By file: within a process there is one queue, and one channel, since closing any would release the locks of all. */
    private static final Map<Path, Turn> OPEN = new HashMap<>();

    private final StoreDirectory directory;
    private final ReentrantLock inProcess = new ReentrantLock(true);
    private int users; // guarded by OPEN
    private volatile @Nullable FileChannel channel;
    private long failed; // when no turn was to be had; this and what follows: for whoever has the lock
    private boolean hasFailed;

    private Turn(StoreDirectory directory) {
        this.directory = directory;
    }

    /** The turns of a datastore. Whoever asks for them has to {@link #close} them. */
    static Turn of(StoreDirectory directory) {
        synchronized (OPEN) {
            Turn turn = OPEN.computeIfAbsent(directory.turn(), file -> new Turn(directory));
            turn.users++;
            return turn;
        }
    }

    /** Done by whoever has the turn. */
    @FunctionalInterface
    interface Action<T, E extends Exception> {
        T run() throws E, IOException;
    }

    /** Waits for the turn, and does something. */
    <T, E extends Exception> T take(Action<T, E> action) throws E, IOException {
        inProcess.lock();
        try {
            FileLock now = await();
            try {
                return action.run();
            } finally {
                release(now);
            }
        } finally {
            inProcess.unlock();
        }
    }

    /** The lock of whoever has the turn; null if there is none to be had. */
    private @Nullable FileLock await() {
        if (hasFailed && System.nanoTime() - failed < RETRY_NANOS) {
            return null;
        }
        FileLock next = null;
        try {
            FileChannel open = open();
            next = await(open, NEXT);
            return await(open, NOW);
        } catch (IOException | OverlappingFileLockException e) {
            hasFailed = true; // also where the file cannot be made: SQLite alone will do
            failed = System.nanoTime();
            return null;
        } finally {
            release(next);
        }
    }

    private FileChannel open() throws IOException {
        FileChannel open = channel;
        if (open == null || !open.isOpen()) {
            directory.makeFile(directory.turn());
            open = FileChannel.open(directory.turn(), StandardOpenOption.WRITE);
            channel = open;
        }
        return open;
    }

    private static FileLock await(FileChannel channel, int place) throws IOException {
        FileLock free = channel.tryLock(place, 1, false);
        if (free != null) {
            return free;
        }
        CompletableFuture<Void> tooLong = CompletableFuture.runAsync(() -> closeQuietly(channel), LATER);
        try {
            return channel.lock(place, 1, false);
        } finally {
            tooLong.cancel(false);
        }
    }

    private static void release(@Nullable FileLock lock) {
        if (lock != null) {
            try {
                lock.release();
            } catch (IOException e) {
                // the channel was closed, and the lock with it
            }
        }
    }

    private static void closeQuietly(@Nullable FileChannel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                // nothing was written
            }
        }
    }

    void close() {
        synchronized (OPEN) {
            users--;
            if (users == 0) {
                OPEN.remove(directory.turn());
                closeQuietly(channel);
            }
        }
    }
}
