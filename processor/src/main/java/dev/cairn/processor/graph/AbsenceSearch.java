package dev.cairn.processor.graph;

import dev.cairn.processor.graph.Absence.Condition;
import dev.cairn.processor.graph.Absence.Condition.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds a shortest way on which an artifact does not come to exist: backwards, over steps after which it may be absent, to the
 * first step or to a join that drops it. For one artifact and one place.
 */
final class AbsenceSearch {
    private final StepGraph graph;
    private final DataWays ways;
    private final Paths paths;
    private final Existence must;
    private final Map<Integer, StepEffect> effects;
    private final int artifact;
    private final Map<Integer, Integer> next = new HashMap<>();
    private final Deque<Integer> queue = new ArrayDeque<>();

    AbsenceSearch(
            StepGraph graph,
            DataWays ways,
            Paths paths,
            Existence must,
            Map<Integer, StepEffect> effects,
            int artifact) {
        this.graph = graph;
        this.ways = ways;
        this.paths = paths;
        this.must = must;
        this.effects = effects;
        this.artifact = artifact;
    }

    /** A way to the start of a step, of a join to its merge, on which the artifact does not come to exist. */
    Absence before(int step) {
        if (ways.isStart(step)) {
            return absence(List.of(step), false);
        }
        add(step);
        return search(step, false);
    }

    /** A way over a step after which the artifact does not exist. */
    Absence after(int step) {
        if (isSource(step)) {
            return absence(paths.stepsTo(step), true);
        }
        add(step);
        return search(step, true);
    }

    private Absence search(int to, boolean over) {
        while (!queue.isEmpty()) {
            int step = queue.remove();
            if (isSource(step)) {
                List<Integer> way = paths.stepsTo(step);
                for (Integer following = next.get(step); following != null; following = next.get(following)) {
                    way.add(following);
                    if (following == to) {
                        break;
                    }
                }
                return absence(way, over);
            }
            add(step);
        }
        throw new IllegalStateException("the artifact exists on every way to " + graph.name(to));
    }

    private void add(int step) {
        previous(step)
                .filter(from -> !must.after(from).get(artifact))
                .filter(from -> next.putIfAbsent(from, step) == null)
                .forEach(queue::add);
    }

    private Stream<Integer> previous(int step) {
        if (!ways.joins(step)) {
            return ways.into(step).stream();
        }
        DataWays.Join join = ways.join(step);
        Stream<Integer> arriving = join.branches().stream().flatMap(List::stream);
        return ways.closesForeach(step) ? Stream.concat(arriving, Stream.of(join.split())) : arriving;
    }

    /** Whether the artifact is absent after a step for no reason that lies further back. */
    private boolean isSource(int step) {
        if (ways.joins(step)) {
            return !effects.get(step).mustMerge().get(artifact)
                    || effects.get(step).catches();
        }
        return ways.isStart(step);
    }

    private Absence absence(List<Integer> way, boolean over) {
        List<Condition> conditions = new ArrayList<>();
        int last = way.size() - 1;
        for (int i = 0; i < way.size(); i++) {
            int step = way.get(i);
            if (i < last || over) {
                condition(step).ifPresent(kind -> conditions.add(new Condition(kind, graph.step(step))));
            }
            if (i < last && skips(step, way.get(i + 1))) {
                conditions.add(new Condition(Kind.NO_ELEMENTS, graph.step(step)));
            }
        }
        return new Absence(way.stream().map(graph::name).toList(), Collections.unmodifiableList(conditions));
    }

    private boolean skips(int step, int following) {
        return ways.joins(following) && ways.join(following).split() == step;
    }

    private Optional<Kind> condition(int step) {
        StepEffect effect = effects.get(step);
        boolean merges = ways.joins(step) && effect.mayMerge().get(artifact);
        if (effect.catches() && (effect.mustAssign().get(artifact) || merges)) {
            return Optional.of(Kind.CAUGHT);
        } else if (effect.mayAssign().get(artifact)) {
            return Optional.of(Kind.NOT_ASSIGNED);
        }
        return merges && !effect.mustMerge().get(artifact) ? Optional.of(Kind.NOT_MERGED) : Optional.empty();
    }
}
