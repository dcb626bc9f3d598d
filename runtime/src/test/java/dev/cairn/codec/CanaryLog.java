package dev.cairn.codec;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What became of {@link Canary}, told without that class. Thread-safe. */
final class CanaryLog {
    private static final List<String> NOTES = new CopyOnWriteArrayList<>();

    private CanaryLog() {}

    static void note(String event) {
        NOTES.add(event);
    }

    static List<String> notes() {
        return NOTES;
    }
}
