package dev.cairn.cli;

import dev.cairn.client.DataArtifact;
import dev.cairn.client.Task;
import dev.cairn.runtime.internal.ByteSize;
import dev.cairn.view.FailureView;
import dev.cairn.view.Page;
import dev.cairn.view.TaskView;
import dev.cairn.view.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints a task: how it ended, its neighbours, its attempts, and the artifacts that it left. */
record ShownTask(TaskView view) implements Shown {
    private static final String INDENT = "  ";
    private static final int SHOWN_DIGITS = 8;
    private static final int SHOWN_NEIGHBOURS = 5;
    private static final int LONGEST_ITEM = 60;
    private static final int LONGEST_VALUE = 60;

    @Override
    public void print(Surroundings surroundings) {
        Task task = view.task();
        Terminal terminal = surroundings.terminal();
        terminal.title("task " + task.pathspec());
        try (Table table = new Table(terminal, INDENT).styled(1, Style::ofStatus)) {
            table.row("status", TaskView.word(task));
            table.row("started", Amounts.time(task.startedAt(), surroundings.clock()));
            table.row("took", Amounts.duration(TaskView.duration(task)));
            task.items().forEach(item -> table.row("item", Values.shortened(item, LONGEST_ITEM)));
            task.origin().ifPresent(origin -> table.row("origin", origin));
            printNeighbours(table, "after", task.streamParents());
            printNeighbours(table, "before", task.streamChildren());
            table.row("size", ByteSize.text(task.size().bytes()));
        }
        printAttempts(surroundings);
        Set<String> assigned = view.assigned();
        printArtifacts(terminal, "assigned", true, assigned);
        printArtifacts(terminal, "passed on", false, assigned);
        task.failure().ifPresent(failure -> {
            terminal.line("");
            terminal.title("failure");
            failure.stackTrace().lines().forEach(line -> terminal.line(INDENT + line));
        });
    }

    private static void printNeighbours(Table table, String what, Stream<Task> tasks) {
        try (tasks) {
            Page<Task> page = new Page<>(tasks.iterator(), SHOWN_NEIGHBOURS);
            List<String> ids = new ArrayList<>();
            while (page.hasNext()) {
                ids.add(page.next().id());
            }
            if (!ids.isEmpty()) {
                table.row(what, String.join(", ", ids) + (page.isCut() ? ", ..." : ""));
            }
        }
    }

    private void printAttempts(Surroundings surroundings) {
        List<Task> attempts = view.task().attempts();
        if (attempts.size() == 1) {
            return;
        }
        surroundings.terminal().line("");
        surroundings.terminal().title("attempts");
        try (Table table =
                new Table(surroundings.terminal(), INDENT).numbers(0, 3).styled(1, Style::ofStatus)) {
            attempts.forEach(attempt -> table.row(
                    String.valueOf(attempt.attempt() + 1), // people count from 1
                    TaskView.word(attempt),
                    Amounts.time(attempt.startedAt(), surroundings.clock()),
                    Amounts.duration(TaskView.duration(attempt)),
                    attempt.failure().map(FailureView::line).orElse("")));
        }
    }

    private void printArtifacts(Terminal terminal, String title, boolean isAssigned, Set<String> assigned) {
        List<DataArtifact> artifacts = view.artifacts().stream()
                .filter(artifact -> assigned.contains(artifact.name()) == isAssigned)
                .collect(Collectors.toList());
        if (artifacts.isEmpty()) {
            return;
        }
        terminal.line("");
        terminal.title(title);
        try (Table table = new Table(terminal, INDENT).numbers(2)) {
            artifacts.forEach(artifact -> table.row(
                    artifact.name(),
                    artifact.type(),
                    ByteSize.text(artifact.size()),
                    artifact.sha().substring(0, SHOWN_DIGITS),
                    isAssigned ? Values.brief(artifact, LONGEST_VALUE) : ""));
        }
    }
}
