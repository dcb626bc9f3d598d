package dev.cairn.processor.graph;

import dev.cairn.processor.graph.Sketch.Kind;
import dev.cairn.processor.graph.Sketch.Node;
import dev.cairn.processor.model.ArtifactModel;
import dev.cairn.processor.model.BodyModel;
import dev.cairn.processor.model.ClassRef;
import dev.cairn.processor.model.DecoratorsModel;
import dev.cairn.processor.model.FlowBodies;
import dev.cairn.processor.model.FlowModel;
import dev.cairn.processor.model.Given;
import dev.cairn.processor.model.InputAccess;
import dev.cairn.processor.model.JavaType;
import dev.cairn.processor.model.MergeCall;
import dev.cairn.processor.model.MergeCall.Selection;
import dev.cairn.processor.model.Position;
import dev.cairn.processor.model.StepBody;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.model.StoredType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** The graph of a flow with what each step does to its artifacts, drawn at random. */
final class DataSketch {
    private static final Position NOWHERE = new Position() {};
    private static final JavaType TEXT = new JavaType.Declared(ClassRef.of("java.lang", "String"), List.of());
    /** What takes the failure of a step that catches it. */
    static final String FAILURE = "failure";

    /** What has an initial value. */
    static final Set<String> INITIALISED = Set.of("initialised");

    /** What is a number, where a flow is written as source. */
    static final String NUMBER = "b";

    /** What steps assign. */
    static final List<String> ARTIFACTS = List.of("initialised", "a", "b", FAILURE);

    /** What a call of {@code mergeInto} selects, and whether a condition stands before it. */
    record Merge(Selection selection, Set<String> names, boolean conditional) {
        boolean selects(String artifact) {
            return switch (selection) {
                case ALL -> true;
                case ONLY -> names.contains(artifact);
                case EXCEPT -> !names.contains(artifact);
                case UNKNOWN -> throw new IllegalStateException();
            };
        }
    }

    /** What a step does; what it counts up starts from zero where it is not there. */
    record Effect(
            Set<String> always, Set<String> sometimes, Set<String> counted, List<Merge> merges, boolean catches) {}

    final Sketch sketch;
    final Map<String, Effect> effects = new LinkedHashMap<>();

    private DataSketch(Sketch sketch) {
        this.sketch = sketch;
    }

    /** A flow in which only {@link #NUMBER} is counted, so that all else can be of one type. */
    static DataSketch countingNumber(Random random, int size) {
        DataSketch data = random(random, size);
        data.effects.replaceAll((step, effect) -> {
            Set<String> counted = new TreeSet<>(effect.counted());
            counted.retainAll(Set.of(NUMBER));
            return new Effect(effect.always(), effect.sometimes(), counted, effect.merges(), effect.catches());
        });
        return data;
    }

    /** Whether a step assigns an artifact; if {@code counts}, also by counting. */
    boolean assigns(String artifact, boolean counts) {
        return effects.values().stream()
                .anyMatch(effect -> effect.always().contains(artifact)
                        || effect.sometimes().contains(artifact)
                        || counts && effect.counted().contains(artifact));
    }

    /** Whether a step may assign an artifact, also as the failure that it catches; if {@code counts}, also by counting. */
    boolean assigns(String step, String artifact, boolean counts) {
        Effect effect = effects.get(step);
        return effect.always().contains(artifact)
                || effect.sometimes().contains(artifact)
                || counts && effect.counted().contains(artifact)
                || effect.catches() && artifact.equals(FAILURE);
    }

    /** The steps from which a path of at least one edge leads to a step. */
    Set<String> before(String step) {
        Set<String> before = new TreeSet<>();
        Deque<String> queue = new ArrayDeque<>(List.of(step));
        while (!queue.isEmpty()) {
            String to = queue.remove();
            sketch.nodes.stream()
                    .filter(node -> node.targets.contains(to) && before.add(node.name))
                    .forEach(node -> queue.add(node.name));
        }
        return before;
    }

    static DataSketch random(Random random, int size) {
        DataSketch data = new DataSketch(SketchGenerator.sound(random, size));
        for (Node node : data.sketch.nodes) {
            data.effects.put(node.name, effect(random, node));
        }
        return data;
    }

