package dev.cairn.samples.truth;

import dev.cairn.samples.truth.Sequence.Choice;
import dev.cairn.samples.truth.Sequence.Each;
import dev.cairn.samples.truth.Sequence.Fan;
import dev.cairn.samples.truth.Sequence.Split;
import dev.cairn.samples.truth.Sequence.Stop;
import dev.cairn.samples.truth.StepSketch.Item;
import dev.cairn.samples.truth.Variable.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Draws a flow: its artifacts, its graph and, in the order in which they run, its steps. Used by one thread, once. */
final class FlowMaker {
    private static final List<String> NAMES = List.of("alpha", "beta", "gamma", "delta", "kappa", "omega");

    private final long seed;
    private final Draw draw;
    private final List<Variable> variables = new ArrayList<>();
    private final List<Variable> counters = new ArrayList<>();
    private final List<StepSketch> steps = new ArrayList<>();
    private final List<Line> helpers = new ArrayList<>();
    private final Bodies bodies;
    private final Joins joins;
    private int budget;

    private FlowMaker(long seed) {
        this.seed = seed;
        this.draw = new Draw(seed);
        this.bodies = new Bodies(draw, variables, helpers);
        this.joins = new Joins(bodies);
    }

    static FlowSketch make(long seed) {
        return new FlowMaker(seed).make();
    }

    private FlowSketch make() {
        int count = 2 + draw.below(NAMES.size() - 1);
        for (int i = 0; i < count; i++) {
            variables.add(variable(NAMES.get(i)));
        }
        budget = draw.chance(50) ? 2 + draw.below(3) : 4 + draw.below(5); // most mistakes show in small flows
        Sequence graph = sequence(0, Knowledge.atStart(variables), new HashSet<>(), List.of());
        Transitions.write(graph);
        return new FlowSketch(seed, variables, counters, steps, graph, helpers, bodies.documented, Set.of())
                .without(Set.of(), seed);
    }

    private Variable variable(String name) {
        Kind kind = draw.chance(25) ? Kind.NUMBER : draw.one(List.of(Kind.values()));
        int percent = draw.below(100);
        Role role = percent < 7 ? Role.PARAMETER : percent < 14 ? Role.CONSTANT : Role.ARTIFACT;
        boolean initialised = role != Role.ARTIFACT || draw.chance(55);
        return new Variable(name, kind, role, initialised ? kind.created(draw) : null);
    }

    private Sequence sequence(int depth, Knowledge knowledge, Set<String> changed, List<Item> items) {
        int length = depth == 0 ? 2 + draw.below(3) : 1 + draw.below(2);
        List<Stop> stops = new ArrayList<>();
        Knowledge now = knowledge;
        Fan before = null;
        Knowledge arriving = now;
        Set<String> inBranches = new HashSet<>();
        for (int i = 0; i < length; i++) {
            boolean join = before instanceof Split || before instanceof Each;
            boolean last = i == length - 1;
            StepSketch step = step(join, last && depth == 0, items);
            Knowledge onEntry = now.copy();
            if (join) {
                now = joins.fill(step, arriving, inBranches, assigned(), before instanceof Split);
            } else {
                bodies.fill(step, now, i == 0 && depth == 0 ? 5 : 3);
            }
            if (last && depth == 0) {
                seeAll(step, now);
            }
            inBranches = new HashSet<>();
            Fan fan = last || depth > 1 ? null : fan(step, depth, now, inBranches, items);
            step.lines.forEach(line -> changed.addAll(line.writes()));
            changed.addAll(inBranches);
            if (fan instanceof Choice) {
                now = arrivals.remove(arrivals.size() - 1);
            } else if (fan != null) {
                arriving = arrivals.remove(arrivals.size() - 1);
            }
            stops.add(stop(step, fan, stops, depth, last, join));
            fail(step, depth, fan, stops.get(i), last);
            if (step.caught) {
                now = Knowledge.meet(List.of(onEntry, now));
            }
            before = fan;
        }
        now.copyInto(knowledge);
        return new Sequence(stops);
    }

    private final List<Knowledge> arrivals = new ArrayList<>();

    private StepSketch step(boolean join, boolean end, List<Item> items) {
        budget--;
        String name = end ? "end" : steps.isEmpty() ? "start" : "step" + steps.size();
        StepSketch step = new StepSketch(name, join);
        if (!items.isEmpty() && draw.chance(80)) {
            step.item = draw.chance(80) ? items.get(items.size() - 1) : draw.one(items);
        }
        steps.add(step);
        return step;
    }

