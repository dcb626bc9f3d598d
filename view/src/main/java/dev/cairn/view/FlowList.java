package dev.cairn.view;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;

/**
 * Flows, a line each.
 *
 * @param flows their names, and the first sentences of what they do
 */
public record FlowList(SortedMap<String, String> flows) implements JsonView {
    @Override
    public void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("flows");
        for (Map.Entry<String, String> flow : flows.entrySet()) {
            json.writeStartObject();
            json.writeStringField("flow", flow.getKey());
            json.writeStringField("documentation", flow.getValue());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
