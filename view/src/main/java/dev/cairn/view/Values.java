package dev.cairn.view;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.cairn.client.DataArtifact;
import dev.cairn.runtime.internal.ByteSize;
import java.io.IOException;

/** Values of artifacts, decoded without the classes of the user. Values above a size limit are not read. Thread-safe. */
public final class Values {
    /** The size in bytes of the largest encoded value that is shown on a line with other things. */
    static final long BRIEF = 1000;

    private Values() {}

    /** A value on one line; if it has more than 1,000 bytes, its size instead. */
    public static String brief(DataArtifact artifact) {
        return artifact.size() > BRIEF
                ? "(" + ByteSize.text(artifact.size()) + ")"
                : artifact.shownTree().text(Integer.MAX_VALUE);
    }

    /** Writes an object with the artifact's type, size, address and, unless it is too large, value. */
    static void write(JsonGenerator json, DataArtifact artifact, long limit) throws IOException {
        json.writeStartObject();
        writeReference(json, artifact);
        if (artifact.size() > limit) {
            json.writeBooleanField("tooLarge", true);
        } else {
            json.writeFieldName("value");
            new TreeJson(json).write(artifact.shownTree());
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
