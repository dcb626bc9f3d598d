package dev.cairn.view.report;

import dev.cairn.client.Task;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** The steps: what each is for, how long its tasks took, and what they stored. For one thread. */
final class StepPart implements Section {
    private static final int MOST_ARTIFACTS = 60;
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
                                                    MOST_ARTIFACTS,
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
            artifacts(html, step);
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
            item(html, "took " + Amount.micros(step.took(1)));
        } else if (longest != null) {
            item(html, "median " + Amount.micros(step.took(0.5)));
            item(html, "95 % within " + Amount.micros(step.took(0.95)));
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

    private void artifacts(Html html, StepFacts step) {
        html.open(
                "div",
                "class",
                "scroll",
                "tabindex",
                "0",
                "role",
                "region",
                "aria-label",
                "Artifacts of step " + step.name());
        html.open("table", "class", "values").open("thead").open("tr");
        boolean many = step.finished() > 1;
        for (String column :
                List.of("Artifact", many ? "Values" : "Value", "Type", many ? "Size of all" : "Size", "Address")) {
            html.element("th", column, "scope", "col");
        }
        html.close().close().open("tbody");
        Collection<ArtifactFacts> all = step.artifacts().values();
        all.stream().limit(MOST_ARTIFACTS).forEach(artifact -> row(html, step, artifact));
        html.close().close().closeLine();
        if (all.size() > MOST_ARTIFACTS) {
            omissions.say(
                    html,
                    "Of the " + all.size() + " artifacts of step " + step.name() + ", the first " + MOST_ARTIFACTS
                            + " are listed.");
        }
    }

    private void row(Html html, StepFacts step, ArtifactFacts artifact) {
        html.open("tr").element("th", artifact.first().name(), "scope", "row").open("td");
        NumberSeries numbers = artifact.numbers();
        if (artifact.count() == 1) {
            Artifacts.writeValue(html, artifact.first());
            NumberSeries elements = Artifacts.numbers(artifact.first());
            if (elements != null) {
                plot(html, artifact.first().name(), elements, "element");
            }
        } else if (numbers != null && numbers.count() > 1 && numbers.minimum() < numbers.maximum()) {
            plot(html, artifact.first().name(), numbers, "task");
        } else if (!artifact.values().isEmpty()) {
            values(html, artifact);
        } else {
            Artifacts.writeValue(html, artifact.first());
            html.element("p", "that of the first of " + Amount.count(artifact.count(), "task"), "class", "range");
        }
        if (artifact.unreadable() > 0) {
            html.element("p", Amount.count(artifact.unreadable(), "value") + " could not be read", "class", "range");
        }
        html.close().open("td");
        Artifacts.writeType(html, artifact.first().type());
        html.close()
                .element("td", Artifacts.size(artifact.bytes()), "class", "number")
                .open("td");
        if (artifact.count() == 1 || artifact.values().size() == 1) {
            Artifacts.writeAddress(html, artifact.first().sha());
        } else {
            html.element(
                    "span",
                    artifact.values().isEmpty() ? "many" : artifact.values().size() + " different",
                    "class",
                    "faint");
        }
        html.close().closeLine();
    }

    private void plot(Html html, String name, NumberSeries numbers, String of) {
        String range = Amount.value(numbers.minimum()) + " to " + Amount.value(numbers.maximum()) + ", mean "
                + Amount.value(numbers.mean()) + ", of " + Amount.count(numbers.count(), of);
        Plot.write(html, numbers, name + ": " + range);
        html.element("p", range, "class", "range");
        if (numbers.isGrouped()) {
            omissions.add(
                    "Plots of more than " + NumberSeries.GROUPS + " numbers show the mean of neighbours as a line,"
                            + " and the least and greatest of them as a band.");
        }
    }

    /** A few different values, with the number of tasks that stored each. */
    private static void values(Html html, ArtifactFacts artifact) {
        html.open("ul", "class", "counts");
        artifact.values().values().forEach(value -> {
            html.open("li");
            Artifacts.writeValue(html, value.first());
            if (artifact.values().size() < artifact.count()) {
                html.element("span", " × " + Amount.number(value.count()), "class", "faint");
            }
            html.close();
        });
        html.close();
    }
}
