package dev.cairn.engine;

import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskId.Coordinate;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.runtime.ArtifactDefinition;
import dev.cairn.runtime.FlowStructure;
import dev.cairn.runtime.PlainText;
import dev.cairn.runtime.StepDefinition;
import dev.cairn.runtime.SwitchException;
import dev.cairn.runtime.Transition.Switch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides which way a switch takes, and that it does not lead back for ever. */
final class SwitchDecision {
    /** The longest text of a value in a message. */
    private static final int LONGEST_VALUE = 100;

    private final RunTasks<?> tasks;
    private final StepDefinition step;
    private final Switch ways;
    private final TaskId task;

    SwitchDecision(RunTasks<?> tasks, StepDefinition step, Switch ways, TaskId task) {
        this.tasks = tasks;
        this.step = step;
        this.ways = ways;
        this.task = task;
    }

    /**
     * The step that follows.
     *
     * @param values what the task leaves
     * @throws SwitchException if the artifact is absent or null, if no case has its value, or if the switch has led back as
     *     often as it may
     */
    String next(StoredValues values) {
        ArtifactDefinition artifact = tasks.definition().artifact(ways.artifact());
        if (!values.has(artifact)) {
            throw new SwitchException(chooses() + ", which does not exist after the step. Assign it there or before.");
        }
        String next = next(values.get(artifact));
        requireBounded(next);
        return next;
    }

    private String next(@Nullable Object value) {
        if (value == null) {
            throw new SwitchException(chooses() + ", which is null" + cases() + ". Assign a value to it.");
        }
        String text = value instanceof Enum<?> constant ? constant.name() : value.toString();
        String next = ways.cases().getOrDefault(text, ways.otherwise());
        if (next == null) {
            throw new SwitchException(chooses() + ", which is `" + shortened(text) + "`" + cases()
                    + ". Add a case for it, or `otherwise`.");
        }
        return next;
    }

    private String chooses() {
        return "step `" + step.name() + "` chooses by `" + ways.artifact() + "`";
    }

    private String cases() {
        List<String> cases = new ArrayList<>();
        ways.cases().keySet().forEach(value -> cases.add("`" + value + "`"));
        if (ways.otherwise() != null) {
            cases.add("any other value");
        }
        String last = cases.remove(cases.size() - 1);
        return cases.isEmpty()
                ? ", but its case is " + last
                : ", but its cases are " + String.join(", ", cases) + " and " + last;
    }

    private static String shortened(String text) {
        return PlainText.of(text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "...");
    }

    /**
     * The iteration says how often all switches together led back since the loop was entered, so it is only counted how often
     * this one did where that matters.
     */
    private void requireBounded(String next) {
        FlowStructure structure = tasks.structure();
        int level = structure.depth(next) - 1;
        if (structure.leadsBack(step.name(), next)
                && task.position().get(level).value() >= ways.maxIterations()
                && timesLedBack(next, task.position().subList(0, level)) >= ways.maxIterations()) {
            String times = ways.maxIterations() == 1 ? "once" : ways.maxIterations() + " times";
            throw new SwitchException("step `" + step.name() + "` has led back to `" + next + "` " + times
                    + ", and may not do so again. If the loop does come to an end, raise `maxIterations` of step `"
                    + step.name() + "`.");
        }
    }

    private long timesLedBack(String next, List<Coordinate> loop) {
        try (Stream<TaskRecord> records = tasks.datastore().runs().tasks(tasks.runId(), step.name())) {
            return records.filter(record -> record.task().isWithin(step.name(), loop))
                    .filter(record -> record.next().contains(next))
                    .count();
        }
    }
}
