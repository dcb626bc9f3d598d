package dev.cairn.view.report;

import dev.cairn.client.Run;
import dev.cairn.client.RunState;
import dev.cairn.view.RunStates;
import java.time.Duration;
import java.time.ZoneId;

/** The head of a page: which run it is, how it ended, and its numbers. For one thread. */
final class Overview {
    private final RunFacts facts;
    private final ZoneId zone;

    Overview(RunFacts facts, ZoneId zone) {
        this.facts = facts;
        this.zone = zone;
    }

    void write(Html html) {
        Run run = facts.run();
        RunState state = facts.state();
        html.open("header", "class", "head");
        html.open("p", "class", "brand")
                .open("svg", "viewBox", "0 0 24 24", "width", "20", "height", "20", "aria-hidden", "true");
        stone(html, "12", "18.5", "9", "4");
        stone(html, "12.6", "11.3", "6.4", "3");
        stone(html, "11.7", "5.6", "4", "2.4");
        html.close().text("Cairn run report").close();
        html.open("div", "class", "headline");
        html.element("h1", run.flow());
        pill(html, state);
        html.close();
        html.open("p", "class", "id").element("code", run.id()).close();
        String documentation = facts.graph().documentation();
        if (!documentation.isBlank()) {
            html.open("p", "class", "doc").lines(documentation).close();
        }
        tiles(html);
        about(html, run, state);
        html.closeLine();
    }

    private static void stone(Html html, String x, String y, String width, String height) {
        html.open("ellipse", "cx", x, "cy", y, "rx", width, "ry", height).close();
    }

    private static void pill(Html html, RunState state) {
        StepState look = switch (RunStates.word(state)) {
            case "succeeded" -> StepState.SUCCEEDED;
            case "failed", "died" -> StepState.FAILED;
            case "running" -> StepState.PARTLY;
            default -> StepState.CAUGHT;
        };
        html.open("span", "class", "pill " + look.css());
        mark(html, look);
        html.text(RunStates.word(state)).close();
    }

    /** The sign of a state; the word is next to it. */
    static void mark(Html html, StepState state) {
        html.open(
                "svg",
                "class",
                "state " + state.css(),
                "viewBox",
                "-9 -9 18 18",
                "width",
                "16",
                "height",
                "16",
                "aria-hidden",
                "true");
        html.open("circle", "class", "dot", "r", "8").close();
        html.open("path", "class", "mark", "d", state.mark()).close();
        html.close();
    }

    private void tiles(Html html) {
        Duration duration = facts.state().duration();
        html.open("dl", "class", "tiles");
        tile(
                html,
                facts.state().finishedAt().isPresent() || facts.state().died() ? "Duration" : "Running for",
                Amount.duration(duration));
        long steps = facts.steps().values().stream()
                .filter(step -> step.finished() > 0)
                .count();
        tile(html, "Steps", steps + " of " + facts.steps().size());
        tile(html, "Tasks", Amount.number(facts.tasks()));
        if (facts.reused() > 0) {
            tile(html, "Reused", Amount.number(facts.reused()));
        }
        tile(html, "Failed attempts", Amount.number(facts.failedAttempts()));
        if (facts.caught() > 0) {
            tile(html, "Failures caught", Amount.number(facts.caught()));
        }
        if (!facts.work().isZero() && !duration.isZero()) {
            double share = (double) facts.work().toNanos() / duration.toNanos();
            tile(html, "Tasks at once, mean", Amount.value(Math.round(share * 10) / 10.0));
        }
        long bytes = facts.steps().values().stream()
                .flatMap(step -> step.artifacts().values().stream())
                .mapToLong(ArtifactFacts::bytes)
                .sum();
        tile(html, "Values stored", Artifacts.size(bytes));
        html.close();
    }

    private static void tile(Html html, String name, String value) {
        html.open("div").element("dt", name).element("dd", value).close();
    }

    private void about(Html html, Run run, RunState state) {
        html.open("dl", "class", "about");
        tile(html, "Started", Amount.time(state.startedAt(), zone));
        state.finishedAt().ifPresent(end -> tile(html, "Ended", Amount.time(end, zone)));
        tile(html, "User", run.user());
        tile(html, "Cairn", run.cairnVersion());
        tile(html, "Java", run.javaVersion());
        run.commit().ifPresent(commit -> tile(html, "Commit", commit));
        if (!state.tags().isEmpty()) {
            html.open("div").element("dt", "Tags").open("dd");
            state.tags().stream().limit(20).forEach(tag -> html.element("span", tag, "class", "tag"));
            if (state.tags().size() > 20) {
                html.text(" and " + (state.tags().size() - 20) + " more");
            }
            html.close().close();
        }
        run.origin().ifPresent(origin -> tile(html, "Resumed from", origin));
        html.close();
    }
}
