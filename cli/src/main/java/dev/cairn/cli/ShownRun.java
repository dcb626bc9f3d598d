package dev.cairn.cli;

import dev.cairn.client.DataArtifact;
import dev.cairn.client.Run;
import dev.cairn.client.RunState;
import dev.cairn.client.StepTasks;
import dev.cairn.view.FailureView;
import dev.cairn.view.RunStates;
import dev.cairn.view.RunView;
import dev.cairn.view.StepTotals;
import dev.cairn.view.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Prints a run: how it stands, its parameters, and how far its steps are. */
record ShownRun(RunView view) implements Shown {
    private static final String INDENT = "  ";

    @Override
    public void print(Surroundings surroundings) {
        Terminal terminal = surroundings.terminal();
        Run run = view.run();
        RunState state = run.state();
        terminal.line("run " + run.pathspec());
        try (Table table = new Table(terminal, INDENT)) {
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
            state.failure().ifPresent(failure -> table.row("failure", where(state) + FailureView.line(failure)));
        }
        printParameters(terminal);
        printSteps(terminal);
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
        terminal.line("parameters");
        try (Table table = new Table(terminal, INDENT)) {
            parameters.forEach(parameter -> table.row(parameter.name(), parameter.type(), Values.brief(parameter)));
            secrets.forEach(secret -> table.row(secret, "secret", "not stored"));
        }
    }

    private void printSteps(Terminal terminal) {
        Map<String, StepTotals> totals = StepTotals.of(view.run());
        terminal.line("");
        terminal.line("steps");
        try (Table table = new Table(terminal, INDENT)) {
            for (StepTasks step : view.run().steps()) {
                StepTotals total = totals.get(step.name());
                if (total == null) {
                    table.row(step.name(), "no task");
                } else {
                    table.row(
                            step.name(),
                            Amounts.count(total.finished(), "task"),
                            Amounts.duration(total.duration()),
                            remarks(total));
                }
            }
        }
    }

    private static String remarks(StepTotals total) {
        List<String> remarks = new ArrayList<>();
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
