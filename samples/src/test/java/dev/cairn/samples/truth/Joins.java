package dev.cairn.samples.truth;

import dev.cairn.samples.truth.Knowledge.State;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Draws what joins do: gather what their inputs have, merge all or some of it, go on. Used by one thread. */
final class Joins {
    private final Bodies bodies;
    private final Draw draw;

    Joins(Bodies bodies) {
        this.bodies = bodies;
        this.draw = bodies.draw;
    }

    /**
     * Fills a join.
     *
     * @param arriving what is known of all branches together
     * @param changed what they may have changed
     * @param assigned what any step before assigns
     * @param certainInput whether there is at least one branch
     * @return what is known after it
     */
    Knowledge fill(
            StepSketch join, Knowledge arriving, Set<String> changed, Set<String> assigned, boolean certainInput) {
        Knowledge knowledge = Knowledge.atJoin(bodies.variables);
        bodies.variables.stream()
                .filter(variable -> assigned.contains(variable.name()) && knowledge.of(variable) == State.INITIAL)
                .filter(variable -> draw.chance(95)) // the compiler refuses most of what is done with them
                .forEach(variable -> knowledge.put(variable, State.DROPPED));
        Set<String> own = new HashSet<>();
        for (int line = draw.below(4); line > 0; line--) {
            gather(join, knowledge, arriving, certainInput, own);
        }
        if (draw.chance(75)) {
            merge(join, knowledge, arriving, changed, own);
            if (draw.chance(20)) {
                gather(join, knowledge, arriving, certainInput, own);
            }
        }
        bodies.fill(join, knowledge, 2);
        bodies.variables.stream()
                .filter(variable -> knowledge.of(variable) == State.INITIAL && variable.isArtifact())
                .forEach(
                        variable -> knowledge.put(variable, own.contains(variable.name()) ? State.SET : State.DROPPED));
        return knowledge;
    }

    private void gather(
            StepSketch join, Knowledge knowledge, Knowledge arriving, boolean certainInput, Set<String> own) {
        int percent = draw.below(100);
        if (percent < 45) {
            accumulate(join, knowledge, arriving, own);
        } else if (percent < 55) {
            bodies.change(join, knowledge);
            own.addAll(
                    join.lines.isEmpty()
                            ? Set.of()
                            : join.lines.get(join.lines.size() - 1).writes());
        } else if (percent < 70) {
            bodies.pick(Variable::isArtifact).ifPresent(variable -> {
                String value = draw.chance(25) && variable.initial() != null
                        ? variable.initial()
                        : !variable.kind().isPrimitive() && draw.chance(10)
                                ? "null"
                                : variable.kind().created(draw);
                bodies.add(join, knowledge, variable, Bodies.assignment(variable, value), Set.of());
                if (value.equals("null")) {
                    knowledge.put(variable, State.NULLABLE);
                }
                own.add(variable.name());
            });
        } else if (percent < 85) {
            useInput(join, knowledge, arriving, certainInput, own);
        } else {
            bodies.see(join, knowledge);
        }
    }

    /** Adds up, or collects, what the inputs have. */
    private void accumulate(StepSketch join, Knowledge knowledge, Knowledge arriving, Set<String> own) {
        Optional<Variable> number = bodies.pick(variable ->
                variable.kind() == Kind.NUMBER && variable.isArtifact() && arriving.of(variable) == State.SET);
        bodies.pick(variable -> variable.isArtifact()
                        && knowledge.isUsable(variable)
                        && !Gathering.into(variable, number.orElse(variable)).isEmpty())
                .filter(variable -> number.isPresent())
                .ifPresent(variable -> {
                    String text = draw.one(Gathering.into(variable, number.get()));
                    String wrapped = draw.chance(15) ? "if (flag) { " + text + " }" : text;
                    join.lines.add(new Line(
                            wrapped,
                            new HashSet<>(List.of(variable.name(), number.get().name())),
                            Set.of(variable.name())));
                    own.add(variable.name());
                });
    }

    private void useInput(
            StepSketch join, Knowledge knowledge, Knowledge arriving, boolean certainInput, Set<String> own) {
        bodies.pick(variable -> variable.isArtifact() && arriving.of(variable) == State.SET)
                .ifPresent(variable -> {
                    String name = variable.name();
                    String value = "inputs.get(0)." + name + "()";
                    String text;
                    Set<String> written = Set.of(name);
                    boolean assigns = false;
                    boolean changes = variable.kind().isMutable();
                    int percent = draw.below(100);
                    if (percent < 35) {
                        text = "see(task, \"" + name + "\", " + variable.kind().shown(value) + ");";
                        written = Set.of();
                    } else if (percent < 70 || !changes) {
                        text = Bodies.assignment(variable, "‹" + value + "›");
                        assigns = true;
                    } else {
                        text = draw.chance(50)
                                ? bodies.ways.change(variable.kind(), value)
                                : "for (var input : inputs) { "
                                        + bodies.ways.change(variable.kind(), "input." + name + "()") + " }";
                        if (variable.kind().isCompiled()) {
                            bodies.documented.add(name);
                        }
                    }
                    if (!certainInput) {
                        text = "if (inputs.size() > 0) { " + text + " }";
                    }
                    if (assigns) {
                        knowledge.assign(variable, certainInput);
                        own.add(name);
                    }
                    join.lines.add(new Line(text, Set.of(name), written));
                });
    }

    private void merge(StepSketch join, Knowledge knowledge, Knowledge arriving, Set<String> changed, Set<String> own) {
        List<Variable> artifacts =
                bodies.variables.stream().filter(Variable::isArtifact).toList();
        Set<Variable> left = artifacts.stream()
                .filter(variable -> changed.contains(variable.name()) && !own.contains(variable.name()))
                .filter(variable -> draw.chance(80))
                .collect(Collectors.toSet());
        artifacts.stream().filter(variable -> draw.chance(8)).forEach(left::add);
        List<Variable> taken = new ArrayList<>(artifacts);
        taken.removeAll(left);
        taken.removeIf(variable -> arriving.of(variable) != State.SET);
        String selection = "";
        boolean only = draw.chance(12) && !taken.isEmpty();
        if (only) {
            selection = ", only(" + names(taken) + ")";
        } else if (!left.isEmpty()) {
            selection = ", except(" + names(List.copyOf(left)) + ")";
        }
        Set<String> selected = (only
                        ? taken
                        : artifacts.stream()
                                .filter(variable -> !left.contains(variable))
                                .toList())
                .stream().map(Variable::name).collect(Collectors.toSet());
        String text = "inputs.mergeInto(this" + selection + ");";
        boolean certain = !draw.chance(6);
        join.lines.add(new Line(certain ? text : "if (flag) { " + text + " }", selected, selected));
        for (Variable variable : artifacts) {
            if (selected.contains(variable.name())) {
                State now = knowledge.of(variable);
                State merged = now == State.SET || now == State.NULLABLE ? now : arriving.of(variable);
                knowledge.put(variable, certain || merged == now ? merged : State.MAYBE);
            }
        }
    }

    private static String names(List<Variable> variables) {
        return variables.stream().map(Variable::constant).sorted().collect(Collectors.joining(", "));
    }
}
