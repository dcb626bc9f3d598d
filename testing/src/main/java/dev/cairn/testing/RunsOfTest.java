package dev.cairn.testing;

import dev.cairn.CairnException;
import dev.cairn.client.Cairn;
import dev.cairn.client.DataArtifact;
import dev.cairn.client.Run;
import dev.cairn.client.StepTasks;
import dev.cairn.client.Task;
import dev.cairn.datastore.Datastore;
import dev.cairn.runtime.Failure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the runs of a failed test left. It is added to the failure, and so is shown wherever that is. */
final class RunsOfTest extends Throwable {
    private static final long serialVersionUID = 1;
    private static final int MOST_RUNS = 5;
    private static final int LONGEST_VALUE = 200;

    private RunsOfTest(String text) {
        super(text, null, false, false);
    }

    /** Nothing but the text: the name of a class would not help. */
    @SuppressWarnings("OverrideThrowableToString") // it is printed, and its message is the whole already
    @Override
    public String toString() {
        return String.valueOf(getMessage());
    }

    /** Empty if no flow ran. */
    static Optional<Throwable> describe(Datastore datastore) {
        try {
            List<Run> runs = runs(datastore);
            if (runs.isEmpty()) {
                return Optional.empty();
            }
            StringBuilder text = new StringBuilder("what the runs of this test left:");
            runs.forEach(run -> describe(run, text));
            return Optional.of(new RunsOfTest(text.toString()));
        } catch (CairnException | IllegalStateException e) {
            return Optional.of(new RunsOfTest("what the runs of this test left cannot be read: " + e.getMessage()));
        }
    }

    private static List<Run> runs(Datastore datastore) {
        try (Stream<Run> all = Cairn.open(datastore).runs()) {
            List<Run> newest = new ArrayList<>(all.limit(MOST_RUNS).toList());
            Collections.reverse(newest);
            return newest;
        }
    }

    private static void describe(Run run, StringBuilder text) {
        text.append("\n  run ")
                .append(run.pathspec())
                .append(" ")
                .append(run.status().toString().toLowerCase(Locale.ROOT));
        Task last = null;
        for (StepTasks step : run.steps()) {
            List<Task> tasks = step.stream().limit(2).toList();
            text.append("\n    ").append(step.name()).append(": ").append(count(step.count()));
            last = tasks.isEmpty() ? last : tasks.get(tasks.size() - 1);
        }
        Optional<Task> failed =
                run.failedTask().flatMap(task -> run.attempts(task).stream().reduce((older, newer) -> newer));
        Task shown = failed.orElse(last);
        if (shown != null) {
            describe(shown, text);
        }
    }

    private static String count(long tasks) {
        return tasks == 0 ? "did not finish" : tasks == 1 ? "1 task finished" : tasks + " tasks finished";
    }

    private static void describe(Task task, StringBuilder text) {
        text.append("\n  artifacts of ").append(task.id());
        task.failure().map(Failure::toString).ifPresent(failure -> text.append(", which failed"));
        text.append(":");
        for (DataArtifact artifact : task.artifacts()) {
            text.append("\n    ").append(artifact.name()).append(" = ").append(value(artifact));
        }
    }

    private static String value(DataArtifact artifact) {
        String value = artifact.tree().toString();
        return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "..";
    }
}
