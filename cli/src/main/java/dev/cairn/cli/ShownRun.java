package dev.cairn.cli;

import dev.cairn.client.DataArtifact;
import dev.cairn.client.OpenStep;
import dev.cairn.client.Run;
import dev.cairn.client.RunState;
import dev.cairn.client.StepTasks;
import dev.cairn.client.StoredSize;
import dev.cairn.runtime.internal.ByteSize;
import dev.cairn.view.FailureView;
import dev.cairn.view.RunStates;
import dev.cairn.view.RunView;
import dev.cairn.view.StepTotals;
import dev.cairn.view.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints a run: how it stands, its parameters, and how far its steps are. */
record ShownRun(RunView view) implements Shown {
    private static final String INDENT = "  ";

    @Override
    public void print(Surroundings surroundings) {
        Terminal terminal = surroundings.terminal();
        Run run = view.run();
        RunState state = run.state();
        terminal.title("run " + run.pathspec());
        try (Table table = new Table(terminal, INDENT).styled(1, Style::ofStatus)) {
            table.row("status", RunStates.word(state));
            table.row("started", Amounts.time(state.startedAt(), surroundings.clock()));
            table.row("took", Amounts.duration(state.duration()));
            table.row("by", run.user() + ", with Cairn " + run.cairnVersion() + " on Java " + run.javaVersion());
            run.commit().ifPresent(commit -> table.row("commit", commit));
            run.origin().ifPresent(origin -> table.row("origin", origin));
            run.startedBy().ifPresent(task -> table.row("started by", task));
            if (!state.tags().isEmpty()) {
                table.row("tags", String.join(", ", state.tags()));
            }
            if (view.isSized()) {
                StoredSize size = run.size();
                table.row("size", ByteSize.text(size.bytes()) + " in " + Amounts.count(size.values(), "value"));
            }
            state.failure().ifPresent(failure -> table.row("failure", where(state) + FailureView.line(failure)));
        }
        printParameters(terminal);
        printSteps(surroundings);
    }

    private static String where(RunState state) {
        return state.failedTask().map(task -> "task " + task + ": ").orElse("");
    }

    private void printParameters(Terminal terminal) {
        List<DataArtifact> parameters = view.run().parameters();
        Set<String> secrets = view.run().secretParameters();
        if (parameters.isEmpty() && secrets.isEmpty()) {
            return;
        }
        terminal.line("");
        terminal.title("parameters");
        try (Table table = new Table(terminal, INDENT)) {
            parameters.forEach(parameter -> table.row(parameter.name(), parameter.type(), Values.brief(parameter)));
            secrets.forEach(secret -> table.row(secret, "secret", "not stored"));
        }
    }

    private void printSteps(Surroundings surroundings) {
        Terminal terminal = surroundings.terminal();
        Map<String, OpenStep> open =
                view.run().openSteps().stream().collect(Collectors.toMap(OpenStep::step, each -> each));
        Map<String, StepTotals> totals = StepTotals.of(view.run());
        terminal.line("");
        terminal.title("steps");
        try (Table table = new Table(terminal, INDENT).numbers(1, 2)) {
            for (StepTasks step : view.run().steps()) {
                StepTotals total = totals.get(step.name());
                String begun = Optional.ofNullable(open.get(step.name()))
                        .map(each -> "open since " + Amounts.time(each.since(), surroundings.clock()))
                        .orElse("");
                if (total == null) {
                    table.row(step.name(), finished(0, open.get(step.name())), "", begun);
                } else {
                    table.row(
                            step.name(),
                            finished(total.finished(), open.get(step.name())),
                            Amounts.duration(total.duration()),
                            remarks(total, begun));
                }
            }
        }
    }

    /** {@code 3 tasks}, or {@code 3 of 10 tasks} of a step that goes on. */
    private static String finished(long number, @Nullable OpenStep open) {
        long expected = open == null ? 0 : open.expected().orElse(0);
        if (expected > 1) {
            return number + " of " + Amounts.count(expected, "task");
        }
        return number == 0 ? "no task" : Amounts.count(number, "task");
    }

    private static String remarks(StepTotals total, String begun) {
        List<String> remarks = new ArrayList<>();
        if (!begun.isEmpty()) {
            remarks.add(begun);
        }
        if (total.reused().isEmpty()) {
            remarks.add("some reused");
        } else if (total.reused().getAsLong() > 0) {
            remarks.add(total.reused().getAsLong() + " reused");
        }
        if (total.caught() > 0) {
            remarks.add(Amounts.count(total.caught(), "caught failure"));
        }
        if (total.failedAttempts() > 0) {
            remarks.add(Amounts.count(total.failedAttempts(), "failed attempt"));
        }
        return String.join(", ", remarks);
    }
}
