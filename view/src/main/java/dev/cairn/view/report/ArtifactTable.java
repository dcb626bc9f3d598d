package dev.cairn.view.report;

import java.util.Collection;
import java.util.List;

/** What the tasks of a step stored: the value of one task, a plot of the numbers of many, or the different values of many. For one thread. */
final class ArtifactTable {
    /** The most artifacts of a step that are listed. */
    static final int MOST_ARTIFACTS = 60;

    private final Html html;
    private final StepFacts step;
    private final Omissions omissions;

    ArtifactTable(Html html, StepFacts step, Omissions omissions) {
        this.html = html;
        this.step = step;
        this.omissions = omissions;
    }

    void write() {
        boolean many = step.finished() > 1;
        Tables.begin(
                html,
                "Artifacts of step " + step.name(),
                "values",
                List.of("Artifact", many ? "Values" : "Value", "Type", many ? "Size of all" : "Size", "Address"));
        Collection<ArtifactFacts> all = step.artifacts().values();
        all.stream().limit(MOST_ARTIFACTS).forEach(artifact -> row(artifact));
        Tables.end(html);
        if (all.size() > MOST_ARTIFACTS) {
            omissions.say(
                    html,
                    "Of the " + all.size() + " artifacts of step " + step.name() + ", the first " + MOST_ARTIFACTS
                            + " are listed.");
        }
    }

    private void row(ArtifactFacts artifact) {
        html.open("tr").element("th", artifact.first().name(), "scope", "row").open("td");
        NumberSeries numbers = artifact.numbers();
        if (artifact.count() == 1) {
            Artifacts.writeValue(html, artifact.first());
            NumberSeries elements = Artifacts.numbers(artifact.first());
            if (elements != null) {
                plot(artifact.first().name(), elements, "element");
            }
        } else if (numbers != null && numbers.count() > 1 && numbers.minimum() < numbers.maximum()) {
            plot(artifact.first().name(), numbers, "task");
        } else if (!artifact.values().isEmpty()) {
            values(artifact);
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

    private void plot(String name, NumberSeries numbers, String of) {
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
    private void values(ArtifactFacts artifact) {
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
