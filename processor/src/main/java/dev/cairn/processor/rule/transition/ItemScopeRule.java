package dev.cairn.processor.rule.transition;

import dev.cairn.processor.graph.ExaminedGraph;
import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.model.StepParameter;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.rule.common.EnclosingForeach;
import dev.cairn.processor.rule.common.GraphRule;
import dev.cairn.processor.rule.common.Text;
import java.util.ArrayList;
import java.util.List;

/** {@code @Item} and {@code @Index} mean one foreach around their step. */
final class ItemScopeRule implements GraphRule {
    static final String ID = "item-scope";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Problem> check(FlowSource source, ExaminedGraph graph) {
        List<Problem> problems = new ArrayList<>();
        for (StepModel step : source.flow().steps()) {
            for (StepParameter parameter : step.parameters()) {
                if (parameter instanceof StepParameter.Item item) {
                    check(graph, step, parameter, "@Item", item.artifact(), problems);
                } else if (parameter instanceof StepParameter.Index index) {
                    check(graph, step, parameter, "@Index", index.artifact(), problems);
                }
            }
        }
        return problems;
    }

    private static void check(
            ExaminedGraph graph,
            StepModel step,
            StepParameter parameter,
            String annotation,
            String artifact,
            List<Problem> problems) {
        List<String> around = graph.foreaches(step).stream()
                .flatMap(foreaches -> foreaches.stream().map(EnclosingForeach::artifact))
                .toList();
        long meant = artifact.isEmpty()
                ? Math.min(1, around.size())
                : around.stream().filter(artifact::equals).count();
        if (meant == 1 || graph.foreaches(step).isEmpty()) {
            return;
        }
        String named = artifact.isEmpty() ? annotation : annotation + "(\"" + artifact + "\")";
        Problem problem = Problem.error(
                ID,
                parameter.position(),
                Text.quoted(named) + " on parameter " + Text.quoted(parameter.name()) + " of step "
                        + Text.quoted(step.name())
                        + (meant == 0
                                ? ", but " + outside(artifact, around)
                                : " could mean any of the " + meant + " foreaches around it"));
        problems.add(problem.fix(fix(step, annotation, meant, around)));
    }

    private static String outside(String artifact, List<String> around) {
        if (around.isEmpty()) {
            return "the step is not inside a foreach";
        }
        return "the step is not inside a foreach over " + Text.quoted(artifact);
    }

    private static String fix(StepModel step, String annotation, long meant, List<String> around) {
        if (meant > 1) {
            return "give each foreach its own artifact, or, for the innermost, write plain " + Text.quoted(annotation)
                    + ".";
        } else if (around.isEmpty()) {
            return step.joins()
                    ? "read the elements from the inputs of the join: each input has the artifacts of its task."
                    : "remove the parameter, or put the step inside a foreach.";
        }
        return "name a foreach around the step: "
                + Text.quoted(around.stream().distinct().toList()) + ".";
    }
}
