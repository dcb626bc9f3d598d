package dev.cairn.processor.rule.code;

import dev.cairn.processor.model.FlowBodies;
import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.model.StepBody;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.model.StepParameter;
import dev.cairn.processor.model.ValueChange;
import dev.cairn.processor.model.ValueChange.Of;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.rule.common.BodyRule;
import dev.cairn.processor.rule.common.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A step does not change an item or an input in place: both are copies, and the change is lost when the step ends. */
final class ChangedCopyRule implements BodyRule {
    static final String ID = "changed-copy";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Problem> check(FlowSource source, FlowBodies bodies) {
        List<Problem> problems = new ArrayList<>();
        Set<Object> places = new HashSet<>();
        for (StepModel step : source.flow().steps()) {
            StepBody body = bodies.step(step.name());
            for (ValueChange change : body.changes()) {
                if (change.of() != Of.FIELD && places.add(List.of(change.name(), change.position()))) {
                    problems.add(problem(step, change));
                }
            }
        }
        return problems;
    }

    private static Problem problem(StepModel step, ValueChange change) {
        boolean item = change.of() == Of.ITEM;
        String what = item
                ? "item " + Text.quoted(change.name())
                : change.name().isEmpty() ? "an input" : Text.quoted(change.name()) + " of an input";
        String headline = what + " is changed in place in " + (step.joins() ? "join " : "step ")
                + Text.quoted(step.name())
                + (change.through().isEmpty() ? "" : " (through " + Text.quoted(change.through()) + ")")
                + ", but it is a copy, and the change is lost "
                + (change.sometimesKept() ? "on each path that does not assign it to a field" : "when the step ends");
        return Problem.warning(ID, change.position(), headline)
                .fix(
                        item
                                ? "assign it to a field and change that: a field is an artifact, which is stored."
                                : "assign it to a field, for example `" + change.name() + " = " + inputs(step)
                                        + ".get(0)." + change.name() + "();`, and change that.");
    }

    private static String inputs(StepModel step) {
        return step.joinInputs().map(StepParameter::name).orElse("inputs");
    }
}
