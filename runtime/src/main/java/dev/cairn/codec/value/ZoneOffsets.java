package dev.cairn.codec.value;

import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Offsets that take one or two bytes, each as one object: with its text it takes 80 bytes, and the JDK shares only those of whole quarters of
 * an hour. Thread-safe.
 */
final class ZoneOffsets {
    /** The seconds of an offset that takes two bytes are less. */
    private static final int SHARED = 1 << 13;

    private static final AtomicReferenceArray<ZoneOffset> OFFSETS = new AtomicReferenceArray<>(2 * SHARED);

    private ZoneOffsets() {}

    static ZoneOffset of(int seconds) {
        if (seconds < -SHARED || seconds >= SHARED) {
            return ZoneOffset.ofTotalSeconds(seconds);
        }
        ZoneOffset known = OFFSETS.get(seconds + SHARED);
        if (known == null) {
            known = ZoneOffset.ofTotalSeconds(seconds);
            OFFSETS.set(seconds + SHARED, known);
        }
        return known;
    }
}
