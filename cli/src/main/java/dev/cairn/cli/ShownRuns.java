package dev.cairn.cli;

import dev.cairn.client.Run;
import dev.cairn.client.RunState;
import dev.cairn.view.Page;
import dev.cairn.view.RunList;
import dev.cairn.view.RunStates;

/**
 * Prints runs, a line each.
 *
 * @param none what to say if there is none
 */
record ShownRuns(RunList view, String none) implements Shown {
    @Override
    public void print(Surroundings surroundings) {
        Page<Run> runs = view.runs();
        Terminal terminal = surroundings.terminal();
        if (!runs.hasNext()) {
            terminal.line(none);
            return;
        }
        try (Table table = new Table(terminal, "").numbers(3).styled(1, Style::ofStatus)) {
            table.heading("run", "status", "started", "took", "tags");
            while (runs.hasNext()) {
                Run run = runs.next();
                RunState state = run.state();
                table.row(
                        run.pathspec(),
                        RunStates.word(state),
                        Amounts.time(state.startedAt(), surroundings.clock()),
                        Amounts.duration(state.duration()),
                        String.join(", ", state.tags()));
            }
        }
        if (runs.isCut()) {
            terminal.line("There are older runs: --limit <number> shows more than " + runs.limit() + ".");
        }
    }
}
