package dev.cairn.engine.run;

import dev.cairn.datastore.RunId;
import java.time.Duration;
import org.slf4j.LoggerFactory;

/**
 * Stores the fingerprints of the code of a run while its first tasks run: to read the code takes longer than a small flow. A run that is
 * killed before has none, so that none of its tasks is reused. For the thread of the run.
 */
public final class CodeRecording {
    private final Thread thread;

    private CodeRecording(Thread thread) {
        this.thread = thread;
    }

    /** Starts to do {@code store}, in a thread of its own. */
    public static CodeRecording start(RunId run, Runnable store) {
        Thread thread = new Thread(() -> store(run, store), "cairn-fingerprints");
        thread.setDaemon(true);
        try {
            thread.start();
        } catch (OutOfMemoryError e) { // the machine has no more threads
            store(run, store);
        }
        return new CodeRecording(thread);
    }

    /** No run fails for it. */
    private static void store(RunId run, Runnable store) {
        try {
            store.run();
        } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
            LoggerFactory.getLogger(CodeRecording.class)
                    .warn("the code of run {} could not be stored, so nothing of it can be reused", run, e);
        }
    }

    /** Waits until it is done, within reason, also if the thread is interrupted: it stays so. */
    public void await(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        boolean interrupted = false;
        for (long left = patience.toMillis();
                thread.isAlive() && left > 0;
                left = (end - System.nanoTime()) / 1_000_000) {
            try {
                thread.join(left);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
