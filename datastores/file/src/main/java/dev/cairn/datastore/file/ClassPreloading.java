package dev.cairn.datastore.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * Loads the classes of a first run in a thread of its own, while the process opens its datastore: otherwise a short process spends half of
 * its main thread's time on loading one class after the other. They are loaded, not initialised: none of their code runs here, and whoever
 * needs one meanwhile waits for that one only. It is done for the class loader of the application alone, which can load in several threads
 * at once. Thread-safe.
 *
 * <p>The list may lag behind the code: what it lacks is loaded when it is needed, and what no longer exists is passed over.
 */
final class ClassPreloading {
    private static final String LIST = "first-run.txt";

    private static boolean begun; // guarded by the class

    private ClassPreloading() {}

    /** Begins, unless that was done before. */
    static synchronized void begin() {
        ClassLoader loader = ClassPreloading.class.getClassLoader();
        if (begun || loader != ClassLoader.getSystemClassLoader()) {
            return;
        }
        begun = true;
        Thread thread = new Thread(() -> loadAll(loader), "cairn-classes");
        thread.setDaemon(true);
        thread.start();
    }

    private static void loadAll(ClassLoader loader) {
        try {
            for (String name : names()) {
                load(name, loader);
            }
        } catch (IOException | RuntimeException | Error e) {
            // who needs a class loads it, and hears of what is wrong
        }
    }

    private static void load(String name, ClassLoader loader) {
        try {
            Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            // another version of a library may be there
        }
    }

    /** The names of the classes, in the order in which they are needed. */
    static List<String> names() throws IOException {
        try (InputStream list = ClassPreloading.class.getResourceAsStream(LIST)) {
            String text = new String(Objects.requireNonNull(list).readAllBytes(), StandardCharsets.US_ASCII);
            return text.lines().filter(line -> !line.startsWith("#")).toList();
        }
    }
}
