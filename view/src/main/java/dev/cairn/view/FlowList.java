package dev.cairn.view;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;

/**
 * Flows, one per line.
 *
 * @param flows by name, the first sentence of each flow's documentation
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
