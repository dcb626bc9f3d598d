package dev.cairn.datastore.file;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * Folds the logs of the datastores that are still open when the process ends, for nobody closes the default one. They stay open:
 * a run that is just being stopped may yet want to note its end. Thread-safe.
 */
final class ProcessExit {
    /** The end of a process is not held up for longer, however many datastores are open. */
    private static final Duration MOST = Duration.ofSeconds(2);

    private static final Set<Committer> OPEN =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(ProcessExit::fold, "cairn-exit"));
    }

    private ProcessExit() {}

    static void remember(Committer committer) {
        OPEN.add(committer);
    }

    static void forget(Committer committer) {
        OPEN.remove(committer);
    }

    private static void fold() {
        List<Committer> committers;
        synchronized (OPEN) {
            committers = List.copyOf(OPEN);
        }
        long end = System.nanoTime() + MOST.toNanos();
        committers.forEach(
                committer -> committer.foldBeforeExit(Duration.ofNanos(Math.max(0, end - System.nanoTime()))));
    }
}
