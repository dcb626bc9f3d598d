package dev.cairn.processor.rule;

import dev.cairn.processor.graph.DataFlow;
import dev.cairn.processor.graph.FlowGraph;
import dev.cairn.processor.model.FlowBodies;
import dev.cairn.processor.model.FlowModel;
import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.model.TransitionModel;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.report.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The catalogue of all rules. */
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
            new FormerNameRule(),
            new DefaultValueRule(),
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

    private static final List<BodyRule> BODY_RULES = List.of(
            new ParameterAssignmentRule(),
            new FixedValueRule(),
            new ChangedCopyRule(),
            new UnassignedPrivateFieldRule(),
            new OverwrittenValueRule(),
            new StaticAssignmentRule(),
            new UnknownMethodRule(),
            new LeakingThisRule());

    private static final List<DataRule> DATA_RULES = List.of(
            new UnassignedArtifactRule(),
            new UnassignedTransitionRule(),
            new UnmergedArtifactRule(),
            new CaughtInputRule(),
            new MissingFromMergeRule(),
            new MergeConflictRule(),
            new ConditionalMergeRule(),
            new SharedValueRule());

    /** Those that are asked only of flows without errors. */
    private static final List<DataRule> LAST_RULES = List.of(new UnusedArtifactRule());

    /** The rules that, where they are broken, leave open which edges the graph is to have. */
    private static final Set<String> UNCERTAIN =
            Set.of(StepAnnotationRule.ID, SeveralEndsRule.ID, EndGoesOnRule.ID, NoEndRule.ID);

    /** The rules that can be broken by a flow whose graph is sound, so that it is known how its data moves. */
    private static final Set<String> BESIDE_THE_GRAPH = Set.of(
            FlowClassRule.ID,
            FlowNameRule.ID,
            InheritedMemberRule.ID,
            ReservedNameRule.ID,
            CollidingNamesRule.ID,
            IterationsNameRule.ID,
            OptionNameRule.ID,
            UnknownArtifactRule.ID,
            NotIterableRule.ID,
            ItemTypeRule.ID,
            ArtifactFieldRule.ID,
            UnstorableTypeRule.ID,
            FormerNameRule.ID,
            DefaultValueRule.ID,
            ParameterTypeRule.ID,
            DecoratorRule.ID,
            ParameterAssignmentRule.ID,
            FixedValueRule.ID,
            UnassignedPrivateFieldRule.ID,
            UnknownMethodRule.ID);

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
        RULES.forEach(rule -> problems.addAll(rule.check(source)));
        boolean certain = problems.stream().noneMatch(problem -> UNCERTAIN.contains(problem.id()));
        Optional<FlowGraph> graph = graph(source.flow(), certain);
        graph.ifPresent(found -> GRAPH_RULES.forEach(rule -> problems.addAll(rule.check(source, found))));
        BODY_RULES.forEach(rule -> problems.addAll(rule.check(source, bodies)));
        boolean sound = !Erroneous.isIn(source)
                && errors(problems).allMatch(problem -> BESIDE_THE_GRAPH.contains(problem.id()));
        Optional<DataFlow> data = graph.filter(found -> sound).map(found -> found.dataFlow(bodies));
        data.ifPresent(found -> DATA_RULES.forEach(rule -> problems.addAll(rule.check(found))));
        data.filter(found -> errors(problems).findAny().isEmpty())
                .ifPresent(found -> LAST_RULES.forEach(rule -> problems.addAll(rule.check(found))));
        return new Verdict(problems, data);
    }

    private static Stream<Problem> errors(List<Problem> problems) {
        return problems.stream().filter(problem -> problem.severity() == Severity.ERROR);
    }

    private static Optional<FlowGraph> graph(FlowModel flow, boolean certain) {
        Optional<StepModel> end =
                Endpoints.single(Endpoints.ends(flow)).filter(step -> step.transition() instanceof TransitionModel.End);
        Optional<StepModel> closed = EndGoesOnRule.broken(flow);
        return Endpoints.single(Endpoints.starts(flow)).map(start -> new FlowGraph(flow, start, end, closed, certain));
    }

    /** The ids of the rules that need not see the code of steps. */
    static List<String> ids() {
        return Stream.concat(RULES.stream().map(Rule::id), GRAPH_RULES.stream().map(GraphRule::id))
                .toList();
    }

    /** The ids of the rules that look into the code of steps. */
    static List<String> codeIds() {
        Stream<DataRule> data = Stream.concat(DATA_RULES.stream(), LAST_RULES.stream());
        return Stream.concat(BODY_RULES.stream().map(BodyRule::id), data.map(DataRule::id))
                .toList();
    }
}
