package dev.cairn.engine.resume;

import dev.cairn.datastore.ForkRecord;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.engine.ResumePlan.StepReuse;
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
    private final ExpectedTasks expected;

    ReuseReport(ExpectedTasks expected) {
        this.expected = expected;
    }

    void reused(TaskRecord task) {
        reused.merge(task.task().step(), 1L, Long::sum);
        opened(task);
    }

    /** Notes what a task opened, whether it was reused or not. */
    void opened(TaskRecord task) {
        ForkRecord fork = task.fork();
        if (fork != null) {
            expected.opened(task.task().step(), fork.count());
        }
    }

    void runs(String step, Reason reason) {
        open.computeIfAbsent(step, unused -> new LinkedHashMap<>()).merge(reason, 1L, Long::sum);
    }

    /**
     * What is said of all steps.
     *
     * @param steps the names of the steps, in the order of the graph
     * @param before how many attempts at tasks of a step had ended before
     * @param decidedLater the step with whose elements it is decided what is reused of another one; empty if that is known
     */
    List<StepReuse> steps(
            Collection<String> steps, Map<String, Long> before, Function<String, Optional<String>> decidedLater) {
        List<StepReuse> all = new ArrayList<>();
        for (String step : steps) {
            long attempts = before.getOrDefault(step, 0L);
            Optional<String> opener = isDecided(step) || attempts == 0 ? Optional.empty() : decidedLater.apply(step);
            all.add(new StepReuse(
                    step,
                    reused.getOrDefault(step, 0L),
                    opener.map(each -> "decided for each element when `" + each + "` has run")
                            .orElseGet(() -> line(step, attempts))));
        }
        return all;
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
        Map<Reason, Long> reasons = new LinkedHashMap<>(open.getOrDefault(step, Map.of()));
        long decided = sum(reasons);
        long later = taken == 0 ? 0 : expected.of(step).orElse(0) - taken - decided;
        if (later > 0) {
            reasons.put(Reason.STEP_BEFORE, later);
        }
        long running = sum(reasons);
        if (taken == 0) {
            return running == 0 ? notReached(before) : runs(before) + ": " + reasons(reasons, running);
        } else if (running == 0) {
            return tasks(taken) + " reused";
        }
        return taken + " of " + tasks(taken + running) + " reused, " + running + (running == 1 ? " runs: " : " run: ")
                + reasons(reasons, running);
    }

    private static long sum(Map<Reason, Long> reasons) {
        return reasons.values().stream().mapToLong(Long::longValue).sum();
    }

    private static String notReached(long before) {
        return before == 0 ? "had not run" : "runs again: " + Reason.STEP_BEFORE.text();
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
