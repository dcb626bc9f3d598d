package dev.cairn.runtime.graph;

import dev.cairn.runtime.graph.FlowGraph.Choice;
import dev.cairn.runtime.graph.FlowGraph.GraphStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The form in which a graph is stored: maps, lists and texts, so that it is readable without any class. The keys are those of
 * Metaflow's {@code _graph_info}; {@code otherwise} and {@code reads} are our own.
 */
final class GraphFormat {
    private GraphFormat() {}

    static Map<String, @Nullable Object> write(FlowGraph graph) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("name", graph.flow());
        map.put("start_step", graph.steps().get(0).name());
        map.put(
                "end_step",
                graph.steps().stream()
                        .filter(step -> step.next().isEmpty())
                        .findFirst()
                        .map(GraphStep::name)
                        .orElse(""));
        map.put("doc", graph.documentation());
        map.put("parameters", new ArrayList<>(graph.parameters()));
        map.put("constants", new ArrayList<>(graph.constants()));
        Map<String, @Nullable Object> byName = new LinkedHashMap<>();
        graph.steps().forEach(step -> byName.put(step.name(), write(step)));
        map.put("steps", byName);
        return map;
    }

    private static Map<String, @Nullable Object> write(GraphStep step) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("name", step.name());
        map.put("type", step.type());
        map.put("doc", step.documentation());
        map.put("next", new ArrayList<>(step.next()));
        putIfPresent(map, "foreach_artifact", step.foreachArtifact());
        putIfPresent(map, "matching_join", step.matchingJoin());
        Choice choice = step.choice();
        if (choice != null) {
            map.put("condition", choice.artifact());
            map.put("switch_cases", new LinkedHashMap<>(choice.cases()));
            putIfPresent(map, "otherwise", choice.otherwise());
        }
        if (step.reads() != null) {
            map.put("reads", new ArrayList<>(step.reads()));
        }
        return map;
    }

    private static void putIfPresent(Map<String, @Nullable Object> map, String key, @Nullable String value) {
        if (value != null) {
            map.put(key, value);
        }
    }

    static FlowGraph read(Map<?, ?> stored) {
        List<GraphStep> steps = new ArrayList<>();
        ((Map<?, ?>) get(stored, "steps")).values().forEach(step -> steps.add(step((Map<?, ?>) step)));
        return new FlowGraph(
                (String) get(stored, "name"),
                (String) get(stored, "doc"),
                steps,
                strings(get(stored, "parameters")),
                strings(get(stored, "constants")));
    }

    private static GraphStep step(Map<?, ?> stored) {
        return new GraphStep(
                (String) get(stored, "name"),
                (String) get(stored, "type"),
                (String) get(stored, "doc"),
                strings(get(stored, "next")),
                (String) stored.get("foreach_artifact"),
                (String) stored.get("matching_join"),
                choice(stored),
                stored.containsKey("reads") ? strings(get(stored, "reads")) : null);
    }

    private static @Nullable Choice choice(Map<?, ?> stored) {
        if (!stored.containsKey("condition")) {
            return null;
        }
        Map<String, String> cases = new LinkedHashMap<>();
        ((Map<?, ?>) get(stored, "switch_cases")).forEach((value, step) -> cases.put((String) value, (String) step));
        return new Choice((String) stored.get("condition"), cases, (String) stored.get("otherwise"));
    }

    private static Object get(Map<?, ?> stored, String key) {
        return Objects.requireNonNull(stored.get(key));
    }

    private static List<String> strings(Object list) {
        return ((List<?>) list).stream().map(String.class::cast).toList();
    }
}
