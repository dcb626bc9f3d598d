package dev.cairn.processor.rule;

import dev.cairn.processor.graph.FlowGraph;
import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.name.GeneratedNames;
import dev.cairn.processor.report.Problem;
import java.util.List;
import java.util.Optional;

/** The accessor of all iterations of a step in a loop does not take the name of another step's accessor. */
final class IterationsNameRule implements GraphRule {
    static final String ID = "iterations-name";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Problem> check(FlowSource source, FlowGraph graph) {
        return source.flow().steps().stream()
                .filter(graph::isInLoop)
                .flatMap(step -> check(source, step).stream())
                .toList();
    }

    private static Optional<Problem> check(FlowSource source, StepModel step) {
        String accessor = GeneratedNames.iterations(step.name());
        return source.flow().step(accessor).map(other -> {
            String headline = Text.quoted(accessor) + " would be the name of both the accessor of step "
                    + Text.quoted(accessor) + " and the accessor of all iterations of step " + Text.quoted(step.name());
            return Problem.error(ID, other.position(), headline).fix("rename one of the two.");
        });
    }
}
