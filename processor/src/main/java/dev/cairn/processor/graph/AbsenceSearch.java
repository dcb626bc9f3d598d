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
    private final DataPaths dataPaths;
    private final Paths paths;
    private final Existence may;
    private final Map<Integer, StepEffect> effects;
    private final int artifact;
    private final AbsentPaths absent;
    private final Set<Condition> conditions = new LinkedHashSet<>();
    private final List<List<String>> beside = new ArrayList<>();

    AbsenceSearch(
            StepGraph graph,
            DataPaths dataPaths,
            Paths paths,
            Existence may,
            Map<Integer, StepEffect> effects,
            int artifact,
            AbsentPaths absent) {
        this.graph = graph;
        this.dataPaths = dataPaths;
        this.paths = paths;
        this.may = may;
        this.effects = effects;
        this.artifact = artifact;
        this.absent = absent;
    }

    /** A path to the start of a step, of a join to its merge, on which the artifact does not come to exist. */
    Absence before(int step) {
        List<Integer> absentPath = absent.before(step);
        follow(absentPath, false);
        return absence(absentPath);
    }

    /** A path over a step after which the artifact does not exist. */
    Absence after(int step) {
        List<Integer> absentPath = absent.after(step);
        follow(absentPath, true);
        return absence(absentPath);
    }

    private Absence absence(List<Integer> absentPath) {
        List<Integer> path = paths.stepsTo(absentPath.get(0));
        path.addAll(absentPath.subList(1, absentPath.size()));
        return new Absence(names(path), List.copyOf(conditions), beside);
    }

    private List<String> names(List<Integer> absentPath) {
        return absentPath.stream().map(graph::name).toList();
    }

    /** Collects what has to happen on a path, and, where a join comes, in the branches beside it. */
    private void follow(List<Integer> absentPath, boolean over) {
        int last = absentPath.size() - 1;
        for (int i = 0; i <= last; i++) {
            int step = absentPath.get(i);
            if (i > 0 && dataPaths.joins(step) && !dataPaths.closesForeach(step)) {
                followBeside(absentPath.subList(0, i), step);
            }
            if (i < last || over) {
                addConditions(step, i == 0);
            }
            if (i < last && skips(step, absentPath.get(i + 1))) {
                conditions.add(new Condition(Kind.NO_ELEMENTS, graph.step(step)));
            }
        }
    }

    private void followBeside(List<Integer> absentPath, int closing) {
        DataPaths.Join join = dataPaths.join(closing);
        boolean before =
                absentPath.contains(join.split()) || !may.after(join.split()).get(artifact);
        int from = absentPath.get(absentPath.size() - 1);
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
        return dataPaths.joins(following) && dataPaths.join(following).split() == step;
    }

    /** What has to happen in a step; a join has to leave out only what came in, on a path that begins there. */
    private void addConditions(int step, boolean begins) {
        StepEffect effect = Objects.requireNonNull(effects.get(step));
        boolean merges = begins && dataPaths.joins(step) && effect.mayMerge().get(artifact);
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
