package dev.cairn.runtime.graph;

import dev.cairn.runtime.definition.Access;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.ArtifactDefinition.Kind;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.StepDefinition;
import dev.cairn.runtime.definition.Transition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The graph of a flow as data, as it was when a run started. It can be read without the class of the flow. Immutable.
 *
 * @param flow the name of the flow
 * @param documentation the text of its javadoc, or the empty string
 * @param steps the steps, in topological order
 * @param parameters the names of the parameters, without secret ones, which are not stored
 * @param constants the names of the constants
 */
public record FlowGraph(
        String flow, String documentation, List<GraphStep> steps, List<String> parameters, List<String> constants) {
    /** The name of the artifact in which a run stores its graph. */
    public static final String ARTIFACT = "_graph_info";

    /**
     * Copies the lists.
     *
     * @param flow the name of the flow
     * @param documentation the text of its javadoc, or the empty string
     * @param steps the steps, in topological order
     * @param parameters the names of the parameters, without secret ones, which are not stored
     * @param constants the names of the constants
     */
    public FlowGraph {
        steps = List.copyOf(steps);
        parameters = List.copyOf(parameters);
        constants = List.copyOf(constants);
    }

    /**
     * A step of a graph.
     *
     * @param name the name
     * @param type {@code start}, {@code linear}, {@code split-static}, {@code split-foreach}, {@code split-switch}, {@code join}
     *     or {@code end}; a join that splits has type {@code join}
     * @param documentation the text of its javadoc, or the empty string
     * @param next the steps that may follow
     * @param foreachArtifact the artifact whose elements its foreach iterates over, or null
     * @param matchingJoin the join that closes its split, or null
     * @param choice how it selects one of the steps that may follow, or null
     * @param reads the artifacts, parameters and constants that its code may read before it assigns them, sorted; null if that is
     *     unknown, because the code could not be analysed or an older version of Cairn stored the graph
     */
    public record GraphStep(
            String name,
            String type,
            String documentation,
            List<String> next,
            @Nullable String foreachArtifact,
            @Nullable String matchingJoin,
            @Nullable Choice choice,
            @Nullable List<String> reads) {
        /**
         * Copies the lists.
         *
         * @param name the name
         * @param type {@code start}, {@code linear}, {@code split-static}, {@code split-foreach}, {@code split-switch}, {@code join} or
         *     {@code end}; a join that splits has type {@code join}
         * @param documentation the text of its javadoc, or the empty string
         * @param next the steps that may follow
         * @param foreachArtifact the artifact whose elements its foreach iterates over, or null
         * @param matchingJoin the join that closes its split, or null
         * @param choice how it selects one of the steps that may follow, or null
         * @param reads the artifacts, parameters and constants that its code may read before it assigns them, sorted; null if that is
         *     unknown, because the code could not be analysed or an older version of Cairn stored the graph
         */
        public GraphStep {
            next = List.copyOf(next);
            reads = reads == null ? null : List.copyOf(reads);
        }

        /**
         * A step of which it is unknown what it reads.
         *
         * @param name the name
         * @param type the type, as in {@link #type()}
         * @param documentation the text of its javadoc, or the empty string
         * @param next the steps that may follow
         * @param foreachArtifact the artifact whose elements its foreach iterates over, or null
         * @param matchingJoin the join that closes its split, or null
         * @param choice how it selects one of the steps that may follow, or null
         */
        public GraphStep(
                String name,
                String type,
                String documentation,
                List<String> next,
                @Nullable String foreachArtifact,
                @Nullable String matchingJoin,
                @Nullable Choice choice) {
            this(name, type, documentation, next, foreachArtifact, matchingJoin, choice, null);
        }

        /**
         * {@return whether the code of this step may read {@code artifact} before it assigns it; true if it is unknown what it reads}
         *
         * @param artifact the name of an artifact, parameter or constant
         */
        public boolean mayRead(String artifact) {
            return reads == null || reads.contains(artifact);
        }

        /** {@return whether this step closes a split} */
        public boolean joins() {
            return type.equals("join");
        }

        /** {@return whether this step opens a split, static or foreach} */
        public boolean splits() {
            return matchingJoin != null;
        }

        /** {@return whether this step opens a foreach} */
        public boolean fansOut() {
            return foreachArtifact != null;
        }

        /** {@return whether this step is a switch} */
        public boolean chooses() {
            return choice != null;
        }
    }

    /**
     * How a switch selects the next step.
     *
     * @param artifact the artifact that it switches on
     * @param cases the step that follows, by value
     * @param otherwise the step that follows for every other value, or null
     */
    public record Choice(
            String artifact,
            Map<String, String> cases,
            @Nullable String otherwise) {
        /**
         * Copies the map.
         *
         * @param artifact the artifact that it switches on
         * @param cases the step that follows, by value
         * @param otherwise the step that follows for every other value, or null
         */
        public Choice {
            cases = Collections.unmodifiableMap(new LinkedHashMap<>(cases));
        }
    }

    /**
     * {@return the step of this name}
     *
     * @param name the name of the step
     * @throws IllegalArgumentException if there is no such step
     */
    public GraphStep step(String name) {
        return steps.stream()
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("flow " + flow + " has no step `" + name + "`"));
    }

    /**
     * {@return whether both have the same steps, connected in the same way, so that an id means the same task} Documentation does not
     * count.
     *
     * @param other the graph to compare with
     */
    public boolean connectsLike(FlowGraph other) {
        return bare().equals(other.bare());
    }

    private List<GraphStep> bare() {
        return steps.stream()
                .map(step -> new GraphStep(
                        step.name, step.type, "", step.next, step.foreachArtifact, step.matchingJoin, step.choice))
                .toList();
    }

    /**
     * {@return the graph of a compiled flow}
     *
     * @param definition the generated definition of the flow
     */
    public static FlowGraph of(FlowDefinition<?> definition) {
        List<GraphStep> steps = new ArrayList<>();
        for (StepDefinition step : definition.steps()) {
            steps.add(step(step, steps.isEmpty()));
        }
        return new FlowGraph(
                definition.name(),
                definition.documentation(),
                steps,
                names(definition, Kind.PARAMETER),
                names(definition, Kind.CONSTANT));
    }

    private static GraphStep step(StepDefinition step, boolean first) {
        Transition transition = step.transition();
        String foreach = transition instanceof Transition.Foreach fanOut ? fanOut.artifact() : null;
        return new GraphStep(
                step.name(),
                type(step, first),
                step.documentation(),
                transition.targets(),
                foreach,
                join(transition),
                choice(transition),
                reads(step.access()));
    }

    private static @Nullable List<String> reads(Access access) {
        return access.unanalysed() ? null : access.reads().stream().sorted().toList();
    }

    private static @Nullable String join(Transition transition) {
        if (transition instanceof Transition.Foreach foreach) {
            return foreach.join();
        }
        return transition instanceof Transition.Split split ? split.join() : null;
    }

    private static @Nullable Choice choice(Transition transition) {
        return transition instanceof Transition.Switch ways
                ? new Choice(ways.artifact(), ways.cases(), ways.otherwise())
                : null;
    }

    private static String type(StepDefinition step, boolean first) {
        if (step.joins()) {
            return "join";
        } else if (step.transition() instanceof Transition.Foreach) {
            return "split-foreach";
        } else if (step.transition() instanceof Transition.Split) {
            return "split-static";
        } else if (step.transition() instanceof Transition.Switch) {
            return "split-switch";
        } else if (step.transition() instanceof Transition.End) {
            return "end";
        }
        return first ? "start" : "linear";
    }

    private static List<String> names(FlowDefinition<?> definition, Kind kind) {
        return definition.artifacts().stream()
                .filter(artifact -> artifact.kind() == kind && !artifact.secret())
                .map(ArtifactDefinition::name)
                .toList();
    }

    /** {@return the stored form, a map with the names that Metaflow uses} */
    public Map<String, @Nullable Object> toMap() {
        return GraphFormat.write(this);
    }

    /**
     * Reads the stored form, which {@link #toMap()} wrote.
     *
     * @param stored the value of the artifact {@value #ARTIFACT}
     * @return the graph, as it was when it was stored
     */
    public static FlowGraph of(Map<?, ?> stored) {
        return GraphFormat.read(stored);
    }
}
