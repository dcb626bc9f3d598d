package dev.cairn.engine;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The calls of step methods of one run that have not returned. Only within them their threads are interrupted, so that an
 * interrupt never hits the datastore. Thread-safe.
 */
final class RunningCalls {
    private final Set<Call> calls = new HashSet<>(); // guarded by this
    private boolean stopped; // guarded by this
    private boolean abandoned; // guarded by this

    /** A call of a step method. */
    static final class Call {
        private final Thread thread;

        private Call(Thread thread) {
            this.thread = thread;
        }

        /** What it is doing. */
        StackTraceElement[] stackTrace() {
            return thread.getStackTrace();
        }
    }

    /** Notes that the calling thread enters a step method; null if it may not, because the run was told to stop. */
    synchronized @Nullable Call enter() {
        if (stopped) {
            return null;
        }
        Call call = new Call(Thread.currentThread());
        calls.add(call);
        return call;
    }

    /** Notes that the calling thread left the step method, and takes back its interrupt. */
    synchronized void leave(Call call) {
        calls.remove(call);
        Thread.interrupted();
    }

    /** Interrupts one call, if it has not returned. */
    synchronized void interrupt(Call call) {
        if (calls.contains(call)) {
            call.thread.interrupt();
        }
    }

    synchronized void stop() {
        stopped = true;
        calls.forEach(call -> call.thread.interrupt());
    }

    /** Whether the run was told to stop. */
    synchronized boolean stopped() {
        return stopped;
    }

    synchronized void abandon() {
        abandoned = true;
    }

    synchronized boolean abandoned() {
        return abandoned;
    }
}
