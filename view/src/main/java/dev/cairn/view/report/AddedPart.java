package dev.cairn.view.report;

import dev.cairn.client.Task;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.TaskId;
import dev.cairn.runtime.ReportPart;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What tasks added to the report of their run. For one thread. */
final class AddedPart implements Section {
    private static final int MOST_TASKS = 2000;

    private final List<Task> tasks;
    private final boolean allTasks;
    private final Omissions omissions;

    AddedPart(RunFacts facts, Omissions omissions) {
        Map<String, Integer> order = new HashMap<>();
        facts.steps().keySet().forEach(step -> order.put(step, order.size()));
        List<Task> found = new ArrayList<>();
        try (Stream<Task> reported = facts.run().reported()) {
            reported.limit(MOST_TASKS + 1L).forEach(found::add);
        }
        allTasks = found.size() <= MOST_TASKS;
        found.sort(Comparator.comparing((Task task) -> order.getOrDefault(task.step(), order.size()))
                .thenComparing(task -> TaskId.parse(task.id()))
                .thenComparingInt(Task::attempt));
        this.tasks = found;
        this.omissions = omissions;
    }

    @Override
    public String id() {
        return "added";
    }

    @Override
    public String title() {
        return "From the steps";
    }

    @Override
    public boolean isPresent() {
        return !tasks.isEmpty();
    }

    @Override
    public void write(Html html) {
        AddedWriter writer = new AddedWriter(html, omissions);
        int written = 0;
        for (Task task : tasks) {
            if (writer.isFull()) {
                break;
            }
            html.open("article", "class", "added", "aria-label", "Added by " + name(task));
            html.open("h3").text(name(task));
            if (!task.finished()) {
                html.element("span", "this attempt failed", "class", "word");
            }
            html.close();
            write(html, writer, task);
            html.closeLine();
            written++;
        }
        if (written < tasks.size() || !allTasks) {
            omissions.say(
                    html,
                    "Of " + (allTasks ? "" : "more than ") + Amount.count(tasks.size(), "task")
                            + " that added something, the first " + written + " are shown.");
        }
    }

    private static void write(Html html, AddedWriter writer, Task task) {
        List<ReportPart> parts;
        try {
            parts = task.report();
        } catch (DatastoreException e) {
            html.element("p", "It cannot be read: " + e.getMessage(), "class", "note");
            return;
        }
        parts.forEach(writer::write);
    }

    private static String name(Task task) {
        return task.id() + (task.attempt() == 0 ? "" : ", attempt " + task.attempt());
    }
}
