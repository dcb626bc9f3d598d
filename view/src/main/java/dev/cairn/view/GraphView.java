package dev.cairn.view;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.cairn.runtime.graph.FlowGraph;
import dev.cairn.runtime.graph.FlowGraph.Choice;
import dev.cairn.runtime.graph.FlowGraph.GraphStep;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The graph of a flow, as nodes and edges.
 *
 * @param graph the graph
 * @param notes what to write beside a step, by its name: how far it is, for example
 */
public record GraphView(FlowGraph graph, Map<String, String> notes) implements JsonView {
    /**
     * An edge from one step to the next.
     *
     * @param from the step
     * @param to the next step
     * @param condition when, or how often, it is gone: {@code for each of numbers}, {@code kind is OK}; the empty string if always, and once
     */
    public record Edge(String from, String to, String condition) {}

    /**
     * Copies the map.
     *
     * @param graph the graph
     * @param notes what to write beside a step, by its name: how far it is, for example
     */
    public GraphView {
        notes = Map.copyOf(notes);
    }

    /**
     * The edges of a step, one for each step that may follow.
     *
     * @param step a step of any graph
     * @return the edges, in the order in which the step names the next ones; empty for an end step
     */
    public static List<Edge> edges(GraphStep step) {
        return step.next().stream()
                .distinct()
                .map(next -> new Edge(step.name(), next, condition(step, next)))
                .toList();
    }

    private static String condition(GraphStep step, String next) {
        Choice choice = step.choice();
        if (step.fansOut()) {
            return "for each of " + step.foreachArtifact();
        } else if (choice == null) {
            return "";
        }
        List<String> values = choice.cases().entrySet().stream()
                .filter(way -> way.getValue().equals(next))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(ArrayList::new));
        boolean isOtherwise = next.equals(choice.otherwise());
        if (values.isEmpty()) {
            return "otherwise";
        }
        return choice.artifact() + " is " + String.join(" or ", values) + (isOtherwise ? ", or otherwise" : "");
    }

    @Override
    public void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("flow", graph.flow());
        json.writeArrayFieldStart("nodes");
        for (GraphStep step : graph.steps()) {
            json.writeStartObject();
            json.writeStringField("step", step.name());
            json.writeStringField("type", step.type());
            String note = notes.get(step.name());
            if (note != null) {
                json.writeStringField("note", note);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("edges");
        for (GraphStep step : graph.steps()) {
            for (Edge edge : edges(step)) {
                json.writeStartObject();
                json.writeStringField("from", edge.from());
                json.writeStringField("to", edge.to());
                json.writeStringField("condition", edge.condition());
                json.writeEndObject();
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
