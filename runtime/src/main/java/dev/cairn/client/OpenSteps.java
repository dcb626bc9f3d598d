package dev.cairn.client;

import dev.cairn.datastore.ForkRecord;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.Runs;
import dev.cairn.datastore.StepCount;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.datastore.TaskStatus;
import dev.cairn.runtime.graph.ExpectedTasks;
import dev.cairn.runtime.graph.FlowGraph;
import dev.cairn.runtime.graph.FlowGraph.GraphStep;
import dev.cairn.runtime.graph.FlowStructure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which steps of a run are open. A task is stored when it has ended; what runs follows from what has ended before. This reads
 * the counts, and at most one task for each step, however many there are: so nothing is said of steps in a foreach within another one, or
 * behind a switch in a foreach. For one thread.
 */
final class OpenSteps {
    private final FlowGraph graph;
    private final FlowStructure structure;
    private final ExpectedTasks expected;
    private final Runs runs;
    private final RunId run;
    private final Instant started;
    private final Map<String, Long> finished = new HashMap<>();
    private final Map<String, TaskRecord> last = new HashMap<>();

    OpenSteps(FlowGraph graph, Runs runs, RunId run, Instant started) {
        this.graph = graph;
        this.structure = new FlowStructure(graph);
        this.expected = new ExpectedTasks(graph);
        this.runs = runs;
        this.run = run;
        this.started = started;
        for (StepCount count : runs.counts(run)) {
            if (count.status() != TaskStatus.FAILED) {
                finished.merge(count.step(), count.attempts(), Long::sum);
            }
        }
        for (String step : finished.keySet()) {
            if (structure.foreachesAround(step).isEmpty()) {
                runs.lastTask(run, step, List.of()).ifPresent(task -> last.put(step, task));
            }
        }
    }

    List<OpenStep> find() {
        Map<String, OpenStep> open = new LinkedHashMap<>();
        for (GraphStep step : graph.steps()) {
            Instant since = structure.foreachesAround(step.name()).isEmpty() ? openSince(step) : null;
            if (since != null) {
                open.put(step.name(), new OpenStep(step.name(), since, finished(step.name()), expected(step.name())));
            }
            TaskRecord opener = last.get(step.name());
            if (opener != null && opener.fork() != null) {
                addElements(step, opener, opener.fork(), open);
            }
        }
        return graph.steps().stream()
                .map(step -> open.get(step.name()))
                .filter(step -> step != null)
                .toList();
    }

    private long finished(String step) {
        return finished.getOrDefault(step, 0L);
    }

    private OptionalLong expected(String step) {
        long number = expected.atFirst(step);
        return number == ExpectedTasks.UNKNOWN ? OptionalLong.empty() : OptionalLong.of(number);
    }

    private void addElements(GraphStep split, TaskRecord opener, ForkRecord fork, Map<String, OpenStep> open) {
        for (String step : expected.perElement(split.name())) {
            boolean begun = split.next().contains(step) || finished(step) > 0;
            if (begun && finished(step) < fork.count()) {
                open.put(step, new OpenStep(step, opener.finishedAt(), finished(step), OptionalLong.of(fork.count())));
            }
        }
    }

    /** Since when the next task of a step outside of all foreaches can run; null if it cannot, or has finished. */
    private @Nullable Instant openSince(GraphStep step) {
        if (step.name().equals(structure.firstTask().step()) && !finished.containsKey(step.name())) {
            return started;
        } else if (!step.joins()) {
            return arrivals(step).stream().findFirst().orElse(null);
        }
        GraphStep split = structure.splitOf(step.name());
        return split.fansOut() ? elementsArrived(split, step) : branchesArrived(split, step);
    }

    /** When tasks ended that lead to a step, and that came after the last task of the step; newest first. */
    private List<Instant> arrivals(GraphStep step) {
        TaskRecord before = last.get(step.name());
        List<Instant> arrivals = new ArrayList<>();
        for (TaskRecord task : last.values()) {
            boolean leads = task.next().contains(step.name()) && task.fork() == null;
            if (leads && (before == null || before.startedAt().isBefore(task.finishedAt()))) {
                arrivals.add(task.finishedAt());
            }
        }
        arrivals.sort((one, other) -> other.compareTo(one));
        return arrivals;
    }

    private @Nullable Instant branchesArrived(GraphStep split, GraphStep join) {
        List<Instant> arrivals = arrivals(join);
        long direct = split.next().stream().filter(join.name()::equals).count();
        long needed =
                split.next().size() - Math.max(0, direct - 1); // a task arrives once, for however many empty branches
        return arrivals.size() < needed ? null : arrivals.get(0);
    }

    /** If it is certain, since all elements have as many tasks of the last steps as there are elements. */
    private @Nullable Instant elementsArrived(GraphStep split, GraphStep join) {
        TaskRecord opener = runs.task(run, TaskId.of(split.name())).orElse(null);
        if (opener == null || opener.fork() == null || finished.containsKey(join.name())) {
            return null;
        }
        List<String> lastSteps = List.copyOf(structure.lastSteps(join.name()));
        boolean counted = lastSteps.size() == 1
                && expected.perElement(split.name()).contains(lastSteps.get(0))
                && finished(lastSteps.get(0)) == opener.fork().count();
        if (opener.fork().count() > 0 && !counted) {
            return null;
        }
        return runs.counts(run).stream()
                .filter(count -> lastSteps.contains(count.step()))
                .map(StepCount::lastEnd)
                .max(Instant::compareTo)
                .orElse(opener.finishedAt());
    }
}
