package dev.cairn.transfer;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.Blobs;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.NoSuchBlobException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The blobs that runs need, each noted once. Not thread-safe. */
final class BlobCollection {
    private final Blobs stored;
    private final String url;
    private final Spool lines;
    private final Set<Address> known = new HashSet<>();
    private final Set<Address> foreaches = new HashSet<>();
    private long bytes;

    /** Notes blobs of {@code datastore} in {@code lines}. */
    BlobCollection(Datastore datastore, Spool lines) {
        this.stored = datastore.blobs();
        this.url = datastore.url();
        this.lines = lines;
    }

    long count() {
        return known.size();
    }

    /** The number of bytes of all of them. */
    long bytes() {
        return bytes;
    }

    void addArtifacts(Collection<ArtifactRef> artifacts) throws IOException {
        for (ArtifactRef artifact : artifacts) {
            byte[] inline = artifact.inline();
            if (inline == null) {
                add(artifact.address());
            } else {
                addSchema(BlobNeeds.schemaOfValue(inline));
            }
        }
    }

    /** The elements of a foreach. */
    void addItems(Address items) throws IOException {
        add(items);
        if (foreaches.add(items)) {
            byte[] index = stored.read(items);
            addSchema(BlobNeeds.schemaOfItems(index));
            for (Address segment : BlobNeeds.segments(index)) {
                add(segment);
            }
        }
    }

    /** Adds a blob that has to be there. */
    void add(Address address) throws IOException {
        if (known.contains(address)) {
            return;
        }
        note(stored.find(address).orElseThrow(() -> missing(address)));
        try (InputStream content = stored.open(address)) {
            addSchema(BlobNeeds.schemaOfValue(content.readNBytes(BlobNeeds.BEGINNING)));
        }
    }

    private NoSuchBlobException missing(Address address) {
        return new NoSuchBlobException("the value " + address + " is missing in `" + url
                + "`, so the run cannot be exported. `verify` says whose value it is.");
    }

    /** What looks like a value may be a file that only begins like one, and then there is no such schema. */
    private void addSchema(Optional<Address> schema) throws IOException {
        Optional<BlobInfo> blob =
                schema.filter(address -> !known.contains(address)).flatMap(stored::find);
        if (blob.isPresent()) {
            note(blob.get());
        }
    }

    private void note(BlobInfo blob) throws IOException {
        known.add(blob.address());
        bytes += blob.size();
        lines.add(json -> RecordWriter.blob(json, blob));
    }
}
