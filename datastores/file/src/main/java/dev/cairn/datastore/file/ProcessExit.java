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

    private static final Set<FileStore> OPEN =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    static {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(ProcessExit::tidy, "cairn-exit"));
        } catch (IllegalStateException e) {
            // the process ends already: a datastore that is opened now is left as after a kill, which loses nothing
        }
    }

    private ProcessExit() {}

    static void remember(FileStore store) {
        OPEN.add(store);
    }

    static void forget(FileStore store) {
        OPEN.remove(store);
    }

    private static void tidy() {
        List<FileStore> stores;
        synchronized (OPEN) {
            stores = List.copyOf(OPEN);
        }
        long end = System.nanoTime() + MOST.toNanos();
        stores.forEach(store -> store.tidyBeforeExit(Duration.ofNanos(Math.max(0, end - System.nanoTime()))));
    }
}
