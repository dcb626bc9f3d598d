package dev.cairn.engine.output;

import java.util.concurrent.atomic.AtomicLong;

/** How many bytes of output may still be stored. Once something did not fit, nothing fits. Thread-safe. */
final class Budget {
    private final long bytes;
    private final AtomicLong left;

    Budget(long bytes) {
        this.bytes = bytes;
        this.left = new AtomicLong(bytes);
    }

    /** How many there were. */
    long bytes() {
        return bytes;
    }

    /** Takes some; false if there are not as many. */
    boolean take(long size) {
        return left.get() >= 0 && left.addAndGet(-size) >= 0;
    }
}
