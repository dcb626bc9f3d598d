package dev.cairn.view.report;

import dev.cairn.view.report.Occupancy.Bar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** When steps ran: a bar for each attempt, or, of a step with many, how many ran at once. For one thread. */
final class Timeline implements Section {
    private static final int MOST_LANES = 16;
    private static final int MOST_BARS = 500;
    private static final int MOST_STEPS = 80;
    private static final double LANE = 12;
    private static final double DENSITY_HEIGHT = 30;
    private static final double LEAST_WIDTH = 0.25;

    private final RunFacts facts;
    private final Omissions omissions;
    private final TimeAxis axis;
    private int bars;

    Timeline(RunFacts facts, Omissions omissions) {
        this.facts = facts;
        this.omissions = omissions;
        this.axis = new TimeAxis(Math.max(1, Row.micros(facts.state().duration())));
    }

    @Override
    public String id() {
        return "timeline";
    }

    @Override
    public String title() {
        return "Timeline";
    }

    @Override
    public boolean isPresent() {
        return facts.steps().values().stream()
                .anyMatch(step -> step.tasks() > 0 || !step.occupancy().isEmpty());
    }

    @Override
    public void write(Html html) {
        List<StepFacts> ran = facts.steps().values().stream()
                .filter(step -> step.tasks() > 0 || !step.occupancy().isEmpty())
                .toList();
        boolean anyDensity = false;
        html.open("div", "class", "timeline");
        axis(html);
        for (StepFacts step : ran.subList(0, Math.min(MOST_STEPS, ran.size()))) {
            List<List<Bar>> lanes = Lanes.of(step.occupancy().bars());
            boolean density = !lanes.isEmpty() && lanes.size() > MOST_LANES
                    || !step.occupancy().isFew()
                    || bars + step.occupancy().bars().size() > MOST_BARS;
            anyDensity |= density && !step.occupancy().isEmpty();
            html.open("div", "class", "lane-row");
            html.open("div", "class", "lane-name");
            html.element("a", step.name(), "href", "#" + step.anchor(), "title", step.name());
            html.close();
            if (step.occupancy().isEmpty()) {
                html.open("div", "class", "track")
                        .element("span", reused(step), "class", "reused-tag")
                        .close();
            } else if (density) {
                density(html, step);
            } else {
                bars(html, step, lanes);
            }
            html.element("div", note(step), "class", "lane-note");
            html.closeLine();
        }
        html.closeLine();
        if (anyDensity) {
            omissions.say(
                    html,
                    "Steps with more than " + Occupancy.BARS + " attempts, or more than " + MOST_LANES
                            + " at once, are drawn as how many attempts ran at once, in " + Occupancy.PARTS
                            + " parts of the time.");
        }
        if (ran.size() > MOST_STEPS) {
            omissions.say(
                    html,
                    "The timeline shows the first " + MOST_STEPS + " of " + Amount.count(ran.size(), "step")
                            + " that ran.");
        }
    }

    private static String reused(StepFacts step) {
        return Amount.number(step.reused()) + " reused";
    }

    private String note(StepFacts step) {
        String span = Amount.duration(step.occupancy().span());
        return step.occupancy().isEmpty() ? "" : step.reused() > 0 ? reused(step) + " · " + span : span;
    }

    private void axis(Html html) {
        html.open("div", "class", "lane-row axis", "aria-hidden", "true");
        html.open("div", "class", "lane-name").close();
        axis.writeLabels(html);
        html.open("div", "class", "lane-note").close();
        html.closeLine();
    }

    private void density(Html html, StepFacts step) {
        Occupancy occupancy = step.occupancy();
        double most = 0;
        for (int part = 0; part < Occupancy.PARTS; part++) {
            most = Math.max(most, occupancy.busy(part));
        }
        StringBuilder path = new StringBuilder("M0 30");
        for (int part = 0; part < Occupancy.PARTS; part++) {
            double height = most == 0 ? 0 : 28 * occupancy.busy(part) / most;
            path.append("V").append(Html.number(DENSITY_HEIGHT - height)).append("h5");
        }
        String description = Amount.count(step.tasks(), "task") + ", up to " + Amount.value(rounded(most))
                + " at once, from " + Amount.micros(occupancy.first()) + " to " + Amount.micros(occupancy.last());
        html.open("svg", "class", "track", "height", "30", "role", "img", "aria-label", description);
        axis.writeGrid(html);
        html.open("svg", "viewBox", "0 0 1000 30", "preserveAspectRatio", "none", "width", "100%", "height", "30");
        html.open(
                "path",
                "class",
                "density " + step.state().css(),
                "d",
                path.append("V30z").toString());
        html.element("title", description).close();
        html.close().close();
    }

    private static double rounded(double number) {
        return number < 10 ? Math.round(number * 10) / 10.0 : Math.round(number);
    }

    private void bars(Html html, StepFacts step, List<List<Bar>> lanes) {
        double height = Math.max(22, lanes.size() * LANE + 8);
        double top = (height - lanes.size() * LANE) / 2;
        html.open("svg", "class", "track", "height", Html.number(height), "role", "img", "aria-label", describe(step));
        axis.writeGrid(html);
        for (int lane = 0; lane < lanes.size(); lane++) {
            Map<String, Bar> before = new HashMap<>();
            for (Bar bar : lanes.get(lane)) {
                double y = top + lane * LANE + 1;
                Bar earlier = before.put(bar.task(), bar);
                if (earlier != null) { // it waited to be tried again
                    rectangle(
                            html,
                            "wait",
                            axis.share(earlier.end()),
                            y + 4,
                            axis.share(bar.start()) - axis.share(earlier.end()),
                            2);
                    html.close();
                }
                double width = Math.max(LEAST_WIDTH, axis.share(bar.end()) - axis.share(bar.start()));
                rectangle(
                        html,
                        "bar " + css(bar.state()),
                        Math.min(axis.share(bar.start()), 100 - width),
                        y,
                        width,
                        LANE - 2);
                html.element("title", title(bar)).close();
                bars++;
            }
        }
        if (step.reused() > 0) {
            html.open("title").text(reused(step)).close();
        }
        html.close();
    }

    private String describe(StepFacts step) {
        return Amount.count(step.occupancy().bars().size(), "attempt") + " from "
                + Amount.micros(step.occupancy().first()) + " to "
                + Amount.micros(step.occupancy().last())
                + (step.failedAttempts() == 0 ? "" : ", " + Amount.number(step.failedAttempts()) + " failed")
                + (step.reused() == 0 ? "" : ", and " + Amount.number(step.reused()) + " reused");
    }

    private static String title(Bar bar) {
        String how = switch (bar.state()) {
            case FAILED -> "failed after ";
            case CAUGHT -> "failure caught after ";
            default -> "took ";
        };
        return bar.task() + (bar.attempt() == 0 ? "" : ", attempt " + bar.attempt()) + ": " + how
                + Amount.micros(bar.end() - bar.start()) + ", from " + Amount.micros(bar.start());
    }

    static String css(Row.State state) {
        return switch (state) {
            case SUCCEEDED -> StepState.SUCCEEDED.css();
            case CAUGHT -> StepState.CAUGHT.css();
            case FAILED -> StepState.FAILED.css();
            default -> StepState.REUSED.css();
        };
    }

    private static void rectangle(Html html, String css, double x, double y, double width, double height) {
        html.open(
                "rect",
                "class",
                css,
                "x",
                TimeAxis.percent(x),
                "y",
                Html.number(y),
                "width",
                TimeAxis.percent(Math.max(0, width)),
                "height",
                Html.number(height),
                "rx",
                "2");
    }
}
