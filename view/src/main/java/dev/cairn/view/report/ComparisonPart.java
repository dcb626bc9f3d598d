package dev.cairn.view.report;

import dev.cairn.client.Run;
import dev.cairn.view.report.Differences.Cell;
import dev.cairn.view.report.Differences.Line;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** What is different from the run of the flow that was started before. For one thread. */
final class ComparisonPart implements Section {
    private static final int MOST_ROWS = 60;

    private final RunFacts facts;
    private final Optional<Run> previous;
    private final ZoneId zone;
    private final Omissions omissions;

    ComparisonPart(RunFacts facts, Optional<Run> previous, ZoneId zone, Omissions omissions) {
        this.facts = facts;
        this.previous = previous;
        this.zone = zone;
        this.omissions = omissions;
    }

    @Override
    public String id() {
        return "comparison";
    }

    @Override
    public String title() {
        return "Compared with the previous run";
    }

    @Override
    public boolean isPresent() {
        return previous.isPresent();
    }

    @Override
    public void write(Html html) {
        Run before = previous.orElseThrow();
        html.open("p").text("The previous run of this flow is ").element("code", before.id());
        html.text(", started " + Amount.time(before.startedAt(), zone) + ".").close();
        Differences differences = new Differences(facts, before);
        List<Line> lines = differences.lines();
        Tables.begin(html, "Table of differences", "comparison", List.of("What", "Previous run", "This run"));
        for (Line line : lines.subList(0, Math.min(MOST_ROWS, lines.size()))) {
            html.open("tr").element("th", line.what(), "scope", "row");
            cell(html, line.before());
            cell(html, line.now());
            html.closeLine();
        }
        Tables.end(html);
        html.element(
                "p",
                Amount.count(differences.sameArtifacts(), "artifact") + " of steps with one task "
                        + (differences.sameArtifacts() == 1 ? "is" : "are")
                        + " the same in both runs. Steps are listed if their times or numbers of tasks differ by more than a tenth.",
                "class",
                "range");
        if (lines.size() > MOST_ROWS) {
            omissions.say(
                    html,
                    "Of " + lines.size() + " differences from the previous run, the first " + MOST_ROWS
                            + " are listed.");
        }
    }

    private static void cell(Html html, Cell cell) {
        html.open("td");
        if (cell.artifact() == null) {
            html.element("span", cell.text());
        } else if (Artifacts.preview(cell.artifact()).isPresent()) {
            Artifacts.writeValue(html, cell.artifact());
        } else {
            Artifacts.writeAddress(html, cell.artifact().sha());
        }
        html.close();
    }
}
