package dev.cairn.view.report;

import java.util.EnumSet;
import java.util.Set;

/** The graph of the flow, with what became of its steps. For one thread. */
final class GraphPart implements Section {
    /** The most steps that are drawn; a larger picture shows nothing. */
    static final int MOST_STEPS = 200;

    private final RunFacts facts;
    private final Omissions omissions;

    GraphPart(RunFacts facts, Omissions omissions) {
        this.facts = facts;
        this.omissions = omissions;
    }

    @Override
    public String id() {
        return "graph";
    }

    @Override
    public String title() {
        return "Graph";
    }

    @Override
    public void write(Html html) {
        if (facts.graph().steps().size() > MOST_STEPS) {
            omissions.say(
                    html,
                    "The graph has " + Amount.count(facts.graph().steps().size(), "step")
                            + ", too many for a picture; graphs of up to " + MOST_STEPS + " steps are drawn.");
            return;
        }
        GraphDrawing drawing = drawing();
        html.open(
                "div", "class", "scroll canvas", "tabindex", "0", "role", "region", "aria-label", "Graph of the flow");
        drawing.write(html);
        html.closeLine();
        Set<StepState> states = EnumSet.noneOf(StepState.class);
        facts.steps().values().forEach(step -> states.add(step.state()));
        html.open("ul", "class", "legend", "aria-label", "Signs");
        for (StepState state : states) {
            html.open("li");
            Overview.mark(html, state);
            html.text(state.word()).close();
        }
        html.closeLine();
    }

    /** The width of the drawing in pixels; 0 if there is none. */
    int width() {
        return facts.graph().steps().size() > MOST_STEPS ? 0 : drawing().width();
    }

    private GraphDrawing drawing() {
        return new GraphDrawing(facts.graph(), facts.steps());
    }
}
