package dev.cairn.samples.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** What the steps of one run saw, and what they left. Steps may add to it side by side. */
final class Trace {
    /**
     * A value that a step saw.
     *
     * @param artifact where it is from
     * @param text how it looks
     */
    record Sight(String artifact, String text) {}

    /** By task, without iterations: all that was seen, in order. */
    final Map<String, List<Sight>> sights = new ConcurrentSkipListMap<>();

    /** By task, without iterations: the contents of the artifacts after each iteration. */
    final Map<String, List<Map<String, String>>> left = new TreeMap<>();

    /** Artifacts that a step saw after a join had dropped what the branches held. */
    final Set<String> lost = new TreeSet<>();

    /** On which artifacts a merge failed. */
    final Set<String> conflicts = new TreeSet<>();

    /** By task: on which artifacts a merge failed, where that failure was caught. */
    final Map<String, Set<String>> caughtConflicts = new TreeMap<>();

    /** Artifacts to which a join assigned what they had, and left them so until it merged. */
    final Set<String> assignedEqual = new TreeSet<>();

    @Nullable
    Throwable failure;

    void see(String task, String artifact, String text) {
        sights.computeIfAbsent(task, key -> new ArrayList<>()).add(new Sight(artifact, text));
    }

    void leave(String task, Map<String, String> contents) {
        left.computeIfAbsent(task, key -> new ArrayList<>()).add(contents);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        sights.forEach((task, seen) ->
                text.append("  ").append(task).append(" sees ").append(seen).append('\n'));
        left.forEach((task, contents) -> text.append("  ")
                .append(task)
                .append(" leaves ")
                .append(contents)
                .append('\n'));
        if (failure != null) {
            text.append("  fails: ").append(failure).append('\n');
        }
        return text.toString();
    }
}
