package dev.cairn.datastore.postgresql;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.postgresql.object.ObjectStore;
import dev.cairn.datastore.support.BlobStore;
import dev.cairn.datastore.support.Compression;
import dev.cairn.datastore.support.DamagedBlobs;
import dev.cairn.datastore.support.Encoding;
import dev.cairn.datastore.support.PreparedBlob;
import dev.cairn.datastore.support.StoredBlob;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/**
 * Large blobs as objects whose keys only the records know. Thread-safe.
 *
 * <p>An object is deleted a while after its row, so that whoever has found the row can read it; and if it never had one, after so long
 * that no upload can still be on its way.
 */
final class PlacedBlobs implements BlobStore, AutoCloseable {
    /** The largest blob, in bytes, that is in a row: below, a request to an object store costs more than it saves. */
    static final int LARGEST_ROW = 64 * 1024;

    /** For how long somebody may read an object whose row is gone. */
    private static final Duration GRACE = Duration.ofHours(1);

    /** For how long an object may have no row yet. */
    private static final Duration ON_ITS_WAY = Duration.ofDays(7);

    private final Database database;
    private final ObjectStore objects;
    private final Compression compression;
    private final DamagedBlobs damaged;
    private final Supplier<Duration> clockOffset;
    private final Set<String> broken = ConcurrentHashMap.newKeySet(); // keys, which are never used again

    PlacedBlobs(Database database, ObjectStore objects, Compression compression, Supplier<Duration> clockOffset) {
        this.database = database;
        this.objects = objects;
        this.compression = compression;
        this.damaged = new DamagedBlobs(database.url().text());
        this.clockOffset = clockOffset;
    }

    @Override
    public int largestInRecords() {
        return LARGEST_ROW;
    }

    @Override
    public boolean dropsOrphans() {
        return false;
    }

    /** Whether an object was found to be missing or cut when its blob was stored once more. */
    boolean isBroken(String key) {
        return broken.contains(key);
    }

    @Override
    public Staging stage(Encoding encoding) {
        ObjectStore.Upload upload = objects.upload();
        try {
            return new Staged(upload, encoding);
        } catch (IOException e) {
            upload.abandon();
            throw new DatastoreException("a large value cannot be compressed: " + e.getMessage(), e);
        }
    }

    /** A blob on its way into an object. */
    private final class Staged implements Staging {
        private final ObjectStore.Upload upload;
        private final Encoding encoding;
        private final CRC32C checksum = new CRC32C();
        private final OutputStream output;
        private long storedSize;
        private boolean abandoned;

        Staged(ObjectStore.Upload upload, Encoding encoding) throws IOException {
            this.upload = upload;
            this.encoding = encoding;
            OutputStream stored = new CheckedOutputStream(new Uploading(), checksum);
            this.output = encoding == Encoding.COMPRESSED ? compression.compressing(stored) : stored;
        }

        /** What is compressed, into the object. */
        private final class Uploading extends OutputStream {
            @Override
            public void write(int value) {
                write(new byte[] {(byte) value}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                if (!abandoned) { // closing writes what was kept back
                    upload.write(bytes, offset, length);
                    storedSize += length;
                }
            }
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            try {
                output.write(bytes, offset, length);
            } catch (IOException e) {
                throw cannotStore(e);
            }
        }

        @Override
        public PreparedBlob.Staged finish(BlobInfo info) {
            try {
                output.close();
            } catch (IOException e) {
                throw cannotStore(e);
            }
            String key = upload.finish();
            noteIfBroken(info.address());
            return new PreparedBlob.Staged(info, encoding, storedSize, checksum.getValue(), key);
        }

        private DatastoreException cannotStore(IOException failure) {
            return new DatastoreException("a large value cannot be compressed: " + failure.getMessage(), failure);
        }

        @Override
        public void abandon() {
            abandoned = true;
            upload.abandon();
            try {
                output.close(); // frees memory outside the heap
            } catch (IOException e) {
                // nobody needs it
            }
        }
    }

    /** Looks whether the blob is there, but not its object, so that the row gets the new one. */
    private void noteIfBroken(Address address) {
        find(address).ifPresent(row -> {
            String key = row.place();
            if (key != null && !objects.size(key).equals(OptionalLong.of(row.storedSize()))) {
                broken.add(key);
            }
        });
    }

    private Optional<BlobRows.BlobRow> find(Address address) {
        return database.read(session -> BlobRows.find(session, address));
    }

    @Override
    public Optional<InputStream> open(StoredBlob blob) {
        Address address = blob.info().address();
        Optional<BlobRows.BlobRow> row = find(address);
        String key = row.map(BlobRows.BlobRow::place).orElse(null);
        if (row.isEmpty() || key == null) {
            return Optional.empty(); // removed since
        }
        if (row.get().storedSize() != blob.storedSize() || row.get().contentChecksum() != blob.checksum()) {
            throw damaged.blob(address, "it is being stored again, since its bytes were lost; read it again");
        }
        ObjectStore.Content content =
                objects.open(key).orElseThrow(() -> damaged.blob(address, "its object `" + key + "` is missing"));
        if (content.size() != blob.storedSize()) {
            closeQuietly(content.stream());
            throw damaged.blob(
                    address, "its object `" + key + "` has " + content.size() + " bytes, not " + blob.storedSize());
        }
        return Optional.of(content.stream());
    }

    private static void closeQuietly(InputStream stream) {
        try {
            stream.close();
        } catch (IOException e) {
            // nobody reads it
        }
    }

    /** There is no way from an address to an object but through its row. */
    @Override
    public List<Address> list() {
        return List.of();
    }

    /** Removes the objects of blobs that were removed some time ago, and those that never belonged to one. */
    @Override
    public void sweep() {
        List<String> old = oldGarbage();
        while (!old.isEmpty()) {
            remove(old);
            old = oldGarbage();
        }
        objects.listOlderThan(serverTime().minus(ON_ITS_WAY), this::removeUnreferenced);
    }

    private List<String> oldGarbage() {
        return database.read(session -> GarbageRows.olderThan(session, GRACE.minus(clockOffset.get())));
    }

    private void remove(List<String> places) {
        List<String> removed = places;
        objects.delete(removed);
        database.write(session -> {
            GarbageRows.remove(session, removed);
            return true;
        });
    }

    private void removeUnreferenced(Collection<String> keys) {
        objects.delete(database.read(session -> GarbageRows.unreferenced(session, keys)));
    }

    private Instant serverTime() {
        return Instant.ofEpochMilli(database.read(
                        session -> session.number("SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint")))
                .plus(clockOffset.get());
    }

    @Override
    public void close() {
        objects.close();
    }
}