    private Set<String> assigned() {
        return variables.stream()
                .map(Variable::name)
                .filter(name -> steps.stream()
                        .flatMap(step -> step.lines.stream())
                        .anyMatch(line -> line.text().contains("«" + name + "»")))
                .collect(Collectors.toSet());
    }

    private void seeAll(StepSketch step, Knowledge knowledge) {
        variables.stream()
                .filter(variable -> knowledge.exists(variable) || knowledge.isUsable(variable))
                .filter(variable -> draw.chance(60))
                .forEach(variable ->
                        step.lines.add(Bodies.seen(variable, variable.kind().shown(variable.name()))));
    }

    /** What opens after a step; what is known where it closes is left in {@link #arrivals}. */
    private @Nullable Fan fan(StepSketch step, int depth, Knowledge now, Set<String> changed, List<Item> items) {
        if (budget <= 1) {
            return null;
        }
        int percent = draw.below(100);
        if (percent < 28) {
            List<Sequence> branches = new ArrayList<>();
            List<Knowledge> ends = new ArrayList<>();
            for (int branch = draw.chance(80) ? 2 : 3; branch > 0; branch--) {
                Knowledge end = now.copy();
                branches.add(sequence(depth + 1, end, changed, items));
                ends.add(end);
            }
            arrivals.add(Knowledge.meet(ends));
            return new Split(branches);
        } else if (percent < 60) {
            return each(step, depth, now, changed, items);
        } else if (percent < 68) {
            Knowledge yes = now.copy();
            Knowledge no = now.copy();
            Sequence first = sequence(depth + 1, yes, changed, items);
            Sequence second = draw.chance(50) ? sequence(depth + 1, no, changed, items) : new Sequence(List.of());
            arrivals.add(Knowledge.meet(List.of(yes, no)));
            return new Choice(first, second);
        }
        return null;
    }

    private @Nullable Fan each(StepSketch step, int depth, Knowledge now, Set<String> changed, List<Item> items) {
        Optional<Variable> over = bodies.pick(variable -> now.isUsable(variable)
                && (variable.kind().item != null || variable.kind() == Kind.NUMBER && variable.isArtifact())
                && items.stream().noneMatch(item -> item.of() == variable));
        if (over.isEmpty()) {
            return null;
        }
        Variable list = over.get();
        if (list.kind() == Kind.NUMBER) {
            step.lines.add(new Line(
                    Bodies.assignment(list, draw.one(List.of("0", "1", "2", "3"))), Set.of(), Set.of(list.name())));
        }
        List<Item> inner = new ArrayList<>(items);
        if (list.kind().item != null) {
            inner.add(new Item(draw.name("item"), list));
        }
        Knowledge end = now.copy();
        Sequence branch = sequence(depth + 1, end, changed, inner);
        arrivals.add(end);
        return new Each(list, branch);
    }

    private Stop stop(StepSketch step, @Nullable Fan fan, List<Stop> before, int depth, boolean last, boolean join) {
        boolean first = before.isEmpty() && depth == 0;
        if (fan != null || join || first || last && depth == 0 || !draw.chance(12)) {
            return new Stop(step, fan, -1, null);
        }
        int back = before.size();
        if (back > 1 && draw.chance(50)) {
            Stop previous = before.get(back - 1);
            back -= previous.fan() == null && !previous.step().join && previous.back() < 0 ? 1 : 0;
        }
        int number = counters.size() / 2 + 1;
        Variable turns = new Variable("turns" + number, Kind.NUMBER, Role.ARTIFACT, "0");
        Variable again = new Variable("again" + number, Kind.NUMBER, Role.ARTIFACT, null);
        counters.addAll(List.of(turns, again));
        step.lines.add(new Line(turns.name() + "++;«" + turns.name() + "»", Set.of(), Set.of()));
        step.lines.add(new Line(
                Bodies.assignment(again, turns.name() + " < " + (2 + draw.below(2)) + " ? 1 : 0"), Set.of(), Set.of()));
        return new Stop(step, null, back, again.name());
    }

    private void fail(StepSketch step, int depth, @Nullable Fan fan, Stop stop, boolean last) {
        int place = step.lines.isEmpty() ? 0 : draw.below(step.lines.size());
        if (draw.chance(8)) {
            step.retried = true;
            step.lines.add(place, Line.of("failFirst(task);"));
        } else if (draw.chance(8) && depth == 0 && fan == null && stop.back() < 0 && !last) {
            step.caught = true;
            step.lines.add(place, Line.of(draw.chance(50) ? "fail(task);" : "if (flag) { fail(task); }"));
        }
    }
}
