package dev.cairn.processor.rule.declaration;

import dev.cairn.processor.graph.ExaminedGraph;
import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.name.GeneratedNames;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.rule.common.GraphRule;
import dev.cairn.processor.rule.common.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The accessor of all iterations of a step in a loop does not have the name of another step's accessor. */
final class IterationsNameRule implements GraphRule {
    static final String ID = "iterations-name";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Spoils spoils() {
        return Spoils.NOTHING;
    }

    @Override
    public List<Problem> check(FlowSource source, ExaminedGraph graph) {
        Map<String, StepModel> steps = new HashMap<>();
        source.flow().steps().forEach(step -> steps.putIfAbsent(step.name(), step));
        return source.flow().steps().stream()
                .filter(graph::isInLoop)
                .filter(step -> steps.containsKey(GeneratedNames.iterations(step.name())))
                .map(step -> problem(step, Objects.requireNonNull(steps.get(GeneratedNames.iterations(step.name())))))
                .toList();
    }

    private static Problem problem(StepModel step, StepModel other) {
        String accessor = Text.quoted(other.name());
        String headline = accessor + " would be the name of both the accessor of step " + accessor
                + " and the accessor of all iterations of step " + Text.quoted(step.name());
        return Problem.error(ID, other.position(), headline).fix("rename one of the two.");
    }
}