    private static Effect effect(Random random, Node node) {
        boolean catches = node.kind != Kind.SWITCH && node.kind != Kind.FOREACH && random.nextInt(6) == 0;
        Set<String> always = new TreeSet<>();
        Set<String> sometimes = new TreeSet<>();
        Set<String> counted = new TreeSet<>();
        for (String artifact : ARTIFACTS) {
            int choice = artifact.equals(FAILURE) ? 9 : random.nextInt(10);
            if (choice < 2) {
                always.add(artifact);
            } else if (choice < 4) {
                sometimes.add(artifact);
            } else if (choice == 4) {
                counted.add(artifact);
            }
        }
        List<Merge> merges = new ArrayList<>();
        for (int calls = node.joins ? random.nextInt(8) : 0; calls > 2; calls -= 3) {
            merges.add(merge(random));
        }
        return new Effect(always, sometimes, counted, merges, catches);
    }

    private static Merge merge(Random random) {
        Selection selection =
                random.nextBoolean() ? Selection.ALL : random.nextBoolean() ? Selection.EXCEPT : Selection.ONLY;
        Set<String> names = new TreeSet<>();
        ARTIFACTS.stream()
                .filter(artifact -> selection != Selection.ALL && random.nextBoolean())
                .forEach(names::add);
        return new Merge(selection, names, random.nextInt(4) == 0);
    }

    /** The steps. */
    List<Node> nodes() {
        return sketch.nodes;
    }

    /** What the analysis is told of it. */
    DataFlow analysed() {
        Map<String, StepBody> bodies = new LinkedHashMap<>();
        effects.forEach((step, effect) -> bodies.put(step, body(effect)));
        FlowModel flow = flow();
        ExaminedGraph graph =
                new ExaminedGraph(flow, flow.step("start").orElseThrow(), flow.step("end"), Optional.empty(), true);
        return graph.dataFlow(new FlowBodies(bodies, INITIALISED, Set.of(), List.of(), List.of(), Optional.empty()));
    }

    private FlowModel flow() {
        FlowModel bare = sketch.flow();
        List<ArtifactModel> artifacts = new ArrayList<>();
        artifacts.add(artifact("parameter", ArtifactModel.Kind.PARAMETER, false));
        artifacts.add(artifact("constant", ArtifactModel.Kind.CONSTANT, true));
        ARTIFACTS.forEach(
                name -> artifacts.add(artifact(name, ArtifactModel.Kind.ARTIFACT, INITIALISED.contains(name))));
        return new FlowModel(
                bare.flowClass(),
                false,
                bare.name(),
                "",
                List.of(),
                artifacts,
                bare.steps().stream().map(this::decorated).toList(),
                List.of(),
                List.of(),
                NOWHERE);
    }

    private StepModel decorated(StepModel step) {
        DecoratorsModel none = step.decorators();
        Optional<Given<String>> caught =
                effects.get(step.name()).catches() ? Optional.of(new Given<>(FAILURE, NOWHERE)) : Optional.empty();
        return new StepModel(
                step.name(),
                step.transition(),
                step.parameters(),
                false,
                false,
                new DecoratorsModel(none.retry(), none.timeout(), caught, none.resources(), none.maxParallel(), ""),
                "",
                List.of(),
                NOWHERE,
                NOWHERE);
    }

    private static ArtifactModel artifact(String name, ArtifactModel.Kind kind, boolean initialised) {
        return new ArtifactModel(
                name,
                kind,
                TEXT,
                new StoredType.Any(TEXT),
                initialised,
                "",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                NOWHERE);
    }

    private static StepBody body(Effect effect) {
        Set<String> may = new TreeSet<>(effect.always());
        may.addAll(effect.sometimes());
        may.addAll(effect.counted());
        return new StepBody(
                new BodyModel(
                        Set.of(), Set.of(), may, effect.always(), Set.of(), false, BodyModel.PlaceRead.NOTHING, false),
                List.of(),
                List.of(),
                List.of(),
                effect.counted(),
                List.of(),
                List.of(),
                effect.merges().stream()
                        .map(merge -> new MergeCall(
                                merge.selection(), merge.names(), Set.of(), Set.of(), Set.of(), Set.of(), NOWHERE))
                        .toList(),
                merged(effect, false),
                merged(effect, true),
                InputAccess.NONE,
                List.of());
    }

    /** What is merged on every path, or on some. */
    private static Set<String> merged(Effect effect, boolean maybe) {
        Set<String> merged = new TreeSet<>();
        effect.merges().stream()
                .filter(merge -> maybe || !merge.conditional())
                .forEach(merge -> ARTIFACTS.stream().filter(merge::selects).forEach(merged::add));
        return merged;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Node node : sketch.nodes) {
            text.append(node).append("    ").append(effects.get(node.name)).append("\n");
        }
        return text.toString();
    }
}
