package dev.cairn.view;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.cairn.client.DataArtifact;
import dev.cairn.codec.Tree;
import dev.cairn.runtime.internal.ByteSize;
import java.io.IOException;

/** Values of artifacts, decoded without the classes of the user. Values above a size limit are not read. Thread-safe. */
public final class Values {
    /** The size in bytes of the largest encoded value that is shown on a line with other things. */
    static final long BRIEF = 1000;

    private Values() {}

    /**
     * A value on one line; if it has more than 1,000 bytes, its size instead.
     *
     * @param artifact the artifact; only a value of at most 1,000 bytes is read
     * @return the value as text, or its size in parentheses
     */
    public static String brief(DataArtifact artifact) {
        return artifact.size() > BRIEF
                ? "(" + ByteSize.text(artifact.size()) + ")"
                : artifact.shownTree().text(Integer.MAX_VALUE);
    }

    /**
     * The beginning of a value on one line, at most {@code characters} of it; of one that has more than 1,000 bytes, its size instead.
     *
     * @param artifact the artifact; only a value of at most 1,000 bytes is read
     * @param characters the largest number of characters of the value
     * @return the value as text, with {@code ...} behind it if it was cut, or its size in parentheses
     */
    public static String brief(DataArtifact artifact, int characters) {
        return artifact.size() > BRIEF ? brief(artifact) : shortened(artifact.shownTree(), characters);
    }

    /**
     * The beginning of a value on one line.
     *
     * @param tree the value
     * @param characters the largest number of characters of the value
     * @return the value as text, with {@code ...} behind it if it was cut
     */
    public static String shortened(Tree tree, int characters) {
        String text = tree.text(characters);
        if (text.length() <= characters) {
            return text;
        }
        boolean insidePair = Character.isHighSurrogate(text.charAt(characters - 1));
        return text.substring(0, insidePair ? characters - 1 : characters) + "...";
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
