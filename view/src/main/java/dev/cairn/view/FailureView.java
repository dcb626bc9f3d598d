package dev.cairn.view;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.cairn.runtime.Failure;
import java.io.IOException;

/** Failures, as text and as JSON. */
public final class FailureView {
    private FailureView() {}

    /**
     * A failure on one line, such as {@code java.io.IOException: disk full}.
     *
     * @param failure the failure
     * @return its type, and its message if it has one
     */
    public static String line(Failure failure) {
        return failure.message().isEmpty() ? failure.type() : failure.type() + ": " + failure.message();
    }

    /** Writes a field {@code failure} into an object that is open. */
    static void write(JsonGenerator json, Failure failure) throws IOException {
        json.writeObjectFieldStart("failure");
        json.writeStringField("type", failure.type());
        json.writeStringField("message", failure.message());
        json.writeStringField("stackTrace", failure.stackTrace());
        json.writeEndObject();
    }
}
