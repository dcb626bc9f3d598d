package dev.cairn.engine.resume;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What was reused of each step, and why the rest of it runs: a line for each step. For one thread. */
final class ReuseReport {
    private final Map<String, Long> reused = new HashMap<>();
    private final Map<String, Map<Reason, Long>> open = new HashMap<>();

    void reused(String step) {
        reused.merge(step, 1L, Long::sum);
    }

    void runs(String step, Reason reason) {
        open.computeIfAbsent(step, unused -> new LinkedHashMap<>()).merge(reason, 1L, Long::sum);
    }

    /**
     * The lines.
     *
     * @param steps the names of the steps, in the order of the graph
     * @param before how many attempts at tasks of a step had ended before
     * @param decidedLater the step with whose elements it is decided what is reused of another one; empty if that is known
     */
    List<String> lines(
            Collection<String> steps, Map<String, Long> before, Function<String, Optional<String>> decidedLater) {
        List<String> lines = new ArrayList<>();
        for (String step : steps) {
            long attempts = before.getOrDefault(step, 0L);
            Optional<String> opener = isDecided(step) || attempts == 0 ? Optional.empty() : decidedLater.apply(step);
            lines.add(step + ": "
                    + opener.map(each -> "decided for each element when `" + each + "` has run")
                            .orElseGet(() -> line(step, attempts)));
        }
        return lines;
    }

    /** The lines for those of the steps of which a task was looked at. */
    List<String> linesOfDecided(Collection<String> steps) {
        return steps.stream()
                .filter(this::isDecided)
                .map(step -> step + ": " + line(step, 1))
                .toList();
    }

    private boolean isDecided(String step) {
        return reused.containsKey(step) || open.containsKey(step);
    }

    private String line(String step, long before) {
        long taken = reused.getOrDefault(step, 0L);
        Map<Reason, Long> reasons = open.getOrDefault(step, Map.of());
        long running = reasons.values().stream().mapToLong(Long::longValue).sum();
        if (taken == 0) {
            return running == 0 ? notReached(before) : runs(before) + ": " + reasons(reasons, running);
        } else if (running == 0) {
            return tasks(taken) + " reused";
        }
        return taken + " of " + tasks(taken + running) + " reused, " + running + (running == 1 ? " runs: " : " run: ")
                + reasons(reasons, running);
    }

    private static String notReached(long before) {
        return before == 0 ? "had not run" : "runs again: a step before it runs";
    }

    private static String runs(long before) {
        return before == 0 ? "runs" : "runs again";
    }

    /** Several reasons come with the number of tasks that each of them concerns. */
    private static String reasons(Map<Reason, Long> reasons, long all) {
        return reasons.entrySet().stream()
                .map(entry -> entry.getKey().text() + (entry.getValue() == all ? "" : " (" + entry.getValue() + ")"))
                .collect(Collectors.joining(", "));
    }

    private static String tasks(long number) {
        return number == 1 ? "1 task" : number + " tasks";
    }
}
