package dev.cairn.view;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.cairn.engine.CodeCheck;
import dev.cairn.engine.ResumePlan;
import dev.cairn.engine.ResumePlan.StepReuse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a flow before it runs. Immutable.
 *
 * @param flow the name of the flow
 * @param steps how many steps it has
 * @param url the URL of the datastore
 * @param exists whether the datastore exists; it can be read then
 * @param code what of the code can be compared with that of later runs
 * @param plan what a resume would do; null if that was not asked
 */
public record CheckView(
        String flow,
        int steps,
        String url,
        boolean exists,
        CodeCheck code,
        @Nullable ResumePlan plan) implements JsonView {
    @Override
    public void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("flow", flow);
        json.writeNumberField("steps", steps);
        json.writeStringField("datastore", url);
        json.writeBooleanField("datastoreExists", exists);
        texts(json, "unknownCode", code.unknown());
        texts(json, "unseen", code.unseen());
        if (plan != null) {
            json.writeObjectFieldStart("resume");
            json.writeStringField("origin", plan.origin());
            texts(json, "notes", notes(plan));
            json.writeArrayFieldStart("steps");
            for (StepReuse step : plan.steps()) {
                json.writeStartObject();
                json.writeStringField("step", step.step());
                json.writeNumberField("reused", step.reused());
                json.writeStringField("text", step.text());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    /**
     * What is worth to know of a resume, apart from what of the code cannot be seen.
     *
     * @param ofResume what the resume would do
     * @return one sentence each, in the order of the plan; empty if there is nothing
     */
    public List<String> notes(ResumePlan ofResume) {
        return ofResume.notes().stream()
                .filter(note -> !code.unseen().contains(note))
                .toList();
    }

    private static void texts(JsonGenerator json, String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
