package dev.cairn.processor.rule;

import dev.cairn.processor.graph.DataFlow;
import dev.cairn.processor.graph.ExaminedGraph;
import dev.cairn.processor.model.FlowBodies;
import dev.cairn.processor.model.FlowModel;
import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.model.TransitionModel;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.report.Severity;
import dev.cairn.processor.rule.code.CodeRules;
import dev.cairn.processor.rule.common.BodyRule;
import dev.cairn.processor.rule.common.DataRule;
import dev.cairn.processor.rule.common.Endpoints;
import dev.cairn.processor.rule.common.Erroneous;
import dev.cairn.processor.rule.common.GraphRule;
import dev.cairn.processor.rule.common.Rule;
import dev.cairn.processor.rule.common.Rule.Spoils;
import dev.cairn.processor.rule.common.SourceRule;
import dev.cairn.processor.rule.declaration.DeclarationRules;
import dev.cairn.processor.rule.declaration.FlowClassRule;
import dev.cairn.processor.rule.transition.TransitionRules;
import dev.cairn.processor.rule.type.TypeRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The catalogue of all rules. */
public final class Rules {
    static final List<Rule> ALL = Stream.of(DeclarationRules.ALL, TransitionRules.ALL, TypeRules.ALL, CodeRules.ALL)
            .flatMap(List::stream)
            .toList();

    private static final Map<String, Spoils> SPOILS = ALL.stream().collect(Collectors.toMap(Rule::id, Rule::spoils));

    private Rules() {}

    /**
     * What the rules say of a flow.
     *
     * @param problems what breaks them, in no order
     * @param data how its data moves, if the graph is sound and all that the annotations name is known
     */
    public record Verdict(List<Problem> problems, Optional<DataFlow> data) {}

    /** Holds a flow to all rules; what is no class at all, to no other. */
    public static Verdict check(FlowSource source, FlowBodies bodies) {
        if (!source.shape().kind().equals("class")) {
            return new Verdict(new FlowClassRule().check(source), Optional.empty());
        }
        List<Problem> problems = new ArrayList<>();
        all(SourceRule.class).forEach(rule -> problems.addAll(rule.check(source)));
        boolean certain = problems.stream().noneMatch(problem -> SPOILS.get(problem.id()) == Spoils.EDGES);
        Optional<ExaminedGraph> graph = graph(source.flow(), certain);
        graph.ifPresent(found -> all(GraphRule.class).forEach(rule -> problems.addAll(rule.check(source, found))));
        all(BodyRule.class).forEach(rule -> problems.addAll(rule.check(source, bodies)));
        boolean sound = !Erroneous.isIn(source)
                && errors(problems).allMatch(problem -> SPOILS.get(problem.id()) == Spoils.NOTHING);
        Optional<DataFlow> data = graph.filter(found -> sound).map(found -> found.dataFlow(bodies));
        data.ifPresent(found ->
                all(DataRule.class).filter(rule -> !rule.isLast()).forEach(rule -> problems.addAll(rule.check(found))));
        data.filter(found -> errors(problems).findAny().isEmpty())
                .ifPresent(found -> all(DataRule.class)
                        .filter(DataRule::isLast)
                        .forEach(rule -> problems.addAll(rule.check(found))));
        return new Verdict(problems, data);
    }

    private static Stream<Problem> errors(List<Problem> problems) {
        return problems.stream().filter(problem -> problem.severity() == Severity.ERROR);
    }

    private static Optional<ExaminedGraph> graph(FlowModel flow, boolean certain) {
        Optional<StepModel> end =
                Endpoints.single(Endpoints.ends(flow)).filter(step -> step.transition() instanceof TransitionModel.End);
        Optional<StepModel> closed = Endpoints.endThatGoesOn(flow);
        return Endpoints.single(Endpoints.starts(flow))
                .map(start -> new ExaminedGraph(flow, start, end, closed, certain));
    }

    private static <R extends Rule> Stream<R> all(Class<R> phase) {
        return ALL.stream().filter(phase::isInstance).map(phase::cast);
    }
}
