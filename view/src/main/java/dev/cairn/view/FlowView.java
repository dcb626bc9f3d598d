package dev.cairn.view;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.cairn.client.Run;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.graph.FlowGraph;
import dev.cairn.runtime.graph.FlowGraph.Choice;
import dev.cairn.runtime.graph.FlowGraph.GraphStep;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * A flow: what it does, its parameters and its steps.
 *
 * @param graph the graph
 * @param parameters the parameters
 */
public record FlowView(FlowGraph graph, List<Parameter> parameters) implements JsonView {
    /**
     * A parameter of a flow.
     *
     * @param name its name on the command line if the code of the flow is available, otherwise the name of its field
     * @param type its Java type; the empty string for a secret one if the code of the flow is not available
     * @param help its description, or the empty string
     * @param required whether each run must set it
     * @param secret whether its values are never stored
     */
    public record Parameter(String name, String type, String help, boolean required, boolean secret) {}

    /**
     * A flow as it is compiled now.
     *
     * @param definition the compiled flow
     * @return its graph, and its parameters with their descriptions
     */
    public static FlowView of(FlowDefinition<?> definition) {
        List<Parameter> parameters = definition.parameters().stream()
                .map(parameter -> new Parameter(
                        parameter.option(),
                        parameter.type(),
                        parameter.help(),
                        parameter.required(),
                        parameter.secret()))
                .toList();
        return new FlowView(FlowGraph.of(definition), parameters);
    }

    /**
     * A flow as it was when a run started.
     *
     * @param run a run of the flow; its code is not needed
     * @return the graph of then, and the parameters as far as the run has them: without descriptions, and none of them required
     */
    public static FlowView of(Run run) {
        Stream<Parameter> parameters = run.parameters().stream()
                .map(parameter -> new Parameter(parameter.name(), parameter.type(), "", false, false));
        Stream<Parameter> secrets =
                run.secretParameters().stream().map(name -> new Parameter(name, "", "", false, true));
        return new FlowView(run.graph(), Stream.concat(parameters, secrets).toList());
    }

    @Override
    public void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("flow", graph.flow());
        json.writeStringField("documentation", graph.documentation());
        json.writeArrayFieldStart("parameters");
        for (Parameter parameter : parameters) {
            json.writeStartObject();
            json.writeStringField("name", parameter.name());
            json.writeStringField("type", parameter.type());
            json.writeStringField("help", parameter.help());
            json.writeBooleanField("required", parameter.required());
            json.writeBooleanField("secret", parameter.secret());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("steps");
        for (GraphStep step : graph.steps()) {
            write(json, step);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, GraphStep step) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", step.name());
        json.writeStringField("type", step.type());
        json.writeStringField("documentation", step.documentation());
        json.writeArrayFieldStart("next");
        for (String next : step.next()) {
            json.writeString(next);
        }
        json.writeEndArray();
        if (step.fansOut()) {
            json.writeStringField("foreach", step.foreachArtifact());
        }
        if (step.splits()) {
            json.writeStringField("join", step.matchingJoin());
        }
        Choice choice = step.choice();
        if (choice != null) {
            json.writeStringField("switchOn", choice.artifact());
            json.writeObjectFieldStart("cases");
            for (var way : choice.cases().entrySet()) {
                json.writeStringField(way.getKey(), way.getValue());
            }
            json.writeEndObject();
            if (choice.otherwise() != null) {
                json.writeStringField("otherwise", choice.otherwise());
            }
        }
        json.writeEndObject();
    }
}
