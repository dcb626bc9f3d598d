package dev.cairn.view.report;

import dev.cairn.client.DataArtifact;
import dev.cairn.client.Run;
import dev.cairn.view.StepTotals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a resumed run took over, step by step, and what of the reasons is stored. For one thread. */
final class ReusePart implements Section {
    private static final int MOST_STEPS = 100;

    private final RunFacts facts;
    private final Optional<Run> origin;
    private final Omissions omissions;

    ReusePart(RunFacts facts, Optional<Run> origin, Omissions omissions) {
        this.facts = facts;
        this.origin = origin;
        this.omissions = omissions;
    }

    @Override
    public String id() {
        return "reused";
    }

    @Override
    public String title() {
        return "What was reused";
    }

    @Override
    public boolean isPresent() {
        return facts.run().origin().isPresent();
    }

    @Override
    public void write(Html html) {
        html.open("p")
                .text("Resumed from ")
                .element("code", facts.run().origin().orElseThrow());
        html.text(origin.isPresent() ? ". " : ", which was deleted since, so that reasons are not known. ");
        List<String> changed =
                origin.map(run -> changedParameters(facts.run(), run)).orElse(List.of());
        html.text(changed.isEmpty() ? "" : "Parameters that changed: " + String.join(", ", changed) + ".")
                .close();
        Tables.begin(
                html,
                "Reused tasks by step",
                "reuse",
                List.of("Step", "Reused", "Ran here", "Why not all of it was reused"));
        Map<String, StepTotals> before = origin.map(StepTotals::of).orElse(Map.of());
        boolean upstream = false;
        int written = 0;
        for (StepFacts step : facts.steps().values()) {
            if (written++ < MOST_STEPS) {
                row(html, step, before.get(step.name()), upstream);
            }
            upstream |= step.finished() > 0 && step.reused() < step.finished();
        }
        Tables.end(html);
        if (written > MOST_STEPS) {
            omissions.say(html, "What was reused is listed for the first " + MOST_STEPS + " of " + written + " steps.");
        }
    }

    private void row(Html html, StepFacts step, @Nullable StepTotals before, boolean upstream) {
        long ran = step.tasks() - step.reused();
        html.open("tr")
                .open("th", "scope", "row")
                .element("a", step.name(), "href", "#" + step.anchor())
                .close();
        html.element("td", Amount.number(step.reused()), "class", "number");
        html.element("td", Amount.number(ran), "class", "number");
        html.element("td", ran == 0 || origin.isEmpty() ? "" : String.join("; ", reasons(step, before, upstream)));
        html.closeLine();
    }

    /** What can be told from the two runs; a step that a resume was asked to run again looks as if something before it ran. */
    private List<String> reasons(StepFacts step, @Nullable StepTotals before, boolean upstream) {
        Run old = origin.orElseThrow();
        List<String> reasons = new ArrayList<>();
        String now = facts.run().fingerprints().get(step.name());
        String then = old.fingerprints().get(step.name());
        if (before == null) {
            reasons.add("it had not run before");
        } else if (before.finished() == 0) {
            reasons.add("it had failed");
        } else {
            if (now != null && then != null && !now.equals(then)) {
                reasons.add("its code changed");
            } else if (now == null || then == null) {
                reasons.add("it is not known whether its code changed");
            }
            if (before.finished() < step.tasks()) {
                reasons.add(Amount.number(step.tasks() - before.finished()) + " had not finished before");
            }
            if (upstream) {
                reasons.add("a step before it ran here");
            }
            if (reasons.isEmpty()) {
                reasons.add("a parameter that it reads changed, or the resume was asked to begin there");
            }
        }
        return reasons;
    }

    /** The names of the parameters of which both runs have a value, and not the same. */
    static List<String> changedParameters(Run run, Run other) {
        List<DataArtifact> before = other.parameters();
        return run.parameters().stream()
                .filter(parameter -> before.stream()
                        .anyMatch(each -> each.name().equals(parameter.name())
                                && !each.sha().equals(parameter.sha())))
                .map(DataArtifact::name)
                .toList();
    }
}
