package dev.cairn.view.report;

import dev.cairn.client.RunState;
import dev.cairn.client.Task;
import dev.cairn.runtime.Failure;
import dev.cairn.view.FailureView;
import java.util.List;
import java.util.Map;

/** Why a run failed, and the other tasks that failed. For one thread. */
final class FailurePart implements Section {
    private static final int MOST_TASKS = 15;
    private static final int LONGEST_TRACE = 6000;

    private final RunFacts facts;
    private final Omissions omissions;

    FailurePart(RunFacts facts, Omissions omissions) {
        this.facts = facts;
        this.omissions = omissions;
    }

    @Override
    public String id() {
        return "failure";
    }

    @Override
    public String title() {
        return facts.state().failure().isPresent() ? "Why it failed" : "Failed attempts";
    }

    @Override
    public boolean isPresent() {
        return facts.state().failure().isPresent() || !facts.failedTasks().isEmpty();
    }

    @Override
    public void write(Html html) {
        RunState state = facts.state();
        state.failure().ifPresent(failure -> {
            html.open("div", "class", "callout");
            html.open("p", "class", "cause");
            state.failedTask().ifPresent(task -> html.element("code", task).text(" "));
            html.element("strong", cut(FailureView.line(failure))).close();
            trace(html, failure, true);
            html.closeLine();
        });
        if (state.failure().isPresent() && facts.failedAttempts() <= 1) {
            return; // it is all said
        }
        html.element("p", "Tasks with failed attempts, in the order in which they failed:", "class", "range");
        Tables.begin(
                html,
                "Tasks with failed attempts",
                "failures",
                List.of("Task", "Attempts that failed", "Then", "Last failure"));
        facts.failedTasks().entrySet().stream().limit(MOST_TASKS).forEach(task -> row(html, task));
        Tables.end(html);
        if (facts.failedTasks().size() > MOST_TASKS) {
            omissions.say(
                    html,
                    "Tasks with failed attempts: the first " + MOST_TASKS + " of "
                            + (facts.unseenFailures() > 0 ? "more than " : "")
                            + Amount.number(facts.failedTasks().size())
                            + " are listed here.");
        }
    }

    private void row(Html html, Map.Entry<String, List<Task>> task) {
        List<Task> failures = task.getValue();
        Task last = failures.get(failures.size() - 1);
        StepState then = facts.run().attempts(task.getKey()).stream()
                .filter(Task::finished)
                .map(attempt -> attempt.caught() ? StepState.CAUGHT : StepState.SUCCEEDED)
                .findFirst()
                .orElse(StepState.FAILED);
        html.open("tr")
                .open("th", "scope", "row")
                .element("code", task.getKey())
                .close();
        html.element("td", String.valueOf(failures.size()), "class", "number");
        html.open("td", "class", "nowrap");
        Overview.mark(html, then);
        html.text(then.word()).close();
        html.open("td");
        last.failure().ifPresent(failure -> {
            html.element("span", cut(FailureView.line(failure)));
            trace(html, failure, false);
        });
        html.close().closeLine();
    }

    private static void trace(Html html, Failure failure, boolean open) {
        String trace = failure.stackTrace().strip();
        if (!trace.isEmpty()) {
            html.open("details", open ? new String[] {"open", ""} : new String[0]);
            html.element("summary", "Stack trace");
            html.open("pre", "tabindex", "0", "aria-label", "Stack trace")
                    .lines(ShortText.of(trace, LONGEST_TRACE))
                    .close()
                    .close();
        }
    }

    private static String cut(String text) {
        return ShortText.of(text, 1000);
    }
}
