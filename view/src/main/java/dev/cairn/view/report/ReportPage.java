package dev.cairn.view.report;

import dev.cairn.client.Run;
import dev.cairn.runtime.internal.CairnVersion;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts a page together from its parts.
 *
 * @param run the run
 * @param previous the run with which it is compared, if there is one
 * @param origin the run that it was resumed from, if there is one and it still exists
 * @param now the time of the report
 * @param zone the time zone in which times are shown
 * @param mostRows the most tasks that have a line
 */
record ReportPage(Run run, Optional<Run> previous, Optional<Run> origin, Instant now, ZoneId zone, long mostRows) {
    /** Writes the page; what it leaves out, a sentence each. */
    List<String> write(Appendable page) {
        RunFacts facts = RunFacts.read(run, mostRows);
        Omissions omissions = new Omissions();
        TaskData data = new TaskData(facts);
        GraphPart graph = new GraphPart(facts, omissions);
        List<Section> sections = sections(facts, data, graph, omissions);
        Html html = new Html(page);
        PageFrame frame = new PageFrame(html, "Run of " + run.flow() + ": " + run.id());
        frame.begin(graph.width());
        navigation(html, sections);
        html.open("div", "class", "content");
        new Overview(facts, zone).write(html);
        html.open("main", "id", "main", "tabindex", "-1");
        for (Section section : sections) {
            html.open("section", "id", section.id(), "aria-labelledby", section.id() + "-title");
            html.element("h2", section.title(), "id", section.id() + "-title");
            section.write(html);
            html.closeLine();
        }
        html.closeLine();
        footer(html, omissions);
        html.closeLine();
        frame.end(data.text());
        return omissions.sentences();
    }

    /** What is most urgent comes first: why a run failed. Failures that it got over come later. */
    private List<Section> sections(RunFacts facts, TaskData data, GraphPart graph, Omissions omissions) {
        List<Section> sections = new ArrayList<>(List.of(
                graph,
                new AddedPart(facts, omissions),
                new Timeline(facts, omissions),
                new ParameterPart(run, omissions),
                new StepPart(facts, omissions),
                new TaskPart(facts, data, omissions),
                new ReusePart(facts, origin, omissions),
                new ComparisonPart(facts, previous, zone, omissions),
                new OutputPart(facts, zone, omissions)));
        boolean failed = facts.state().failure().isPresent();
        sections.add(failed ? 0 : 6, new FailurePart(facts, omissions));
        sections.removeIf(section -> !section.isPresent());
        return sections;
    }

    private static void navigation(Html html, List<Section> sections) {
        html.open("nav", "aria-label", "Sections").open("ul");
        for (Section section : sections) {
            html.open("li")
                    .element("a", section.title(), "href", "#" + section.id())
                    .close();
        }
        html.close().closeLine();
    }

    private void footer(Html html, Omissions omissions) {
        html.open("footer");
        if (!omissions.sentences().isEmpty()) {
            html.element("h2", "What this page leaves out").open("ul");
            omissions
                    .sentences()
                    .forEach(sentence -> html.open("li").prose(sentence).close());
            html.close();
        }
        html.element(
                "p",
                "Written by Cairn " + CairnVersion.current() + ", " + Amount.time(now, zone)
                        + ". Times of tasks count from the start of the run.");
        html.closeLine();
    }
}
