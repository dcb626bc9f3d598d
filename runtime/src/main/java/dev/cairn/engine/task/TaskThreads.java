package dev.cairn.engine.task;

import java.lang.reflect.Method;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the threads on which tasks run. Virtual ones, which Java has since version 21, are found by reflection. Thread-safe. */
public final class TaskThreads {
    private static final @Nullable Method OF_VIRTUAL = ofVirtual();

    private TaskThreads() {}

    private static @Nullable Method ofVirtual() {
        try {
            return Runtime.version().feature() < 21 ? null : Thread.class.getMethod("ofVirtual");
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    /**
     * Makes sure that there are virtual threads.
     *
     * @throws UnsupportedOperationException if this version of Java has none
     */
    public static void requireVirtual() {
        if (OF_VIRTUAL == null) {
            throw new UnsupportedOperationException("virtual threads need Java 21 or newer, but this is Java "
                    + Runtime.version().feature() + ". Use a newer Java, or leave out `virtualThreads()`.");
        }
    }

    /** A thread that does not keep the process alive, and has not been started. */
    public static Thread newThread(boolean virtual, String name, Runnable action) {
        if (virtual) {
            return newVirtualThread(name, action);
        }
        Thread thread = new Thread(action, name);
        thread.setDaemon(true);
        return thread;
    }

    private static Thread newVirtualThread(String name, Runnable action) {
        requireVirtual();
        Method ofVirtual = Objects.requireNonNull(OF_VIRTUAL);
        try {
            Class<?> type = ofVirtual.getReturnType();
            Object builder = ofVirtual.invoke(null);
            type.getMethod("name", String.class).invoke(builder, name);
            return (Thread) type.getMethod("unstarted", Runnable.class).invoke(builder, action);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("virtual threads do not work on this Java", e);
        }
    }
}
