package dev.cairn.datastore.support;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.ArtifactRef;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The format of the artifacts of a task or run within a record:
 *
 * <pre>
 * artifacts = count:number artifact*
 * artifact  = name:text flags:octet address:32 octets size:number type:text createdAt:time? inline:bytes?
 * </pre>
 *
 * <p>The flags are 1 if the value is presumed, 2 if there are inline bytes, and 4 if the artifact was created at the same time as the
 * previous one, so that the time is not written again.
 */
public final class ArtifactsFormat {
    private static final int PRESUMED = 1;
    private static final int INLINE = 2;
    private static final int SAME_TIME = 4;

    private ArtifactsFormat() {}

    /**
     * Writes artifacts by name, in the order of the map.
     *
     * @param writer takes the bytes
     * @param artifacts the artifacts by name
     */
    public static void write(RecordWriter writer, Map<String, ArtifactRef> artifacts) {
        writer.number(artifacts.size());
        Instant time = Instant.EPOCH;
        for (Map.Entry<String, ArtifactRef> entry : artifacts.entrySet()) {
            ArtifactRef artifact = entry.getValue();
            boolean sameTime = artifact.createdAt().equals(time);
            time = artifact.createdAt();
            writer.text(entry.getKey());
            writer.octet((artifact.presumed() ? PRESUMED : 0)
                    | (artifact.inline() != null ? INLINE : 0)
                    | (sameTime ? SAME_TIME : 0));
            writer.address(artifact.address());
            writer.number(artifact.size());
            writer.text(artifact.type());
            if (!sameTime) {
                writer.time(time);
            }
            if (artifact.inline() != null) {
                writer.bytes(artifact.inline());
            }
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param reader is at the count of the artifacts, and afterwards behind the last one
     * @return the artifacts by name, in the order in which they were written
     */
    public static Map<String, ArtifactRef> read(RecordReader reader) {
        int count = reader.count();
        Map<String, ArtifactRef> artifacts = new LinkedHashMap<>();
        Instant time = Instant.EPOCH;
        for (int i = 0; i < count; i++) {
            String name = reader.text();
            int flags = reader.octet();
            Address address = reader.address();
            long size = reader.number();
            String type = reader.text();
            time = (flags & SAME_TIME) != 0 ? time : reader.time();
            byte[] inline = (flags & INLINE) != 0 ? reader.bytes() : null;
            artifacts.put(name, new ArtifactRef(address, size, type, time, (flags & PRESUMED) != 0, inline));
        }
        return artifacts;
    }
}
