package dev.cairn.view.report;

/** The table of tasks, whose rows the page makes of {@link TaskData}. For one thread. */
final class TaskPart implements Section {
    private static final String[][] STATES = {
        {"", "any state"},
        {"s", "succeeded"},
        {"f", "failed"},
        {"c", "failure caught"},
        {"r", "reused"},
        {"t", "more than one attempt"},
    };

    private final RunFacts facts;
    private final TaskData data;
    private final Omissions omissions;

    TaskPart(RunFacts facts, TaskData data, Omissions omissions) {
        this.facts = facts;
        this.data = data;
        this.omissions = omissions;
    }

    @Override
    public String id() {
        return "tasks";
    }

    @Override
    public String title() {
        return "Tasks";
    }

    @Override
    public boolean isPresent() {
        return facts.tasks() > 0;
    }

    @Override
    public void write(Html html) {
        html.open("noscript")
                .element(
                        "p",
                        "The list of tasks needs JavaScript. `show "
                                + facts.run().pathspec() + "` prints it too.",
                        "class",
                        "note")
                .close();
        html.open(
                "form",
                "class",
                "filters",
                "id",
                "task-filters",
                "role",
                "search",
                "aria-label",
                "Filter tasks",
                "hidden",
                "");
        html.open("label").text("Step ").open("select", "id", "task-step");
        html.element("option", "all steps", "value", "");
        int shown = 0;
        for (StepFacts step : facts.steps().values()) {
            if (!step.rows().isEmpty() && shown++ < GraphPart.MOST_STEPS) {
                html.element("option", step.name(), "value", String.valueOf(step.number()));
            }
        }
        html.close().close();
        html.open("label").text("State ").open("select", "id", "task-state");
        for (String[] state : STATES) {
            html.element("option", state[1], "value", state[0]);
        }
        html.close().close();
        html.open("label")
                .text("Id contains ")
                .open("input", "id", "task-search", "type", "search", "autocomplete", "off", "spellcheck", "false")
                .close();
        html.closeLine();
        html.open(
                "div",
                "class",
                "scroll",
                "tabindex",
                "0",
                "role",
                "region",
                "aria-label",
                "List of tasks",
                "id",
                "task-region",
                "hidden",
                "");
        html.open("table", "class", "tasks").open("thead").open("tr");
        heading(html, "Task", "id", "");
        heading(html, "State", "state", "");
        heading(html, "Start", "start", "number");
        heading(html, "Took", "took", "number");
        heading(html, "Attempts", "attempts", "number");
        html.close().close().open("tbody", "id", "task-rows").close().close().closeLine();
        html.open("div", "class", "pager", "id", "task-pager", "hidden", "");
        for (String[] button :
                new String[][] {{"first", "First"}, {"previous", "Previous"}, {"next", "Next"}, {"last", "Last"}}) {
            html.element("button", button[1], "type", "button", "id", "task-" + button[0]);
        }
        html.element("p", "", "id", "task-count", "role", "status");
        html.closeLine();
        long unseen = facts.tasks() - data.lines();
        if (unseen > 0) {
            omissions.say(
                    html,
                    "The list has " + Amount.number(data.lines()) + " of " + Amount.count(facts.tasks(), "task")
                            + ": tasks at even distances, and those that failed or needed more than one attempt, up to "
                            + Amount.number(TaskSelection.MOST_TROUBLED) + " of each step.");
        }
        if (data.detailedTasks() < facts.tasks()) {
            omissions.say(
                    html,
                    "Artifacts, attempts and output are here for " + Amount.count(data.detailedTasks(), "task")
                            + ", which can be opened: those with failures, the slowest, and the first of each step. `show "
                            + facts.run().pathspec() + "/<task>` and `logs` show the others.");
        }
    }

    private static void heading(Html html, String text, String column, String css) {
        html.open("th", "scope", "col", "class", css.isEmpty() ? "text" : css, "data-column", column);
        html.element("button", text, "type", "button").close();
    }
}
