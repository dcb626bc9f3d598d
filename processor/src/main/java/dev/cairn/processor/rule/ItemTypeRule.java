package dev.cairn.processor.rule;

import dev.cairn.processor.graph.FlowGraph;
import dev.cairn.processor.model.ArtifactModel;
import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.model.JavaType;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.model.StepParameter;
import dev.cairn.processor.report.Problem;
import java.util.ArrayList;
import java.util.List;

/** An element of a foreach can be assigned to the parameter that takes it, and a position is an {@code int}. */
final class ItemTypeRule implements GraphRule {
    static final String ID = "item-type";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Problem> check(FlowSource source, FlowGraph graph) {
        List<Problem> problems = new ArrayList<>();
        for (StepModel step : source.flow().steps()) {
            for (StepParameter parameter : step.parameters()) {
                if (parameter instanceof StepParameter.Item item) {
                    Foreaches.meant(source.flow(), graph, step, item.artifact())
                            .filter(artifact -> artifact.foreach().isPresent())
                            .filter(artifact -> !source.conversion().accepts(artifact, item))
                            .ifPresent(artifact -> problems.add(item(step, item, artifact)));
                } else if (parameter instanceof StepParameter.Index index
                        && !index.type().equals(new JavaType.Primitive("int"))) {
                    problems.add(index(step, index));
                }
            }
        }
        return problems;
    }

    private static Problem item(StepModel step, StepParameter.Item item, ArtifactModel artifact) {
        JavaType element = Foreaches.elementType(artifact);
        String headline = "parameter " + Text.quoted(item.name()) + " of step " + Text.quoted(step.name())
                + " has type `" + item.type() + "`, but an element of " + Text.quoted(artifact.name()) + " has type `"
                + element + "`";
        return Problem.error(ID, item.position(), headline)
                .fix("declare it as `@Item " + element + " " + item.name() + "`.");
    }

    private static Problem index(StepModel step, StepParameter.Index index) {
        String headline = "parameter " + Text.quoted(index.name()) + " of step " + Text.quoted(step.name())
                + " has type `" + index.type() + "`, but a position has type `int`";
        return Problem.error(ID, index.position(), headline).fix("declare it as `@Index int " + index.name() + "`.");
    }
}
