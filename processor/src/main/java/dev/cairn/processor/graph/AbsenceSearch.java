package dev.cairn.processor.graph;

import dev.cairn.processor.graph.Absence.Condition;
import dev.cairn.processor.graph.Absence.Condition.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Finds a path on which an artifact does not come to exist, and what has to happen on it. For one artifact and one place. */
final class AbsenceSearch {
    private final StepGraph graph;
    private final DataWays ways;
    private final Paths paths;
    private final Existence may;
    private final Map<Integer, StepEffect> effects;
    private final int artifact;
    private final AbsentWays absent;
    private final Set<Condition> conditions = new LinkedHashSet<>();
    private final List<List<String>> beside = new ArrayList<>();

    AbsenceSearch(
            StepGraph graph,
            DataWays ways,
            Paths paths,
            Existence may,
            Map<Integer, StepEffect> effects,
            int artifact,
            AbsentWays absent) {
        this.graph = graph;
        this.ways = ways;
        this.paths = paths;
        this.may = may;
        this.effects = effects;
        this.artifact = artifact;
        this.absent = absent;
    }

    /** A path to the start of a step, of a join to its merge, on which the artifact does not come to exist. */
    Absence before(int step) {
        List<Integer> way = absent.before(step);
        follow(way, false);
        return absence(way);
    }

    /** A path over a step after which the artifact does not exist. */
    Absence after(int step) {
        List<Integer> way = absent.after(step);
        follow(way, true);
        return absence(way);
    }

    private Absence absence(List<Integer> way) {
        List<Integer> path = paths.stepsTo(way.get(0));
        path.addAll(way.subList(1, way.size()));
        return new Absence(names(path), List.copyOf(conditions), beside);
    }

    private List<String> names(List<Integer> way) {
        return way.stream().map(graph::name).toList();
    }

    /** Collects what has to happen on a path, and, where a join comes, in the branches beside it. */
    private void follow(List<Integer> way, boolean over) {
        int last = way.size() - 1;
        for (int i = 0; i <= last; i++) {
            int step = way.get(i);
            if (i > 0 && ways.joins(step) && !ways.closesForeach(step)) {
                followBeside(way.subList(0, i), step);
            }
            if (i < last || over) {
                addConditions(step, i == 0);
            }
            if (i < last && skips(step, way.get(i + 1))) {
                conditions.add(new Condition(Kind.NO_ELEMENTS, graph.step(step)));
            }
        }
    }

    private void followBeside(List<Integer> way, int closing) {
        DataWays.Join join = ways.join(closing);
        boolean before = way.contains(join.split()) || !may.after(join.split()).get(artifact);
        int from = way.get(way.size() - 1);
        for (List<Integer> branch : join.branches()) {
            if (!branch.contains(from)) {
                List<Integer> other = absent.through(branch, join.split(), before);
                follow(other, true);
                List<Integer> whole = paths.steps(join.split(), other.get(0));
                whole.addAll(other.subList(1, other.size()));
                whole.add(closing);
                if (whole.stream().anyMatch(graph::switches)) {
                    beside.add(names(whole.subList(1, whole.size())));
                }
            }
        }
    }

    private boolean skips(int step, int following) {
        return ways.joins(following) && ways.join(following).split() == step;
    }

    /** What has to happen in a step; a join has to leave out only what came in, on a path that begins there. */
    private void addConditions(int step, boolean begins) {
        StepEffect effect = Objects.requireNonNull(effects.get(step));
        boolean merges = begins && ways.joins(step) && effect.mayMerge().get(artifact);
        if (effect.catches() && (effect.mustAssign().get(artifact) || merges)) {
            conditions.add(new Condition(Kind.CAUGHT, graph.step(step)));
            return;
        }
        if (merges) {
            conditions.add(new Condition(Kind.NOT_MERGED, graph.step(step)));
        }
        if (effect.mayAssign().get(artifact)) {
            conditions.add(new Condition(Kind.NOT_ASSIGNED, graph.step(step)));
        }
    }
}
