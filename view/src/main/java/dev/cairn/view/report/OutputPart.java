package dev.cairn.view.report;

import dev.cairn.client.Task;
import dev.cairn.datastore.LogLine;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What tasks that failed, and those of steps with few tasks, printed and logged. For one thread. */
final class OutputPart implements Section {
    private static final int FEW_TASKS = 5;
    private static final int MOST_LINES = 400;
    private static final int MOST_OF_TASK = 60;
    private static final int MOST_TASKS = 60;
    private static final int LONGEST_LINE = 500;
    private static final long MOST_CHARACTERS = 300_000;

    private final RunFacts facts;
    private final ZoneId zone;
    private final Omissions omissions;
    private int lines;

    OutputPart(RunFacts facts, ZoneId zone, Omissions omissions) {
        this.facts = facts;
        this.zone = zone;
        this.omissions = omissions;
    }

    @Override
    public String id() {
        return "output";
    }

    @Override
    public String title() {
        return "Output";
    }

    @Override
    public void write(Html html) {
        boolean cut = false;
        long begin = html.characters();
        Map<String, Task> tasks = tasks();
        int written = 0;
        for (Map.Entry<String, Task> task : tasks.entrySet()) {
            if (written == MOST_TASKS || lines >= MOST_LINES || html.characters() - begin > MOST_CHARACTERS) {
                cut = true;
                break;
            }
            try (Stream<LogLine> log = task.getValue().log()) {
                written += block(html, task.getKey(), log) ? 1 : 0;
            }
        }
        try (Stream<LogLine> log = facts.run().log()) {
            written += block(html, "of no task", log) ? 1 : 0;
        }
        if (written == 0) {
            html.element("p", "These tasks wrote nothing.", "class", "faint");
        }
        if (cut || tasks.size() < facts.tasks()) {
            omissions.say(
                    html,
                    "Output is here for tasks that failed and for steps with at most " + FEW_TASKS
                            + " tasks, and no more than " + MOST_LINES + " lines in all; `logs "
                            + facts.run().pathspec() + "` prints all of it.");
        }
    }

    private Map<String, Task> tasks() {
        Map<String, Task> tasks = new LinkedHashMap<>();
        for (StepFacts step : facts.steps().values()) {
            facts.failedTasks().forEach((id, attempts) -> {
                if (attempts.get(0).step().equals(step.name())) {
                    attempts.forEach(attempt -> tasks.put(name(attempt), attempt));
                }
            });
            if (step.tasks() <= FEW_TASKS) {
                step.selection().detailed().values().forEach(task -> tasks.put(name(task), task));
            }
        }
        return tasks;
    }

    private static String name(Task task) {
        return task.id() + (task.attempt() == 0 ? "" : ", attempt " + task.attempt());
    }

    /** Writes the lines of one task; false if there are none. */
    private boolean block(Html html, String of, Stream<LogLine> log) {
        List<LogLine> first = new ArrayList<>(log.limit(MOST_OF_TASK + 1L).toList());
        if (first.isEmpty()) {
            return false;
        }
        html.open("div", "class", "log").element("h3", of);
        html.open("pre", "tabindex", "0", "aria-label", "Output " + of);
        for (LogLine line : first.subList(0, Math.min(MOST_OF_TASK, first.size()))) {
            String text = Amount.timeOfDay(line.at(), zone) + "  " + ShortText.of(line.text(), LONGEST_LINE);
            if (line.stream() == LogLine.Stream.ERR) {
                html.element("span", text, "class", "err");
            } else {
                html.text(text);
            }
            html.lines("\n");
            lines++;
        }
        html.close();
        if (first.size() > MOST_OF_TASK) {
            omissions.say(html, "Of each task, the first " + MOST_OF_TASK + " lines are shown.");
        }
        html.closeLine();
        return true;
    }
}
