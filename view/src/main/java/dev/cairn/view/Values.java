package dev.cairn.view;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.cairn.client.DataArtifact;
import dev.cairn.runtime.internal.ByteSize;
import java.io.IOException;

/** Values of artifacts, decoded without any class of the user's. Larger ones than a limit are not even read. */
public final class Values {
    /** The largest encoded value that is shown beside other things. */
    static final long BRIEF = 1000;

    private Values() {}

    /** A value on one line, or its size. */
    public static String brief(DataArtifact artifact) {
        return artifact.size() > BRIEF
                ? "(" + ByteSize.text(artifact.size()) + ")"
                : artifact.tree().text(Integer.MAX_VALUE);
    }

    /** Writes an object with the artifact's type, size, address and, unless it is too large, value. */
    static void write(JsonGenerator json, DataArtifact artifact, long limit) throws IOException {
        json.writeStartObject();
        writeReference(json, artifact);
        if (artifact.size() > limit) {
            json.writeBooleanField("tooLarge", true);
        } else {
            json.writeFieldName("value");
            new TreeJson(json).write(artifact.tree());
        }
        json.writeEndObject();
    }

    /** Writes where a value is, into an object that is open. */
    static void writeReference(JsonGenerator json, DataArtifact artifact) throws IOException {
        json.writeStringField("type", artifact.type());
        json.writeNumberField("size", artifact.size());
        json.writeStringField("sha", artifact.sha());
        json.writeStringField("createdAt", artifact.createdAt().toString());
    }
}
