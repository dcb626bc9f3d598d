package dev.cairn.engine;

import java.util.HashSet;
import java.util.Set;

/**
 * The threads that are inside a step method of one run. Only there they are interrupted, so that an interrupt never hits the
 * datastore. Thread-safe.
 */
final class RunningCalls {
    private final Set<Thread> threads = new HashSet<>(); // guarded by this
    private boolean stopped; // guarded by this
    private boolean abandoned; // guarded by this

    /** Notes that the calling thread enters a step method; false if it may not, because the run was told to stop. */
    synchronized boolean enter() {
        return !stopped && threads.add(Thread.currentThread());
    }

    /** Notes that the calling thread left the step method, and takes back its interrupt. */
    synchronized void leave() {
        threads.remove(Thread.currentThread());
        Thread.interrupted();
    }

    synchronized void stop() {
        stopped = true;
        threads.forEach(Thread::interrupt);
    }

    synchronized void abandon() {
        abandoned = true;
    }

    synchronized boolean abandoned() {
        return abandoned;
    }
}
