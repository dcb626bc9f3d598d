package dev.cairn.processor.rule.type;

import dev.cairn.processor.graph.ExaminedGraph;
import dev.cairn.processor.model.ArtifactModel;
import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.model.JavaType;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.model.StepParameter;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.rule.common.EnclosingForeach;
import dev.cairn.processor.rule.common.GraphRule;
import dev.cairn.processor.rule.common.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An element of a foreach can be assigned to the parameter that takes it, and a position is an {@code int}. */
final class ItemTypeRule implements GraphRule {
    static final String ID = "item-type";

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
        List<Problem> problems = new ArrayList<>();
        Map<Mismatch, List<Taken>> mismatches = new LinkedHashMap<>();
        for (StepModel step : source.flow().steps()) {
            for (StepParameter parameter : step.parameters()) {
                if (parameter instanceof StepParameter.Item item) {
                    EnclosingForeach.meant(source.flow(), graph, step, item.artifact())
                            .filter(artifact -> artifact.foreach().isPresent())
                            .filter(artifact -> !source.conversion().accepts(artifact, item))
                            .ifPresent(artifact -> mismatches
                                    .computeIfAbsent(new Mismatch(artifact, item.type()), unused -> new ArrayList<>())
                                    .add(new Taken(step, item)));
                } else if (parameter instanceof StepParameter.Index index
                        && !index.type().equals(new JavaType.Primitive("int"))) {
                    problems.add(index(step, index));
                }
            }
        }
        mismatches.forEach((mismatch, taken) -> problems.add(item(mismatch.artifact(), taken)));
        return problems;
    }

    /** What is told once, wherever an element is taken so. */
    private record Mismatch(ArtifactModel artifact, JavaType type) {}

    /** A parameter of a step that takes an element. */
    private record Taken(StepModel step, StepParameter.Item item) {}

    private static Problem item(ArtifactModel artifact, List<Taken> taken) {
        Problem problem = item(taken.get(0).step(), taken.get(0).item(), artifact);
        List<String> others = taken.stream()
                .skip(1)
                .map(other -> other.step().name())
                .distinct()
                .toList();
        String element = EnclosingForeach.elementType(artifact).toString();
        return (others.isEmpty()
                        ? problem
                        : problem.detail("also", "in step" + (others.size() == 1 ? " " : "s ") + Text.quoted(others)))
                .fix("declare it as `@Item " + element + " "
                        + taken.get(0).item().name() + "`.");
    }

    private static Problem item(StepModel step, StepParameter.Item item, ArtifactModel artifact) {
        JavaType element = EnclosingForeach.elementType(artifact);
        String headline = "parameter " + Text.quoted(item.name()) + " of step " + Text.quoted(step.name())
                + " has type `" + item.type() + "`, but an element of " + Text.quoted(artifact.name()) + " has type `"
                + element + "`";
        return Problem.error(ID, item.position(), headline);
    }

    private static Problem index(StepModel step, StepParameter.Index index) {
        String headline = "parameter " + Text.quoted(index.name()) + " of step " + Text.quoted(step.name())
                + " has type `" + index.type() + "`, but a position has type `int`";
        return Problem.error(ID, index.position(), headline).fix("declare it as `@Index int " + index.name() + "`.");
    }
}
