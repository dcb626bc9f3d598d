package dev.cairn.samples.truth;

import dev.cairn.runtime.ForeachFrame;
import dev.cairn.runtime.TaskContext;
import org.jspecify.annotations.Nullable;

/** What drawn steps call: to tell what they see, and to fail. Knows of one run by Cairn at a time. */
public final class Seen {
    private static volatile @Nullable Trace current;

    private Seen() {}

    static void into(Trace trace) {
        current = trace;
    }

    /** A step that Cairn runs sees a value. */
    public static void see(TaskContext task, String artifact, String text) {
        StringBuilder key = new StringBuilder(task.stepName());
        for (ForeachFrame frame : task.foreachStack()) {
            key.append('[').append(frame.index()).append(']');
        }
        Trace trace = current;
        if (trace != null) {
            trace.see(key.toString(), artifact, text);
        }
    }

    /** A step on a plain object sees a value. */
    public static void see(PlainTask task, String artifact, String text) {
        task.see(artifact, text);
    }

    /** Fails. */
    public static void fail(Object task) {
        throw new IllegalStateException("told to fail");
    }

    /** Fails the first time. */
    public static void failFirst(TaskContext task) {
        if (task.attempt() == 0) {
            fail(task);
        }
    }

    /** Fails the first time. */
    public static void failFirst(PlainTask task) {
        if (task.attempt() == 0) {
            fail(task);
        }
    }
}
