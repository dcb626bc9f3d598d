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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The catalogue of all rules. */
public final class Rules {
    static final List<Rule> ALL = all();

    private static final Map<String, Spoils> SPOILS = new HashMap<>();

    static {
        for (Rule rule : ALL) {
            SPOILS.put(rule.id(), rule.spoils());
        }
    }

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
        List<Problem> problems = new ArrayList<>();
        for (SourceRule rule : all(SourceRule.class)) {
            problems.addAll(rule.check(source));
        }
        Optional<ExaminedGraph> graph = graph(source.flow(), !spoils(problems, Spoils.EDGES));
        if (graph.isPresent()) {
            for (GraphRule rule : all(GraphRule.class)) {
                problems.addAll(rule.check(source, graph.get()));
            }
        }
        for (BodyRule rule : all(BodyRule.class)) {
            problems.addAll(rule.check(source, bodies));
        }
        if (graph.isEmpty() || Erroneous.isIn(source) || !isSound(problems)) {
            return new Verdict(problems, Optional.empty());
        }
        DataFlow data = graph.get().dataFlow(bodies);
        check(data, false, problems);
        if (errors(problems).isEmpty()) {
            check(data, true, problems);
        }
        return new Verdict(problems, Optional.of(data));
    }

    private static void check(DataFlow data, boolean last, List<Problem> problems) {
        for (DataRule rule : all(DataRule.class)) {
            if (rule.isLast() == last) {
                problems.addAll(rule.check(data));
            }
        }
    }

    private static boolean isSound(List<Problem> problems) {
        for (Problem error : errors(problems)) {
            if (SPOILS.get(error.id()) != Spoils.NOTHING) {
                return false;
            }
        }
        return true;
    }

    private static boolean spoils(List<Problem> problems, Spoils what) {
        for (Problem problem : problems) {
            if (SPOILS.get(problem.id()) == what) {
                return true;
            }
        }
        return false;
    }

    private static List<Problem> errors(List<Problem> problems) {
        List<Problem> errors = new ArrayList<>();
        for (Problem problem : problems) {
            if (problem.severity() == Severity.ERROR) {
                errors.add(problem);
            }
        }
        return errors;
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
