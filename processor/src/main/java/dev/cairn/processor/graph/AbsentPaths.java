package dev.cairn.processor.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/**
 * Finds shortest paths over steps after which an artifact may be absent, backwards from where it is missed to the step at which it
 * is absent for no reason that lies further back: the first step, or a join that drops it. For one artifact. Immutable.
 */
final class AbsentPaths {
    private static final int NONE = -1;

    private final DataPaths paths;
    private final Existence must;
    private final Map<Integer, StepEffect> effects;
    private final int artifact;
    private final boolean initialised;

    AbsentPaths(
            DataPaths paths, Existence must, Map<Integer, StepEffect> effects, ArtifactNumbers numbers, int artifact) {
        this.paths = paths;
        this.must = must;
        this.effects = effects;
        this.artifact = artifact;
        this.initialised = numbers.initial().get(artifact);
    }

    /** A path to the start of a step, of a join to its merge. */
    List<Integer> before(int step) {
        if (paths.isStart(step) && !initialised) {
            return List.of(step);
        }
        List<Integer> path = search(previous(step), NONE, from -> false);
        path.add(step);
        return path;
    }

    /** A path that ends with a step. */
    List<Integer> after(int step) {
        return search(Stream.of(step), NONE, from -> false);
    }

    /** A path through a branch that a join closes; {@code absent} if the artifact is, when the branch begins. */
    List<Integer> through(List<Integer> branch, int split, boolean absent) {
        return search(branch.stream(), split, step -> absent && paths.into(step).contains(split));
    }

    /** Whether the artifact, where it is absent after a step, is so whatever came before. */
    private boolean isSource(int step) {
        if (!paths.joins(step)) {
            return paths.isStart(step) && !initialised;
        }
        StepEffect effect = Objects.requireNonNull(effects.get(step));
        boolean fails = effect.catches() && effect.mustAssign().get(artifact);
        return fails
                || !effect.mayMerge().get(artifact)
                || leavesOut(step) && must.arriving(step).get(artifact);
    }

    /** Whether a join may leave the artifact out, so that it may be absent though it came in. */
    private boolean leavesOut(int step) {
        return paths.joins(step)
                && (Objects.requireNonNull(effects.get(step)).catches()
                        || !effects.get(step).mustMerge().get(artifact));
    }

    /** Of the paths to blame, one on which a join leaves out what may come in is the last to choose. */
    private List<Integer> search(Stream<Integer> last, int barrier, IntPredicate begins) {
        List<Integer> from = last.toList();
        return find(from, barrier, begins.or(this::isSource))
                .or(() -> find(from, barrier, begins.or(this::isSource).or(this::leavesOut)))
                .orElseThrow(() -> new IllegalStateException("it exists on every path there"));
    }

    private Optional<List<Integer>> find(List<Integer> last, int barrier, IntPredicate goal) {
        Set<Integer> seen = new HashSet<>();
        Map<Integer, Integer> next = new HashMap<>();
        Deque<Integer> queue = new ArrayDeque<>();
        last.stream().filter(this::mayBeAbsentAfter).filter(seen::add).forEach(queue::add);
        while (!queue.isEmpty()) {
            int step = queue.remove();
            if (goal.test(step)) {
                return Optional.of(path(step, next));
            }
            previous(step)
                    .filter(from -> from != barrier && mayBeAbsentAfter(from))
                    .filter(seen::add)
                    .forEach(from -> {
                        next.put(from, step);
                        queue.add(from);
                    });
        }
        return Optional.empty();
    }

    private static List<Integer> path(int first, Map<Integer, Integer> next) {
        List<Integer> path = new ArrayList<>();
        for (Integer step = first; step != null; step = next.get(step)) {
            path.add(step);
        }
        return path;
    }

    private boolean mayBeAbsentAfter(int step) {
        return !must.after(step).get(artifact);
    }

    /** Where to go back; that a foreach has no elements is a reason only if each of its tasks would bring the artifact. */
    private Stream<Integer> previous(int step) {
        if (!paths.joins(step)) {
            return paths.into(step).stream();
        }
        DataPaths.Join join = paths.join(step);
        if (!paths.closesForeach(step)) {
            return leading(join).flatMap(List::stream);
        }
        boolean fromTasks = join.branches().stream().flatMap(List::stream).anyMatch(this::mayBeAbsentAfter);
        return fromTasks ? join.branches().stream().flatMap(List::stream) : Stream.of(join.split());
    }

    /**
     * The branches by which to go back from a static join. The artifact is absent in all of them; where it is so in one only if it
     * was before they began, the path has to come from there.
     */
    private Stream<List<Integer>> leading(DataPaths.Join join) {
        List<List<Integer>> bound = join.branches().stream()
                .filter(branch -> find(branch, join.split(), step -> isSource(step) || leavesOut(step))
                        .isEmpty())
                .toList();
        return (bound.isEmpty() ? join.branches() : bound).stream();
    }
}
