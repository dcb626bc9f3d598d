package dev.cairn.processor.graph;

import dev.cairn.processor.graph.Absence.Condition;
import dev.cairn.processor.graph.Absence.Condition.Kind;
import dev.cairn.processor.graph.DataSketch.Effect;
import dev.cairn.processor.graph.Sketch.Node;
import dev.cairn.processor.model.GraphModel;
import dev.cairn.processor.model.MergeCall.Selection;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Goes a path on which an artifact is said not to come to exist. All that its conditions do not exclude happens there, and in the
 * branches beside it, if it could make the artifact exist.
 */
final class AbsenceReplay {
    private final DataSketch data;
    private final GraphModel graph;
    private final String artifact;
    private final Absence absence;
    private final Set<Condition> conditions;
    private final boolean besideWithIt;
    private final Map<String, Boolean> after = new HashMap<>();

    /**
     * A replay.
     *
     * @param besideWithIt whether the branches beside the path begin with the artifact, as they may if the path loses it in its own
     */
    private AbsenceReplay(
            DataSketch data,
            GraphModel graph,
            String artifact,
            Absence absence,
            Set<Condition> conditions,
            boolean besideWithIt) {
        this.besideWithIt = besideWithIt;
        this.data = data;
        this.graph = graph;
        this.artifact = artifact;
        this.absence = absence;
        this.conditions = conditions;
    }

    /** What is wrong with the path, or the empty string; {@code over} if it includes what the last step does. */
    static String wrong(DataSketch data, GraphModel graph, String artifact, Absence absence, boolean over) {
        Set<Condition> all = new HashSet<>(absence.conditions());
        AbsenceReplay replay = new AbsenceReplay(data, graph, artifact, absence, all, false);
        String impossible = replay.impossible();
        if (!impossible.isEmpty()) {
            return impossible;
        } else if (all.size() < absence.conditions().size()) {
            return "says a condition twice";
        } else if (replay.exists(over)) {
            return "it exists there";
        }
        for (Condition condition : absence.conditions()) {
            Set<Condition> others = new HashSet<>(all);
            others.remove(condition);
            if (!new AbsenceReplay(data, graph, artifact, absence, others, true).exists(over)) {
                return "needs no " + condition.kind() + " of "
                        + condition.step().name();
            }
        }
        return "";
    }

    private String impossible() {
        List<String> path = absence.path();
        if (!path.get(0).equals("start")) {
            return "does not begin at the start";
        }
        for (int i = 1; i < path.size(); i++) {
            String from = path.get(i - 1);
            boolean edge = data.sketch.node(from).targets.contains(path.get(i));
            if (!edge && !path.get(i).equals(graph.joinOf().get(from))) {
                return "there is no path from " + from + " to " + path.get(i);
            }
        }
        for (Condition condition : absence.conditions()) {
            Effect effect = data.effects.get(condition.step().name());
            boolean possible = switch (condition.kind()) {
                case NOT_ASSIGNED ->
                    !effect.always().contains(artifact) && !effect.counted().contains(artifact);
                case NOT_MERGED ->
                    effect.catches()
                            || effect.merges().stream()
                                    .noneMatch(merge -> !merge.conditional() && merge.selects(artifact));
                case CAUGHT -> effect.catches();
                case NO_ELEMENTS -> data.sketch.node(condition.step().name()).kind == Sketch.Kind.FOREACH;
            };
            if (!possible) {
                return condition.kind() + " cannot be in " + condition.step().name();
            }
        }
        return "";
    }

    private boolean is(Kind kind, String step) {
        return conditions.stream()
                .anyMatch(condition ->
                        condition.kind() == kind && condition.step().name().equals(step));
    }

    private boolean exists(boolean over) {
        List<String> path = absence.path();
        boolean present = DataSketch.INITIALISED.contains(artifact);
        for (int i = 0; i < path.size(); i++) {
            String step = path.get(i);
            if (data.sketch.node(step).joins) {
                present |= existsBeside(path.subList(0, i), step);
            }
            if (i < path.size() - 1 || over) {
                present = after(step, present);
                after.put(step, present);
            }
        }
        return present;
    }

    /** What a step leaves; of a join, {@code present} is what comes in. */
    private boolean after(String step, boolean present) {
        Effect effect = data.effects.get(step);
        boolean joins = data.sketch.node(step).joins;
        if (is(Kind.CAUGHT, step)) {
            return !joins && present || artifact.equals(DataSketch.FAILURE);
        }
        boolean assigns = effect.always().contains(artifact)
                || effect.sometimes().contains(artifact)
                || effect.counted().contains(artifact);
        boolean merges = effect.merges().stream().anyMatch(merge -> merge.selects(artifact));
        return effect.catches() && artifact.equals(DataSketch.FAILURE)
                || assigns && !is(Kind.NOT_ASSIGNED, step)
                || present && (!joins || merges && !is(Kind.NOT_MERGED, step))
                || joins && isRequired(effect);
    }

    /** Whether a merge fails without the artifact, so that no path leads on. */
    private boolean isRequired(Effect effect) {
        List<DataSketch.Merge> merges = effect.merges().stream()
                .filter(merge -> merge.selects(artifact))
                .toList();
        return !effect.catches()
                && merges.stream().allMatch(merge -> merge.selection() == Selection.ONLY)
                && merges.stream().anyMatch(merge -> !merge.conditional());
    }

    /** Whether another branch than the one by which the path comes can bring it; tasks of a foreach all go the same path. */
    private boolean existsBeside(List<String> way, String join) {
        String split = graph.splitOf().get(join);
        Node node = data.sketch.node(split);
        int at = way.lastIndexOf(split);
        if (node.kind == Sketch.Kind.FOREACH) {
            boolean skipped = at == way.size() - 1;
            boolean mayHaveNone = skipped && !is(Kind.NO_ELEMENTS, split);
            return mayHaveNone && brings(node.targets.get(0), after.get(split), join);
        }
        boolean present = after.get(split) || besideWithIt;
        return node.targets.stream()
                .filter(head -> !head.equals(way.get(at + 1)))
                .anyMatch(head -> brings(head, present, join));
    }

    private boolean brings(String head, boolean present, String join) {
        Set<Map.Entry<String, Boolean>> seen = new HashSet<>();
        Deque<Map.Entry<String, Boolean>> queue = new ArrayDeque<>();
        queue.add(Map.entry(head, present));
        while (!queue.isEmpty()) {
            Map.Entry<String, Boolean> place = queue.remove();
            if (!seen.add(place)) {
                continue;
            } else if (place.getKey().equals(join)) {
                if (place.getValue()) {
                    return true;
                }
                continue;
            }
            boolean left = after(place.getKey(), place.getValue());
            targets(place.getKey()).forEach(target -> queue.add(Map.entry(target, left)));
        }
        return false;
    }

    private List<String> targets(String step) {
        Node node = data.sketch.node(step);
        if (is(Kind.NO_ELEMENTS, step)) {
            return List.of(graph.joinOf().get(step));
        } else if (node.kind == Sketch.Kind.SWITCH) {
            for (List<String> way : absence.beside()) {
                int at = way.indexOf(step);
                if (at >= 0) {
                    return List.of(way.get(at + 1));
                }
            }
        }
        return node.targets;
    }
}
