package dev.cairn.cli;

import dev.cairn.client.Task;
import dev.cairn.runtime.internal.ByteSize;
import dev.cairn.view.FailureView;
import dev.cairn.view.TaskView;
import java.util.List;

/** Prints a task: how it ended, its attempts and the artifacts that it left. */
record ShownTask(TaskView view) implements Shown {
    private static final String INDENT = "  ";
    private static final int SHOWN_DIGITS = 8;

    @Override
    public void print(Surroundings surroundings) {
        Task task = view.task();
        Terminal terminal = surroundings.terminal();
        terminal.line("task " + task.pathspec());
        try (Table table = new Table(terminal, INDENT)) {
            table.row("status", TaskView.word(task));
            table.row("started", Amounts.time(task.startedAt(), surroundings.clock()));
            table.row("took", Amounts.duration(TaskView.duration(task)));
            task.origin().ifPresent(origin -> table.row("origin", origin));
        }
        printAttempts(surroundings);
        if (!view.artifacts().isEmpty()) {
            terminal.line("");
            terminal.line("artifacts");
            printArtifacts(terminal, INDENT);
        }
        task.failure().ifPresent(failure -> {
            terminal.line("");
            terminal.line("failure");
            failure.stackTrace().lines().forEach(line -> terminal.line(INDENT + line));
        });
    }

    private void printAttempts(Surroundings surroundings) {
        List<Task> attempts = view.task().attempts();
        if (attempts.size() == 1) {
            return;
        }
        surroundings.terminal().line("");
        surroundings.terminal().line("attempts");
        try (Table table = new Table(surroundings.terminal(), INDENT)) {
            attempts.forEach(attempt -> table.row(
                    String.valueOf(attempt.attempt() + 1), // people count from 1
                    TaskView.word(attempt),
                    Amounts.time(attempt.startedAt(), surroundings.clock()),
                    Amounts.duration(TaskView.duration(attempt)),
                    attempt.failure().map(FailureView::line).orElse("")));
        }
    }

    /** Prints the artifacts alone, a line each. */
    void printArtifacts(Terminal terminal, String indent) {
        try (Table table = new Table(terminal, indent)) {
            view.artifacts()
                    .forEach(artifact -> table.row(
                            artifact.name(),
                            artifact.type(),
                            ByteSize.text(artifact.size()),
                            artifact.sha().substring(0, SHOWN_DIGITS)));
        }
    }
}
