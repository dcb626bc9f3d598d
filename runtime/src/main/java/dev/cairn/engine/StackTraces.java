package dev.cairn.engine;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Cuts stack traces to the user's own frames: what lies below the generated call of the step method is Cairn's. */
final class StackTraces {
    private StackTraces() {}

    /**
     * Cuts the traces of {@code failure}, its causes and what it suppressed.
     *
     * @param caller the generated class whose method {@code call} calls the steps
     */
    static void keepUserFrames(Throwable failure, String caller) {
        cut(failure, caller, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static void cut(Throwable failure, String caller, Set<Throwable> seen) {
        if (!seen.add(failure)) {
            return;
        }
        StackTraceElement[] frames = failure.getStackTrace();
        for (int i = 0; i < frames.length; i++) {
            if (frames[i].getClassName().equals(caller)
                    && frames[i].getMethodName().equals("call")) {
                failure.setStackTrace(java.util.Arrays.copyOf(frames, i));
                break;
            }
        }
        if (failure.getCause() != null) {
            cut(failure.getCause(), caller, seen);
        }
        for (Throwable suppressed : failure.getSuppressed()) {
            cut(suppressed, caller, seen);
        }
    }
}
