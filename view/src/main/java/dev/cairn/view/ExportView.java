package dev.cairn.view;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/**
 * What was exported. Immutable.
 *
 * @param url the URL of the datastore
 * @param file the file that was written
 * @param runs the pathspecs of the runs
 * @param attempts the number of attempts of tasks
 * @param blobs the number of values, files and schemas beside the records
 * @param bytes the number of bytes of all this, uncompressed
 * @param fileSize the number of bytes of the file
 */
public record ExportView(
        String url, String file, List<String> runs, long attempts, long blobs, long bytes, long fileSize)
        implements JsonView {
    /**
     * Copies the list.
     *
     * @param url the URL of the datastore
     * @param file the file that was written
     * @param runs the pathspecs of the runs
     * @param attempts the number of attempts of tasks
     * @param blobs the number of values, files and schemas beside the records
     * @param bytes the number of bytes of all this, uncompressed
     * @param fileSize the number of bytes of the file
     */
    public ExportView {
        runs = List.copyOf(runs);
    }

    @Override
    public void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("datastore", url);
        json.writeStringField("file", file);
        json.writeArrayFieldStart("runs");
        for (String run : runs) {
            json.writeString(run);
        }
        json.writeEndArray();
        json.writeNumberField("attempts", attempts);
        json.writeNumberField("blobs", blobs);
        json.writeNumberField("bytes", bytes);
        json.writeNumberField("fileSize", fileSize);
        json.writeEndObject();
    }
}
