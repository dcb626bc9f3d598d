package dev.cairn.processor.rule;

import dev.cairn.processor.graph.DataFlow;
import dev.cairn.processor.graph.ExaminedGraph;
import dev.cairn.processor.model.FlowBodies;
import dev.cairn.processor.model.FlowModel;
import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.model.TransitionModel;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.rule.code.CodeRules;
import dev.cairn.processor.rule.common.BodyRule;
import dev.cairn.processor.rule.common.DataRule;
import dev.cairn.processor.rule.common.Endpoints;
import dev.cairn.processor.rule.common.Erroneous;
import dev.cairn.processor.rule.common.GraphRule;
import dev.cairn.processor.rule.common.Rule;
import dev.cairn.processor.rule.common.SourceRule;
import dev.cairn.processor.rule.declaration.DeclarationRules;
import dev.cairn.processor.rule.declaration.FlowClassRule;
import dev.cairn.processor.rule.transition.TransitionRules;
import dev.cairn.processor.rule.type.TypeRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The catalogue of all rules. */
public final class Rules {
    static final List<Rule> ALL = all();

    private Rules() {}

    private static List<Rule> all() {
        List<Rule> all = new ArrayList<>(DeclarationRules.ALL);
        all.addAll(TransitionRules.ALL);
        all.addAll(TypeRules.ALL);
        all.addAll(CodeRules.ALL);
        return List.copyOf(all);
    }

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
        Findings findings = new Findings();
        for (SourceRule rule : all(SourceRule.class)) {
            findings.add(rule, rule.check(source));
        }
        Optional<ExaminedGraph> graph = graph(source.flow(), findings.edgesAreCertain());
        if (graph.isPresent()) {
            for (GraphRule rule : all(GraphRule.class)) {
                findings.add(rule, rule.check(source, graph.get()));
            }
        }
        for (BodyRule rule : all(BodyRule.class)) {
            findings.add(rule, rule.check(source, bodies));
        }
        if (graph.isEmpty() || Erroneous.isIn(source) || !findings.graphIsCertain()) {
            return new Verdict(findings.problems(), Optional.empty());
        }
        DataFlow data = graph.get().dataFlow(bodies);
        check(data, false, findings);
        if (findings.hasNoError()) {
            check(data, true, findings);
        }
        return new Verdict(findings.problems(), Optional.of(data));
    }

    private static void check(DataFlow data, boolean last, Findings findings) {
        for (DataRule rule : all(DataRule.class)) {
            if (rule.isLast() == last) {
                findings.add(rule, rule.check(data));
            }
        }
    }

    private static Optional<ExaminedGraph> graph(FlowModel flow, boolean certain) {
        Optional<StepModel> end =
                Endpoints.single(Endpoints.ends(flow)).filter(step -> step.transition() instanceof TransitionModel.End);
        Optional<StepModel> closed = Endpoints.endThatGoesOn(flow);
        return Endpoints.single(Endpoints.starts(flow))
                .map(start -> new ExaminedGraph(flow, start, end, closed, certain));
    }

    private static <R extends Rule> List<R> all(Class<R> phase) {
        List<R> found = new ArrayList<>();
        for (Rule rule : ALL) {
            if (phase.isInstance(rule)) {
                found.add(phase.cast(rule));
            }
        }
        return found;
    }
}
