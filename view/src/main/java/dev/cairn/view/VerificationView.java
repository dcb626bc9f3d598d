package dev.cairn.view;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.cairn.maintenance.VerificationReport;
import java.io.IOException;

/**
 * What a verification found.
 *
 * @param url the URL of the datastore
 * @param report what was found
 */
public record VerificationView(String url, VerificationReport report) implements JsonView {
    @Override
    public void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("datastore", url);
        json.writeNumberField("runs", report.runs());
        json.writeNumberField("attempts", report.attempts());
        json.writeNumberField("blobs", report.blobs());
        json.writeNumberField("bytes", report.bytes());
        json.writeArrayFieldStart("problems");
        for (VerificationReport.Problem problem : report.problems()) {
            json.writeStartObject();
            json.writeStringField("where", problem.where());
            json.writeStringField("what", problem.what());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
