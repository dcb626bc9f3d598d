package dev.cairn.runtime.values;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.support.ArtifactsFormat;
import dev.cairn.datastore.support.DamagedRecordException;
import dev.cairn.datastore.support.RecordReader;
import dev.cairn.datastore.support.RecordWriter;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The artifact fields of a task in mid-step, from which another attempt can go on. It is stored in the format of records:
 *
 * <pre>
 * checkpoint = version:octet run:text attempt:number storedAt:time start:address merged:artifacts fields:artifacts
 * </pre>
 *
 * <p>The version is {@value #VERSION}. Immutable.
 *
 * @param run the run whose attempt stored it; a run that was resumed from that one may use it too
 * @param attempt the number of this attempt, from 0
 * @param storedAt when it was stored
 * @param start what the task started with, as one address: another attempt can go on from here only if that is the same
 * @param merged in a join, what was merged before, by name of the artifact
 * @param fields what the fields hold, by name of the artifact: those that the step may assign or change, except for those that still
 *     hold what was loaded or merged into them
 */
public record Checkpoint(
        RunId run,
        int attempt,
        Instant storedAt,
        Address start,
        Map<String, ArtifactRef> merged,
        Map<String, ArtifactRef> fields) {
    private static final int VERSION = 1;

    /**
     * Copies the maps.
     *
     * @param run the run whose attempt stored it; a run that was resumed from that one may use it too
     * @param attempt the number of this attempt, from 0
     * @param storedAt when it was stored
     * @param start what the task started with, as one address: another attempt can go on from here only if that is the same
     * @param merged in a join, what was merged before, by name of the artifact
     * @param fields what the fields hold, by name of the artifact: those that the step may assign or change, except for those that still
     *     hold what was loaded or merged into them
     */
    public Checkpoint {
        merged = Collections.unmodifiableMap(new LinkedHashMap<>(merged));
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** The stored form. */
    byte[] bytes() {
        RecordWriter writer = new RecordWriter();
        writer.octet(VERSION);
        writer.text(run.toString());
        writer.number(attempt);
        writer.time(storedAt);
        writer.address(start);
        ArtifactsFormat.write(writer, merged);
        ArtifactsFormat.write(writer, fields);
        return writer.finish();
    }

    /**
     * Reads the stored form.
     *
     * @throws DatastoreException if it is damaged, or if another version of Cairn wrote it
     */
    static Checkpoint parse(byte[] bytes) {
        RecordReader reader = reader(bytes);
        int version = reader.octet();
        if (version != VERSION) {
            throw new DatastoreException(
                    "a checkpoint has format " + version + ", and this version of Cairn reads only format " + VERSION
                            + ". Resume the run with the version of Cairn that ran it.");
        }
        return new Checkpoint(
                new RunId(reader.text()),
                reader.count(),
                reader.time(),
                reader.address(),
                ArtifactsFormat.read(reader),
                ArtifactsFormat.read(reader));
    }

    private static RecordReader reader(byte[] bytes) {
        try {
            return RecordReader.of(bytes);
        } catch (DamagedRecordException e) {
            throw new DatastoreException("a checkpoint is damaged: " + e.getMessage(), e);
        }
    }

    /** {@return the blobs that hold its larger values} */
    public Stream<Address> blobs() {
        return Stream.concat(merged.values().stream(), fields.values().stream())
                .filter(ref -> ref.inline() == null)
                .map(ArtifactRef::address);
    }
}
