package dev.cairn.engine.task;

import dev.cairn.datastore.TaskId;
import dev.cairn.runtime.SwitchException;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.StepDefinition;
import dev.cairn.runtime.definition.Transition.Switch;
import dev.cairn.runtime.internal.PlainText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides which way a switch takes, and that it does not lead back for ever. */
public final class SwitchDecision {
    /** The longest text of a value in a message. */
    private static final int LONGEST_VALUE = 100;

    private final RunContext<?> context;
    private final StepDefinition step;
    private final Switch ways;
    private final TaskId task;

    public SwitchDecision(RunContext<?> context, StepDefinition step, Switch ways, TaskId task) {
        this.context = context;
        this.step = step;
        this.ways = ways;
        this.task = task;
    }

    /**
     * The step that follows.
     *
     * @param values what the task leaves
     * @throws SwitchException if the artifact is absent or null, if no case has its value, or if a loop would go round
     *     more often than it may
     */
    public String next(StoredValues values) {
        ArtifactDefinition artifact = context.definition().artifact(ways.artifact());
        if (!values.has(artifact)) {
            throw new SwitchException(switches() + ", which does not exist after the step. Assign it there or before.");
        }
        String next = next(values.get(artifact));
        new LoopBound(context, task).require(next);
        return next;
    }

    private String next(@Nullable Object value) {
        if (value == null) {
            throw new SwitchException(switches() + ", which is null" + cases() + ". Assign a value to it.");
        }
        String text = value instanceof Enum<?> constant ? constant.name() : value.toString();
        String next = ways.cases().getOrDefault(text, ways.otherwise());
        if (next == null) {
            throw new SwitchException(switches() + ", which is `" + shortened(text) + "`" + cases()
                    + ". Add a case for it, or `otherwise`.");
        }
        return next;
    }

    private String switches() {
        return "step `" + step.name() + "` switches on `" + ways.artifact() + "`";
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
}
