package dev.cairn.view.report;

import dev.cairn.client.Task;
import java.time.Duration;

/** The steps: what each is for, how long its tasks took, and what they stored. For one thread. */
final class StepPart implements Section {
    private static final int LARGEST_PART = 1900;
    private static final long MOST_CHARACTERS = 500_000;

    private final RunFacts facts;
    private final Omissions omissions;

    StepPart(RunFacts facts, Omissions omissions) {
        this.facts = facts;
        this.omissions = omissions;
    }

    @Override
    public String id() {
        return "steps";
    }

    @Override
    public String title() {
        return "Steps and artifacts";
    }

    @Override
    public void write(Html html) {
        int begin = html.elements();
        long firstCharacter = html.characters();
        int written = 0;
        for (StepFacts step : facts.steps().values()) {
            if (html.characters() - firstCharacter > MOST_CHARACTERS
                    || html.elements() - begin
                            > LARGEST_PART
                                    - 12
                                            * Math.min(
                                                    ArtifactTable.MOST_ARTIFACTS,
                                                    step.artifacts().size())) {
                break;
            }
            write(html, step);
            written++;
        }
        int left = facts.steps().size() - written;
        if (left > 0) {
            omissions.say(
                    html,
                    Amount.count(left, "more step") + (left == 1 ? " is" : " are")
                            + " not described here; what their tasks stored is in the list of tasks below, and `show "
                            + facts.run().pathspec() + "/"
                            + facts.graph().steps().get(written).name() + "` shows it.");
        }
    }

    private void write(Html html, StepFacts step) {
        html.open("article", "class", "step", "id", step.anchor(), "aria-labelledby", step.anchor() + "-name");
        html.open("h3", "id", step.anchor() + "-name");
        Overview.mark(html, step.state());
        html.text(step.name());
        html.element("span", step.state().word(), "class", "word").close();
        if (!step.step().documentation().isBlank()) {
            html.open("p", "class", "doc").lines(step.step().documentation()).close();
        }
        times(html, step);
        if (!step.artifacts().isEmpty()) {
            new ArtifactTable(html, step, omissions).write();
        } else if (step.tasks() > 0) {
            html.element("p", "It stored no artifact.", "class", "faint");
        }
        html.closeLine();
    }

    private void times(Html html, StepFacts step) {
        if (step.tasks() == 0) {
            return;
        }
        html.open("ul", "class", "facts");
        item(html, step.tasks() == 1 ? "1 task" : Amount.count(step.tasks(), "task"));
        if (step.reused() > 0) {
            item(html, Amount.number(step.reused()) + " reused");
        }
        if (step.failedAttempts() > 0) {
            item(html, Amount.count(step.failedAttempts(), "failed attempt"));
        }
        if (step.caught() > 0) {
            item(html, Amount.count(step.caught(), "failure") + " caught");
        }
        Task longest = step.longest();
        if (step.finished() == 1) {
            item(html, "took " + Amount.micros(step.durations().within(1)));
        } else if (longest != null) {
            item(html, "median " + Amount.micros(step.durations().within(0.5)));
            item(html, "95 % within " + Amount.micros(step.durations().within(0.95)));
            Duration most = Duration.between(longest.startedAt(), longest.finishedAt());
            item(html, "longest " + longest.id() + ", " + Amount.duration(most));
        }
        if (step.rows().size() > 1) {
            html.open("li")
                    .element("a", "list them", "href", "#tasks", "data-step", String.valueOf(step.number()))
                    .close();
        }
        html.closeLine();
    }

    private static void item(Html html, String text) {
        html.element("li", text);
    }
}
