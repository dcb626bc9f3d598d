package dev.cairn.engine.task;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The calls of step methods of one run that have not returned. Only within them their threads are interrupted, so that an
 * interrupt never hits the datastore. Thread-safe.
 */
public final class RunningCalls {
    private final Set<Call> calls = new HashSet<>(); // guarded by this
    private boolean stopped; // guarded by this
    private boolean abandoned; // guarded by this
    private volatile Listener listener = Listener.NONE;

    /** Is told of calls, in the threads that make them. */
    public interface Listener {
        /** Nobody. */
        Listener NONE = new Listener() {
            @Override
            public void entered() {
                // nobody listens
            }

            @Override
            public void left() {
                // nobody listens
            }
        };

        /** A step method is called now. */
        void entered();

        /** A step method has returned. */
        void left();
    }

    /** A call of a step method. */
    static final class Call {
        private final Thread thread;
        private final String task;
        private boolean exits;

        private Call(Thread thread, String task) {
            this.thread = thread;
            this.task = task;
        }

        /** What it is doing. */
        StackTraceElement[] stackTrace() {
            return thread.getStackTrace();
        }
    }

    /**
     * Notes that the calling thread enters a step method; null if it may not, because the run was told to stop.
     *
     * @param task the path of the task
     */
    @Nullable
    Call enter(String task) {
        Call call = begin(task);
        if (call != null) {
            listener.entered();
        }
        return call;
    }

    private synchronized @Nullable Call begin(String task) {
        if (stopped) {
            return null;
        }
        Call call = new Call(Thread.currentThread(), task);
        calls.add(call);
        return call;
    }

    /** Notes that the calling thread left the step method, and takes back its interrupt. */
    void leave(Call call) {
        end(call);
        listener.left();
    }

    private synchronized void end(Call call) {
        calls.remove(call);
        Thread.interrupted();
    }

    /** Lets a listener know of the calls from now on. */
    void tell(Listener other) {
        listener = other;
    }

    /** Interrupts one call, if it has not returned. */
    synchronized void interrupt(Call call) {
        if (calls.contains(call)) {
            call.thread.interrupt();
        }
    }

    synchronized List<Thread> threads() {
        return calls.stream().map(call -> call.thread).toList();
    }

    /** The path of the task whose step method a thread calls; null if it calls none. */
    synchronized @Nullable String taskOf(Thread thread) {
        return calls.stream()
                .filter(call -> call.thread == thread)
                .map(call -> call.task)
                .findFirst()
                .orElse(null);
    }

    /** Notes that the step method that a thread calls ends the process: it will never return. */
    synchronized void exit(Thread thread) {
        calls.stream().filter(call -> call.thread == thread).forEach(call -> call.exits = true);
    }

    /** The number of calls that will never return. */
    public synchronized int exiting() {
        return (int) calls.stream().filter(call -> call.exits).count();
    }

    public synchronized void stop() {
        stopped = true;
        calls.forEach(call -> call.thread.interrupt());
    }

    /** Whether the run was told to stop. */
    public synchronized boolean stopped() {
        return stopped;
    }

    public synchronized void abandon() {
        abandoned = true;
    }

    public synchronized boolean abandoned() {
        return abandoned;
    }
}
