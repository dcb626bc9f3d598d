package dev.cairn.cli;

import dev.cairn.client.DataArtifact;
import dev.cairn.client.StepTasks;
import dev.cairn.client.Task;
import dev.cairn.codec.CodecException;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.view.FailureView;
import dev.cairn.view.Page;
import dev.cairn.view.StepView;
import dev.cairn.view.TaskView;
import dev.cairn.view.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints a step of a run: a line for each task, with its item and what it assigned. */
record ShownStep(StepView view) implements Shown {
    private static final int LONGEST_ITEM = 40;
    private static final int LONGEST_VALUE = 40;

    @Override
    public void print(Surroundings surroundings) {
        StepTasks step = view.step();
        Terminal terminal = surroundings.terminal();
        String transition = ShownFlow.transition(step.run().graph().step(step.name()));
        terminal.title(("step " + step.pathspec() + " " + transition).stripTrailing());
        try (Stream<Task> tasks = view.tasks()) {
            Page<Task> page = new Page<>(tasks.iterator(), view.limit());
            if (!page.hasNext()) {
                terminal.line("  no task has ended");
                return;
            }
            terminal.line("");
            print(page, surroundings);
            if (page.isCut()) {
                terminal.line("There are more tasks: --limit <number> shows more than " + view.limit() + ".");
            }
        }
    }

    private static void print(Page<Task> page, Surroundings surroundings) {
        Task task = page.next();
        boolean hasItems = !task.items().isEmpty();
        int first = hasItems ? 2 : 1;
        try (Table table = new Table(surroundings.terminal(), "")
                .numbers(first + 2, first + 3)
                .styled(first, Style::ofStatus)) {
            table.heading(cells(hasItems, "task", "item", "status", "started", "took", "attempts", "assigned"));
            print(table, task, hasItems, surroundings);
            while (page.hasNext()) {
                print(table, page.next(), hasItems, surroundings);
            }
        }
    }

    private static void print(Table table, Task task, boolean hasItems, Surroundings surroundings) {
        table.row(cells(
                hasItems,
                task.id(),
                hasItems ? items(task) : "",
                TaskView.word(task),
                Amounts.time(task.startedAt(), surroundings.clock()),
                Amounts.duration(TaskView.duration(task)),
                String.valueOf(task.attempt() + 1),
                result(task)));
    }

    private static String[] cells(boolean hasItems, String... all) {
        List<String> cells = new ArrayList<>(List.of(all));
        if (!hasItems) {
            cells.remove(1);
        }
        return cells.toArray(String[]::new);
    }

    private static String items(Task task) {
        return task.items().stream()
                .map(item -> Values.shortened(item, LONGEST_ITEM))
                .collect(Collectors.joining(" / "));
    }

    private static String result(Task task) {
        String assigned = task.assigned().stream().map(ShownStep::brief).collect(Collectors.joining(", "));
        return Stream.of(
                        task.failure().map(FailureView::line).orElse(""),
                        assigned,
                        task.origin().map(origin -> "from " + origin).orElse(""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static String brief(DataArtifact artifact) {
        try {
            return artifact.name() + " = " + Values.brief(artifact, LONGEST_VALUE);
        } catch (DatastoreException | CodecException e) {
            return artifact.name() + " (cannot be read)"; // `dump` says why
        }
    }
}
