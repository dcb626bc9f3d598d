package dev.cairn.view.report;

import dev.cairn.client.Run;
import dev.cairn.client.RunState;
import dev.cairn.client.Task;
import dev.cairn.codec.Tree;
import dev.cairn.datastore.StepCount;
import dev.cairn.datastore.TaskStatus;
import dev.cairn.runtime.graph.FlowGraph;
import dev.cairn.runtime.graph.FlowGraph.GraphStep;
import dev.cairn.runtime.graph.FlowStructure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * All that a page shows of a run, read in one pass over its finished tasks, and, if there are failed attempts, one over all attempts.
 *
 * @param run the run
 * @param state its state when it was read
 * @param graph its graph
 * @param steps its steps by name, in the order of the graph
 * @param failedTasks the tasks with failed attempts, with these, in the order in which they failed; not all if there are very many
 * @param unseenFailures how many failed attempts are not among them
 */
record RunFacts(
        Run run,
        RunState state,
        FlowGraph graph,
        Map<String, StepFacts> steps,
        Map<String, List<Task>> failedTasks,
        long unseenFailures) {
    /** The most tasks that have a line on a page. */
    static final long MOST_ROWS = 120_000;

    private static final int MOST_FAILED_TASKS = 2000;
    private static final int MOST_FORKS = 1000;

    static RunFacts read(Run run, long mostRows) {
        RunState state = run.state();
        FlowGraph graph = run.graph();
        Map<String, Long> finished = new HashMap<>();
        Map<String, Long> failed = new HashMap<>();
        for (StepCount count : run.counts()) {
            (count.status() == TaskStatus.FAILED ? failed : finished).merge(count.step(), count.attempts(), Long::sum);
        }
        long all = finished.values().stream().mapToLong(Long::longValue).sum();
        long stride = Math.max(1, (all + mostRows - 1) / mostRows);
        Map<String, StepFacts> steps = new LinkedHashMap<>();
        for (GraphStep step : graph.steps()) {
            long count = finished.getOrDefault(step.name(), 0L);
            steps.put(
                    step.name(),
                    new StepFacts(
                            step,
                            steps.size(),
                            count,
                            failed.getOrDefault(step.name(), 0L),
                            Math.min(stride, Math.max(1, count)),
                            state.duration()));
        }
        for (StepFacts step : steps.values()) {
            try (Stream<Task> tasks = run.step(step.name()).stream()) {
                tasks.forEach(task -> step.addFinished(task, after(state, task)));
            }
        }
        Map<String, List<Task>> failedTasks = new LinkedHashMap<>();
        long unseen = failed.isEmpty() ? 0 : addFailures(run, state, steps, failedTasks);
        expect(run, graph, steps);
        return new RunFacts(run, state, graph, steps, failedTasks, unseen);
    }

    private static StepFacts facts(Map<String, StepFacts> steps, String step) {
        return Objects.requireNonNull(steps.get(step));
    }

    private static Duration after(RunState state, Task task) {
        return Duration.between(state.startedAt(), task.startedAt());
    }

    private static long addFailures(
            Run run, RunState state, Map<String, StepFacts> steps, Map<String, List<Task>> failedTasks) {
        long unseen = 0;
        try (Stream<Task> attempts = run.attempts()) {
            for (Task attempt : (Iterable<Task>) attempts.filter(each -> !each.finished())::iterator) {
                facts(steps, attempt.step()).addFailedAttempt(attempt, after(state, attempt));
                if (failedTasks.size() < MOST_FAILED_TASKS || failedTasks.containsKey(attempt.id())) {
                    failedTasks
                            .computeIfAbsent(attempt.id(), unused -> new ArrayList<>())
                            .add(attempt);
                } else {
                    unseen++;
                }
            }
        }
        failedTasks.forEach((task, failures) -> {
            boolean finished = run.attempts(task).stream().anyMatch(Task::finished);
            Task last = failures.get(failures.size() - 1);
            facts(steps, last.step()).addFailed(failures, finished, after(state, last));
        });
        return unseen;
    }

    /** How many tasks each foreach opened, which is more than finished if the run did not get through. */
    private static void expect(Run run, FlowGraph graph, Map<String, StepFacts> steps) {
        FlowStructure structure = new FlowStructure(graph);
        for (GraphStep split : graph.steps()) {
            if (!split.fansOut()
                    || run.successful()
                    || facts(steps, split.name()).finished() > MOST_FORKS) {
                continue;
            }
            String first = split.next().get(0);
            boolean once = structure.depth(first) == structure.depth(split.name()) + 1; // it begins no loop
            try (Stream<Task> tasks = run.step(split.name()).stream()) {
                long expected = tasks.mapToLong(
                                task -> task.artifact("_foreach_num_splits").tree() instanceof Tree.Scalar count
                                                && count.value() instanceof Number number
                                        ? number.longValue()
                                        : 0)
                        .sum();
                if (once && expected > 0) {
                    facts(steps, first).expect(expected);
                }
            }
        }
    }

    /** Drops half of the lines of tasks, but none of a task with failures. */
    void thin() {
        steps.values().forEach(StepFacts::thin);
    }

    long tasks() {
        return steps.values().stream().mapToLong(StepFacts::tasks).sum();
    }

    long reused() {
        return steps.values().stream().mapToLong(StepFacts::reused).sum();
    }

    long failedAttempts() {
        return steps.values().stream().mapToLong(StepFacts::failedAttempts).sum();
    }

    long caught() {
        return steps.values().stream().mapToLong(StepFacts::caught).sum();
    }

    /** How long all tasks that finished in this run took together. */
    Duration work() {
        return steps.values().stream().map(StepFacts::work).reduce(Duration.ZERO, Duration::plus);
    }
}
