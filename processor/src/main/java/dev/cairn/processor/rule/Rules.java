package dev.cairn.processor.rule;

import dev.cairn.processor.graph.FlowGraph;
import dev.cairn.processor.model.FlowModel;
import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.model.TransitionModel;
import dev.cairn.processor.report.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The catalogue of all rules that do not look into the bodies of steps. */
public final class Rules {
    private static final List<Rule> RULES = List.of(
            new FlowClassRule(),
            new FlowNameRule(),
            new InheritedMemberRule(),
            new ReservedNameRule(),
            new CollidingNamesRule(),
            new NoStartRule(),
            new SeveralStartsRule(),
            new NoEndRule(),
            new SeveralEndsRule(),
            new EndGoesOnRule(),
            new StepAnnotationRule(),
            new UnknownStepRule(),
            new DuplicateStepRule(),
            new DuplicateBranchRule(),
            new StepMethodRule(),
            new StepParameterRule(),
            new UnknownArtifactRule(),
            new NotIterableRule(),
            new SwitchRule(),
            new ArtifactFieldRule(),
            new UnstorableTypeRule(),
            new CredentialRule(),
            new ParameterTypeRule(),
            new OptionNameRule(),
            new DecoratorRule(),
            new CatchRule());

    private static final List<GraphRule> GRAPH_RULES = List.of(
            new UnreachableStepRule(),
            new DeadEndRule(),
            new CycleRule(),
            new EndlessLoopRule(),
            new LoopLeavesBranchRule(),
            new IterationsNameRule(),
            new UnjoinedSplitRule(),
            new PartialJoinRule(),
            new SeveralJoinsRule(),
            new JoinWithoutSplitRule(),
            new UnrelatedBranchesRule(),
            new EmptyBranchRule(),
            new ItemScopeRule(),
            new ItemTypeRule());

    /** The rules that, where they are broken, leave open which edges the graph is to have. */
    private static final Set<String> UNCERTAIN =
            Set.of(StepAnnotationRule.ID, SeveralEndsRule.ID, EndGoesOnRule.ID, NoEndRule.ID);

    private Rules() {}

    /**
     * What the rules say of a flow.
     *
     * @param problems what breaks them, in no order
     * @param graph the graph, if the first step and all that the annotations name are known; sound if there is no error among
     *     {@code problems}
     */
    public record Verdict(List<Problem> problems, Optional<FlowGraph> graph) {}

    /** Holds a flow to all rules; what is no class at all, to no other. */
    public static Verdict check(FlowSource source) {
        if (!source.shape().kind().equals("class")) {
            return new Verdict(new FlowClassRule().check(source), Optional.empty());
        }
        List<Problem> problems = new ArrayList<>();
        RULES.forEach(rule -> problems.addAll(rule.check(source)));
        boolean certain = problems.stream().noneMatch(problem -> UNCERTAIN.contains(problem.id()));
        Optional<FlowGraph> graph = graph(source.flow(), certain);
        graph.ifPresent(found -> GRAPH_RULES.forEach(rule -> problems.addAll(rule.check(source, found))));
        return new Verdict(problems, Erroneous.isIn(source) ? Optional.empty() : graph);
    }

    private static Optional<FlowGraph> graph(FlowModel flow, boolean certain) {
        Optional<StepModel> end =
                Endpoints.single(Endpoints.ends(flow)).filter(step -> step.transition() instanceof TransitionModel.End);
        return Endpoints.single(Endpoints.starts(flow)).map(start -> new FlowGraph(flow, start, end, certain));
    }

    /** The ids of all rules. */
    static List<String> ids() {
        return Stream.concat(RULES.stream().map(Rule::id), GRAPH_RULES.stream().map(GraphRule::id))
                .toList();
    }
}
