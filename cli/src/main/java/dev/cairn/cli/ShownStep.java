package dev.cairn.cli;

import dev.cairn.client.StepTasks;
import dev.cairn.client.Task;
import dev.cairn.view.FailureView;
import dev.cairn.view.Page;
import dev.cairn.view.StepView;
import dev.cairn.view.TaskView;
import java.util.stream.Stream;

/** Prints a step of a run: its tasks with their artifacts. */
record ShownStep(StepView view) implements Shown {
    @Override
    public void print(Surroundings surroundings) {
        StepTasks step = view.step();
        Terminal terminal = surroundings.terminal();
        String transition = ShownFlow.transition(step.run().graph().step(step.name()));
        terminal.line(("step " + step.pathspec() + " " + transition).stripTrailing());
        try (Stream<Task> tasks = view.tasks()) {
            Page<Task> page = new Page<>(tasks.iterator(), view.limit());
            if (!page.hasNext()) {
                terminal.line("  no task has ended");
            }
            while (page.hasNext()) {
                print(page.next(), surroundings);
            }
            if (page.isCut()) {
                terminal.line("");
                terminal.line("There are more tasks: --limit <number> shows more than " + view.limit() + ".");
            }
        }
    }

    private static void print(Task task, Surroundings surroundings) {
        Terminal terminal = surroundings.terminal();
        terminal.line("");
        terminal.line(task.id() + "  " + TaskView.word(task) + retried(task) + "  "
                + Amounts.time(task.startedAt(), surroundings.clock()) + "  "
                + Amounts.duration(TaskView.duration(task))
                + task.origin().map(origin -> "  from " + origin).orElse(""));
        task.failure().ifPresent(failure -> terminal.line("  " + FailureView.line(failure)));
        new ShownTask(new TaskView(task)).printArtifacts(terminal, "  ");
    }

    private static String retried(Task task) {
        return task.attempt() == 0 ? "" : " in attempt " + (task.attempt() + 1);
    }
}
