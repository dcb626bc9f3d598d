package dev.cairn.transfer;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.cairn.runtime.internal.CairnVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * What an export says of itself, before all else.
 *
 * @param cairn the version of Cairn that wrote it
 * @param runs the number of runs
 * @param attempts the number of attempts
 * @param blobs the number of blobs
 * @param bytes the number of bytes of all entries but the first and the last
 */
record Manifest(String cairn, long runs, long attempts, long blobs, long bytes) {
    private static final String FORMAT = "cairn export";
    private static final long VERSION = 1;

    /** Of an export that this version writes. */
    static Manifest of(long runs, long attempts, long blobs, long bytes) {
        return new Manifest(CairnVersion.current(), runs, attempts, blobs, bytes);
    }

    byte[] toBytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = Spool.lines(bytes)) {
            json.writeStartObject();
            json.writeStringField("format", FORMAT);
            json.writeNumberField("version", VERSION);
            json.writeStringField("cairn", cairn);
            json.writeNumberField("runs", runs);
            json.writeNumberField("attempts", attempts);
            json.writeNumberField("blobs", blobs);
            json.writeNumberField("bytes", this.bytes);
            json.writeEndObject();
            json.writeRaw('\n');
        }
        return bytes.toByteArray();
    }

    static Manifest read(JsonObject json) {
        String format = json.text("format");
        long version = json.number("version");
        if (!format.equals(FORMAT)) {
            throw new BadExportException("it is not an export of Cairn");
        }
        String cairn = json.text("cairn");
        if (version != VERSION) {
            throw new BadExportException(
                    "it has version " + version + " of the format, but this version of Cairn supports only " + VERSION
                            + "; import it with Cairn " + cairn);
        }
        Manifest manifest = new Manifest(
                cairn, json.number("runs"), json.number("attempts"), json.number("blobs"), json.number("bytes"));
        json.end();
        return manifest;
    }
}
