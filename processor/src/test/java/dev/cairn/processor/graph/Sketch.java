package dev.cairn.processor.graph;

import dev.cairn.processor.model.ClassRef;
import dev.cairn.processor.model.DecoratorsModel;
import dev.cairn.processor.model.FlowModel;
import dev.cairn.processor.model.Given;
import dev.cairn.processor.model.Position;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.model.StepParameter;
import dev.cairn.processor.model.TransitionModel;
import dev.cairn.processor.model.TransitionModel.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/** The graph of a flow, as tests draw it: mutable, and nothing but steps and edges. */
final class Sketch {
    private static final Position NOWHERE = new Position() {};
    private static final DecoratorsModel NO_DECORATORS = new DecoratorsModel(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), new Given<>(0, NOWHERE), "");

    /** How a step goes on. */
    enum Kind {
        END,
        LINEAR,
        SPLIT,
        FOREACH,
        SWITCH
    }

    /** A step. */
    static final class Node {
        final String name;
        Kind kind;
        boolean joins;
        boolean start;
        boolean end;
        boolean index;
        final List<String> targets = new ArrayList<>();

        Node(String name, Kind kind, boolean joins) {
            this.name = name;
            this.kind = kind;
            this.joins = joins;
        }

        @Override
        public String toString() {
            String arrow = switch (kind) {
                case END -> "";
                case LINEAR, SPLIT -> " -> ";
                case FOREACH -> " => ";
                case SWITCH -> " ? ";
            };
            String marks = (joins ? "!" : "") + (start ? "^" : "") + (end ? "$" : "") + (index ? "#" : "");
            return name + marks + arrow + String.join(" ", targets);
        }
    }

    final List<Node> nodes = new ArrayList<>();

    /**
     * Reads one step per line: {@code a -> b} goes on, {@code a -> b c} splits, {@code a => b} is a foreach, {@code a ? b c} a
     * switch, {@code end} the end, and {@code j! -> b} a join. Marks behind the name, as the {@code !} is, are {@code ^} for
     * {@code start = true}, {@code $} for {@code end = true}, and {@code #} for a parameter with {@code @Index}.
     */
    static Sketch of(String text) {
        Sketch sketch = new Sketch();
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(sketch::add);
        return sketch;
    }

    private void add(String line) {
        List<String> words = List.of(line.split(" "));
        String name = words.get(0).replaceAll("[!^$#]", "");
        String marks = words.get(0).substring(name.length());
        List<String> targets = words.subList(Math.min(2, words.size()), words.size());
        Node node = add(name, kind(words, targets.size()), marks.contains("!"));
        node.start = marks.contains("^");
        node.end = marks.contains("$");
        node.index = marks.contains("#");
        node.targets.addAll(targets);
    }

    private static Kind kind(List<String> words, int targets) {
        if (words.size() == 1) {
            return Kind.END;
        }
        return switch (words.get(1)) {
            case "=>" -> Kind.FOREACH;
            case "?" -> Kind.SWITCH;
            default -> targets > 1 ? Kind.SPLIT : Kind.LINEAR;
        };
    }

    Node add(String name, Kind kind, boolean joins) {
        Node node = new Node(name, kind, joins);
        nodes.add(node);
        return node;
    }

    Node node(String name) {
        return nodes.stream().filter(node -> node.name.equals(name)).findFirst().orElseThrow();
    }

    Sketch copy() {
        return of(toString());
    }

    FlowModel flow() {
        ClassRef flowClass = ClassRef.of("com.acme", "Sample");
        List<StepModel> steps = nodes.stream().map(Sketch::step).toList();
        return new FlowModel(
                flowClass, false, "Sample", "", List.of(), List.of(), steps, List.of(), List.of(), NOWHERE);
    }

    ExaminedGraph graph() {
        return graph(edges -> {});
    }

    /** The graph, which tells how many edges it looks at. */
    ExaminedGraph graph(IntConsumer looks) {
        FlowModel flow = flow();
        Optional<StepModel> end = flow.step("end").filter(step -> step.transition() instanceof TransitionModel.End);
        return new ExaminedGraph(
                flow,
                new StepGraph(flow, Optional.empty(), looks),
                flow.step("start").orElseThrow(),
                end,
                true);
    }

    private static StepModel step(Node node) {
        List<StepParameter> parameters =
                node.joins ? List.of(new StepParameter.JoinInputs("inputs", "Inputs", NOWHERE)) : List.of();
        return new StepModel(
                node.name, transition(node), parameters, false, false, NO_DECORATORS, "", List.of(), NOWHERE, NOWHERE);
    }

    private static TransitionModel transition(Node node) {
        List<Target> targets =
                node.targets.stream().map(target -> new Target(target, NOWHERE)).toList();
        return switch (node.kind) {
            case END -> new TransitionModel.End();
            case LINEAR -> new TransitionModel.Linear(targets.get(0));
            case SPLIT -> new TransitionModel.Split(targets);
            case FOREACH -> new TransitionModel.Foreach(targets, "items", NOWHERE);
            case SWITCH ->
                new TransitionModel.Switch(
                        "mode",
                        NOWHERE,
                        targets.stream()
                                .map(target -> new TransitionModel.Switch.Case(target.step(), NOWHERE, target))
                                .toList(),
                        List.of(),
                        1000);
        };
    }

    /** The lines from which {@link #of} makes the same sketch. */
    @Override
    public String toString() {
        return String.join("\n", nodes.stream().map(Node::toString).toList());
    }
}
