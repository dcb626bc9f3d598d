package dev.cairn.processor.graph;

import dev.cairn.processor.model.FieldAccess.Before;
import dev.cairn.processor.model.FlowBodies;
import dev.cairn.processor.model.FlowModel;
import dev.cairn.processor.model.GraphModel;
import dev.cairn.processor.model.StepModel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Definite assignment (chapter 16 of the Java language specification) lifted from local variables to artifacts and from
 * statements to steps: which artifacts exist where in a sound flow. Changes only by finding out more; used by one thread.
 */
public final class DataFlow {
    private final FlowModel flow;
    private final GraphModel model;
    private final FlowBodies bodies;
    private final StepGraph graph;
    private final Paths paths;
    private final ArtifactNumbers numbers;
    private final DataPaths dataPaths;
    private final Map<Integer, StepEffect> effects = new HashMap<>();
    private final Existence may;
    private final Existence must;
    private @Nullable Existence calm;
    private final Divergence divergence;
    private final Assignments assignments;
    private final Assignments settings;
    private final Assignments changes;
    private final Fates fates;
    private final Map<Integer, Fates> firstFates = new HashMap<>();

    DataFlow(FlowModel flow, GraphModel model, FlowBodies bodies, StepGraph graph, Paths paths, DataPaths dataPaths) {
        this.flow = flow;
        this.model = model;
        this.bodies = bodies;
        this.graph = graph;
        this.paths = paths;
        this.dataPaths = dataPaths;
        numbers = new ArtifactNumbers(flow);
        for (int step : dataPaths.order()) {
            effects.put(step, StepEffect.of(graph.step(step), bodies.step(graph.name(step)), numbers));
        }
        may = Existence.may(dataPaths, numbers, effects);
        must = Existence.must(dataPaths, numbers, effects);
        divergence = new Divergence(dataPaths, effects);
        assignments = new Assignments(dataPaths, this::assigned);
        settings = new Assignments(dataPaths, this::set);
        changes = new Assignments(
                dataPaths, step -> Objects.requireNonNull(effects.get(step)).mayChange());
        fates = new Fates(dataPaths, numbers, effects, Fates.NONE);
    }

    private BitSet assigned(int step) {
        StepEffect effect = Objects.requireNonNull(effects.get(step));
        BitSet assigned =
                effect.unknown() ? numbers.all() : (BitSet) effect.mayAssign().clone();
        assigned.or(effect.caught());
        return assigned;
    }

    /** What a step may assign, but for what it counts up from the value that it finds. */
    private BitSet set(int step) {
        BitSet set = assigned(step);
        set.andNot(numbers.of(bodies.step(graph.name(step)).counted()));
        return set;
    }

    /** The flow. */
    public FlowModel flow() {
        return flow;
    }

    /** Its graph. */
    public GraphModel graph() {
        return model;
    }

    /** The code of its steps. */
    public FlowBodies bodies() {
        return bodies;
    }

    /** The artifacts that can exist after a step, by their numbers in the flow; parameters and constants are among them. */
    public BitSet existingAfter(StepModel step) {
        return (BitSet) may.after(graph.number(step)).clone();
    }

    /** The artifacts that this step or one before it may assign, whether joins drop them or not, and those that exist from the start. */
    public BitSet assignedUpTo(StepModel step) {
        BitSet assigned = numbers.initial();
        assigned.or(assignments.before(graph.number(step)));
        assigned.or(assigned(graph.number(step)));
        return assigned;
    }

    /** On which paths to a step an artifact comes to exist; in a join only parameters and constants do. */
    public Before before(StepModel step, String artifact) {
        int number = graph.number(step);
        return on(may.before(number), must.before(number), artifact);
    }

    /** On which paths the branches bring an artifact to a join. */
    public Before arriving(StepModel join, String artifact) {
        int number = graph.number(join);
        return on(may.arriving(number), must.arriving(number), artifact);
    }

    /** On which paths an artifact exists in a join that has merged it: a merge that has to have it fails without it. */
    public Before merged(StepModel join, String artifact) {
        int number = graph.number(join);
        BitSet must = (BitSet) this.must.arriving(number).clone();
        must.or(Objects.requireNonNull(effects.get(number)).required());
        return on(may.arriving(number), must, artifact);
    }

    /** On which paths over a step an artifact exists after it. */
    public Before after(StepModel step, String artifact) {
        int number = graph.number(step);
        return on(may.after(number), must.after(number), artifact);
    }

