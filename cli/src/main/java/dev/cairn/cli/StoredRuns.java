package dev.cairn.cli;

import dev.cairn.client.Cairn;
import dev.cairn.client.FlowRuns;
import dev.cairn.client.Pathspec;
import dev.cairn.client.Run;
import dev.cairn.client.StepTasks;
import dev.cairn.client.Task;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.TaskId;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.internal.Suggestions;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds what pathspecs name in one datastore. Where something is missing, it throws a {@link NotFoundException}, or one of the
 * client's exceptions, which says what is there.
 *
 * @param cairn gives access to the runs
 * @param url the URL of the datastore, for messages
 * @param known the flows whose code is at hand
 */
record StoredRuns(Cairn cairn, String url, KnownFlows known) {
    private static final int SUGGESTED_TASKS = 100;

    /** What a name means that may be short; see {@link Names#resolve}. */
    Pathspec resolve(String text) {
        return new Names(cairn, url, known).resolve(text);
    }

    /** The flow of this name, or the only one whose name begins so; if there is none, what was given. */
    String flowName(String name) {
        return new Names(cairn, url, known).flow(name);
    }

    /**
     * The run that a name means.
     *
     * @throws UsageException if it means something else
     */
    Run run(String text) {
        Pathspec pathspec = resolve(text);
        if (pathspec.run() == null || pathspec.step() != null) {
            throw new UsageException("`" + text + "` does not name a run.");
        }
        return run(pathspec);
    }

    /** Those of a datastore, whose values the flows read. */
    static StoredRuns of(Datastore datastore, Clock clock, KnownFlows known, FlowDefinition<?>... definitions) {
        return new StoredRuns(Cairn.open(datastore, clock, definitions), datastore.url(), known);
    }

    /** The runs of a flow that is known or has runs. */
    FlowRuns flow(String name) {
        FlowRuns runs = cairn.flow(name);
        if (known.find(name).isEmpty() && isEmpty(runs)) {
            TreeSet<String> names = new TreeSet<>(known.names());
            names.addAll(cairn.flows());
            throw new NotFoundException(
                    "there is no run of flow `" + name + "` in " + url + "." + Suggestions.didYouMean(name, names));
        }
        return runs;
    }

    private static boolean isEmpty(FlowRuns runs) {
        try (Stream<Run> stream = runs.stream()) {
            return stream.findFirst().isEmpty();
        }
    }

    Run run(Pathspec pathspec) {
        FlowRuns runs = flow(pathspec.flow());
        String id = Objects.requireNonNull(pathspec.run());
        String meant = id.equals(Pathspec.LATEST) ? "" : Suggestions.didYouMean(id, List.of(Pathspec.LATEST));
        if (!meant.isEmpty()) {
            throw new NotFoundException("there is no run " + pathspec.flow() + "/" + id + " in " + url + "." + meant);
        }
        return runs.run(id);
    }

    StepTasks step(Pathspec pathspec) {
        return run(pathspec).step(Objects.requireNonNull(pathspec.step()));
    }

    /** The attempt of a task that finished, or the last of those that failed. */
    Task task(Pathspec pathspec) {
        StepTasks step = step(pathspec);
        TaskId id = Objects.requireNonNull(pathspec.task());
        List<Task> attempts = step.run().attempts(id.toString());
        if (attempts.isEmpty()) {
            throw new NotFoundException("run " + step.run().pathspec() + " has no task `" + id + "` that ended."
                    + Suggestions.didYouMean(id.toString(), firstTasks(step)) + " Step `" + step.name() + "` has "
                    + Amounts.count(step.count(), "finished task") + ".");
        }
        return attempts.stream().filter(Task::finished).findFirst().orElse(attempts.get(attempts.size() - 1));
    }

    private static List<String> firstTasks(StepTasks step) {
        try (Stream<Task> tasks = step.stream()) {
            return tasks.limit(SUGGESTED_TASKS).map(Task::id).toList();
        }
    }
}
