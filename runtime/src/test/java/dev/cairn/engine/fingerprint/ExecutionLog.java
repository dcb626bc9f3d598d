package dev.cairn.engine.fingerprint;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** The methods of instrumented classes that were executed. Thread-safe. */
public final class ExecutionLog {
    private static final Set<String> METHODS = Collections.synchronizedSet(new TreeSet<>());

    private ExecutionLog() {}

    /** What each instrumented method calls first. */
    public static void enter(String method) {
        METHODS.add(method);
    }

    /** The methods that {@code action} executes. */
    static Set<String> of(Callable action) throws Exception {
        METHODS.clear();
        action.call();
        return new TreeSet<>(METHODS);
    }

    /** What executes them. */
    interface Callable {
        void call() throws Exception;
    }
}
