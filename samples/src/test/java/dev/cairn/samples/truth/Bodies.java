package dev.cairn.samples.truth;

import dev.cairn.samples.truth.Knowledge.State;
import dev.cairn.samples.truth.StepSketch.Item;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Draws what steps do: see, assign, share and change. Used by one thread. */
final class Bodies {
    final Draw draw;
    final List<Variable> variables;
    final Ways ways;
    final Set<String> documented = new HashSet<>();

    Bodies(Draw draw, List<Variable> variables, List<Line> helpers) {
        this.draw = draw;
        this.variables = variables;
        this.ways = new Ways(draw, helpers);
    }

    /** Adds a few lines to a step that is not a join, or to a join after its merge. */
    void fill(StepSketch step, Knowledge knowledge, int atMost) {
        for (int line = draw.below(atMost + 1); line >= 0; line--) {
            int percent = draw.below(100);
            if (percent < 30) {
                see(step, knowledge);
            } else if (percent < 45) {
                assign(step, knowledge);
            } else if (percent < 53) {
                share(step, knowledge);
            } else if (percent < 80) {
                change(step, knowledge);
            } else if (percent < 90 && step.item != null) {
                useItem(step, step.item, knowledge);
            } else if (percent < 91) {
                assignNull(step, knowledge);
            } else {
                count(step, knowledge);
            }
        }
    }

    /** A variable that meets a condition, if there is one. */
    Optional<Variable> pick(Predicate<Variable> condition) {
        List<Variable> found = variables.stream().filter(condition).toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(draw.one(found));
    }

    void see(StepSketch step, Knowledge knowledge) {
        pick(variable -> knowledge.of(variable) != State.ABSENT
                        && (knowledge.of(variable) != State.MAYBE || draw.chance(20))
                        && (knowledge.of(variable) != State.DROPPED || draw.chance(6)))
                .ifPresent(variable ->
                        step.lines.add(seen(variable, variable.kind().shown(variable.name()))));
    }

    static Line seen(Variable variable, String shown) {
        return Line.reading("see(task, \"" + variable.name() + "\", " + shown + ");", variable.name());
    }

    private void assign(StepSketch step, Knowledge knowledge) {
        pick(Variable::isArtifact).ifPresent(variable -> {
            String value = variable.initial() != null && draw.chance(15)
                    ? variable.initial()
                    : variable.kind().created(draw);
            add(step, knowledge, variable, assignment(variable, value), Set.of());
        });
    }

    static String assignment(Variable variable, String value) {
        return variable.name() + " = " + value + ";«" + variable.name() + "»";
    }

    /** Adds an assignment, perhaps under a condition. */
    void add(StepSketch step, Knowledge knowledge, Variable variable, String text, Set<String> reads) {
        String wrapped = ways.wrapped(text);
        knowledge.assign(variable, wrapped.equals(text));
        step.lines.add(new Line(wrapped, reads, Set.of(variable.name())));
    }

    private void assignNull(StepSketch step, Knowledge knowledge) {
        pick(variable -> variable.isArtifact() && !variable.kind().isPrimitive())
                .ifPresent(variable -> {
                    step.lines.add(new Line(assignment(variable, "null"), Set.of(), Set.of(variable.name())));
                    knowledge.put(variable, State.NULLABLE);
                });
    }

    /** Puts one object into two artifacts. */
    private void share(StepSketch step, Knowledge knowledge) {
        pick(knowledge::isUsable)
                .filter(from -> from.kind().isMutable())
                .ifPresent(from -> pick(to -> to != from
                                && to.isArtifact()
                                && !Sharing.of(from, to, knowledge.isUsable(to)).isEmpty())
                        .ifPresent(to -> {
                            String text = draw.one(Sharing.of(from, to, knowledge.isUsable(to)));
                            String wrapped = ways.wrapped(text);
                            step.lines.add(
                                    new Line(wrapped, Set.of(from.name(), to.name()), Set.of(from.name(), to.name())));
                            if (text.contains("«") && !text.startsWith("if")) {
                                knowledge.assign(to, wrapped.equals(text));
                            }
                        }));
    }

    void change(StepSketch step, Knowledge knowledge) {
        pick(variable -> variable.kind().isMutable()
                        && (variable.isArtifact() || draw.chance(6))
                        && (knowledge.isUsable(variable)
                                || knowledge.of(variable) == State.NULLABLE && draw.chance(30)
                                || knowledge.of(variable) == State.DROPPED && draw.chance(6)))
                .ifPresent(variable -> {
                    String text = ways.wrapped(ways.changeField(variable.kind(), variable.name()));
                    boolean guarded = !knowledge.isUsable(variable);
                    step.lines.add(new Line(
                            guarded ? "if (" + variable.name() + " != null) { " + text + " }" : text,
                            Set.of(variable.name()),
                            Set.of(variable.name())));
                });
    }

    private void count(StepSketch step, Knowledge knowledge) {
        pick(variable -> variable.kind() == Kind.NUMBER && variable.isArtifact())
                .ifPresent(variable -> {
                    String name = variable.name();
                    Optional<Variable> from = pick(other -> other.kind() == Kind.LIST && knowledge.isUsable(other));
                    if (from.isPresent() && draw.chance(50)) {
                        String text =
                                draw.one(List.of(" = ~.size();", " = ~.isEmpty() ? 3 : ~.get(0);", " = ~.size() * 2;"));
                        add(
                                step,
                                knowledge,
                                variable,
                                name + text.replace("~", from.get().name()) + "«" + name + "»",
                                Set.of(from.get().name()));
                    } else if (knowledge.isUsable(variable)) {
                        String text = draw.one(List.of(" += 2;", "++;", " *= 3;", " -= 1;"));
                        add(step, knowledge, variable, name + text + "«" + name + "»", Set.of(name));
                    }
                });
    }

    private void useItem(StepSketch step, Item item, Knowledge knowledge) {
        Variable over = item.of();
        Kind element = over.kind().element();
        Set<String> names = Set.of(item.name(), over.name());
        if (Changes.canChangeItem(item.holder()) && draw.chance(35)) {
            String text =
                    draw.chance(50) || element == null || item.holder() == Kind.INDEX || item.holder() == Kind.LISTS
                            ? Changes.ofItem(item.holder(), item.name(), draw)
                            : ways.change(element, item.name());
            step.lines.add(new Line(ways.wrapped(text), names, names));
            if (over.kind().isCompiled()) {
                documented.add(over.name());
            }
        } else if (element != null && item.holder() != Kind.INDEX && item.holder() != Kind.LISTS && draw.chance(40)) {
            pick(variable -> variable.isArtifact() && variable.kind() == element)
                    .ifPresent(variable ->
                            add(step, knowledge, variable, assignment(variable, "‹" + item.name() + "›"), names));
        } else if (item.holder() == Kind.LIST || item.holder() == Kind.ARRAY || item.holder() == Kind.SET) {
            pick(variable -> variable.isArtifact() && variable.kind() == Kind.NUMBER)
                    .ifPresent(variable ->
                            add(step, knowledge, variable, assignment(variable, item.name() + " + 1"), names));
        } else {
            step.lines.add(Line.reading(
                    "see(task, \"" + item.name() + "\", \"\" + " + item.name() + ");", over.name(), item.name()));
        }
    }
}