    /** Whether an artifact exists after a step on every path on which no failure is caught, and not on the others. */
    public boolean isMissingIfCaught(StepModel step, String artifact) {
        return after(step, artifact) == Before.MAYBE
                && calm().after(graph.number(step)).get(numbers.of(artifact));
    }

    /** What exists on every path on which no step fails. */
    private Existence calm() {
        Existence known = calm;
        if (known == null) {
            Map<Integer, StepEffect> calmly = new HashMap<>();
            effects.forEach((step, effect) -> calmly.put(step, effect.withoutFailure()));
            known = Existence.must(dataPaths, numbers, calmly);
            calm = known;
        }
        return known;
    }

    private Before on(BitSet some, BitSet every, String artifact) {
        int number = numbers.of(artifact);
        if (number >= 0 && every.get(number)) {
            return Before.ALWAYS;
        }
        return number >= 0 && some.get(number) ? Before.MAYBE : Before.NEVER;
    }

    /** Whether a step that runs before another may assign an artifact, even if a join drops it. */
    public boolean mayBeAssignedBefore(StepModel step, String artifact) {
        return contains(assignments.before(graph.number(step)), artifact);
    }

    /** Whether a step that runs before another may assign an artifact other than by counting up what it finds. */
    public boolean mayBeSetBefore(StepModel step, String artifact) {
        return contains(settings.before(graph.number(step)), artifact);
    }

    /**
     * What may have become of an artifact where a step begins, or in a join where it may have merged.
     *
     * @param merged whether a join has called a merge that takes it
     */
    public Set<Fate> fates(StepModel step, String artifact, Before merged) {
        return fates(fates, step, artifact, merged);
    }

    /** The same where the step runs for the first time, which a loop around it cannot have prepared. */
    public Set<Fate> firstFates(StepModel step, String artifact, Before merged) {
        return fates(firstFates(graph.number(step)), step, artifact, merged);
    }

    private Fates firstFates(int step) {
        return model.loopOf().containsKey(graph.name(step))
                ? firstFates.computeIfAbsent(step, once -> new Fates(dataPaths, numbers, effects, once))
                : fates;
    }

    private Set<Fate> fates(Fates fates, StepModel step, String artifact, Before merged) {
        int number = graph.number(step);
        Set<Fate> found = EnumSet.noneOf(Fate.class);
        if (!step.joins() || merged != Before.ALWAYS) {
            found.addAll(fates.before(number).of(numbers.of(artifact)));
        }
        if (step.joins() && merged != Before.NEVER) {
            found.addAll(fates.merged(number).of(numbers.of(artifact)));
        }
        return found;
    }

    /** Whether a step that runs before another may change in place what an artifact refers to. */
    public boolean mayBeChangedBefore(StepModel step, String artifact) {
        return contains(changes.before(graph.number(step)), artifact);
    }

    private boolean contains(BitSet set, String artifact) {
        int number = numbers.of(artifact);
        return number >= 0 && set.get(number);
    }

    /** The artifacts that may exist when a step starts, or of a join may come in, by name. */
    public List<String> namesAt(StepModel step) {
        int number = graph.number(step);
        BitSet there = step.joins() ? may.arriving(number) : may.before(number);
        return there.stream()
                .mapToObj(artifact -> flow.artifacts().get(artifact).name())
                .toList();
    }

    /**
     * The last join on the path to a step to which an artifact may come, and which never passes it on; if there is one, a join on the
     * path on which the step runs first.
     */
    public Optional<StepModel> droppedBefore(StepModel step, String artifact) {
        int number = graph.number(step);
        Fates first = firstFates(number);
        return lastDrop(leading(number).filter(first::isReached), numbers.of(artifact), first::isReached)
                .or(() -> lastDrop(leading(number), numbers.of(artifact), join -> true));
    }

    private Stream<Integer> leading(int step) {
        return graph.incoming(step).stream().map(Edge::from).filter(from -> from != step);
    }

    /** The last join, this step or one before it, to which an artifact may come, and which never passes it on. */
    public Optional<StepModel> droppedAfter(StepModel step, String artifact) {
        return lastDrop(Stream.of(graph.number(step)), numbers.of(artifact), join -> true);
    }

    private Optional<StepModel> lastDrop(Stream<Integer> from, int artifact, IntPredicate among) {
        BitSet seen = new BitSet();
        Deque<Integer> queue = new ArrayDeque<>();
        from.filter(step -> !seen.get(step)).forEach(step -> {
            seen.set(step);
            queue.add(step);
        });
        while (!queue.isEmpty()) {
            int step = queue.remove();
            if (dataPaths.joins(step)
                    && may.arriving(step).get(artifact)
                    && !may.after(step).get(artifact)) {
                return Optional.of(graph.step(step));
            }
            for (Edge edge : graph.incoming(step)) {
                if (!seen.get(edge.from()) && among.test(edge.from())) {
                    seen.set(edge.from());
                    queue.add(edge.from());
                }
            }
        }
        return Optional.empty();
    }

    /** A shortest path from the first step to another. */
    public List<String> pathTo(StepModel step) {
        return paths.to(graph.number(step));
    }

    /** A shortest path from the first step to another, over a third one; from there it goes back by a loop if it has to. */
    public List<String> pathOver(StepModel over, StepModel to) {
        List<String> path = new ArrayList<>(pathTo(over));
        List<String> rest = paths.between(graph.number(over), graph.number(to));
        if (rest.isEmpty()) {
            rest = paths.around(graph.number(over), graph.number(to));
        }
        path.addAll(rest.subList(1, rest.size()));
        return path;
    }

    /** A path to a step, of a join to its merge, on which an artifact does not come to exist; there has to be one. */
    public Absence absenceBefore(StepModel step, String artifact) {
        return search(artifact).before(graph.number(step));
    }

    /** A path over a step after which an artifact does not exist; there has to be one. */
    public Absence absenceAfter(StepModel step, String artifact) {
        return search(artifact).after(graph.number(step));
    }

    private AbsenceSearch search(String artifact) {
        int number = numbers.of(artifact);
        AbsentPaths absent = new AbsentPaths(dataPaths, must, effects, numbers, number);
        return new AbsenceSearch(graph, dataPaths, paths, may, effects, number, absent);
    }

    /** What the branches that come into a join may disagree on, in the order of the artifacts. */
    public List<MergeConflict> conflicts(StepModel join) {
        DataPaths.Join closed = dataPaths.join(graph.number(join));
        boolean foreach = dataPaths.closesForeach(graph.number(join));
        List<BitSet> changed = closed.branches().stream().map(this::divergence).toList();
        List<BitSet> brought = closed.branches().stream().map(this::brought).toList();
        List<MergeConflict> conflicts = new ArrayList<>();
        for (int artifact = 0; artifact < flow.artifacts().size(); artifact++) {
            List<String> changing = new ArrayList<>();
            List<String> keeping = new ArrayList<>();
            for (int branch = 0; branch < changed.size(); branch++) {
                String head =
                        graph.name(graph.outgoing(closed.split()).get(branch).to());
                if (changed.get(branch).get(artifact)) {
                    changing.add(head);
                } else if (brought.get(branch).get(artifact)) {
                    keeping.add(head);
                }
            }
            String name = flow.artifacts().get(artifact).name();
            if (foreach && !changing.isEmpty()) {
                conflicts.add(new MergeConflict(name, true, List.of(), List.of()));
            } else if (changing.size() > 1) {
                conflicts.add(new MergeConflict(name, false, changing, List.of()));
            } else if (changing.size() == 1 && !keeping.isEmpty()) {
                conflicts.add(new MergeConflict(name, false, changing, keeping));
            }
        }
        return conflicts;
    }

    /** Whether a join merges an artifact that one of its branches may assign, so that it must not be there in the others. */
    public boolean isMergedFromOneBranch(String artifact) {
        int number = numbers.of(artifact);
        return dataPaths.order().stream()
                .filter(join -> dataPaths.joins(join) && !dataPaths.closesForeach(join))
                .filter(join ->
                        Objects.requireNonNull(effects.get(join)).mayMerge().get(number))
                .anyMatch(join -> dataPaths.join(join).branches().stream()
                                .filter(branch -> divergence(branch).get(number))
                                .count()
                        == 1);
    }

    private BitSet divergence(List<Integer> branch) {
        BitSet changed = new BitSet();
        branch.forEach(from -> changed.or(divergence.after(from)));
        return changed;
    }

    private BitSet brought(List<Integer> branch) {
        BitSet brought = new BitSet();
        branch.forEach(from -> brought.or(may.after(from)));
        return brought;
    }
}
