package dev.cairn.engine.resume;

import dev.cairn.codec.internal.Sha256;
import dev.cairn.datastore.Address;
import dev.cairn.datastore.BlobContent;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.Blobs;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.Runs;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A datastore into which blobs are put for their addresses: nothing is stored, and of large ones nothing can be read. Its records are those
 * of the datastore behind it. For what would happen, if. As thread-safe as that datastore; closing it closes nothing.
 */
public final class UnwrittenDatastore implements Datastore {
    private final Datastore datastore;
    private final Blobs blobs;

    /** In front of a datastore. */
    public UnwrittenDatastore(Datastore datastore) {
        this.datastore = datastore;
        this.blobs = new Unwritten(datastore.blobs(), new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
    }

    @Override
    public String url() {
        return datastore.url();
    }

    @Override
    public Blobs blobs() {
        return blobs;
    }

    @Override
    public Runs runs() {
        return datastore.runs();
    }

    @Override
    public int inlineLimit() {
        return datastore.inlineLimit();
    }

    @Override
    public void close() {
        // It belongs to whoever opened it.
    }

    private record Unwritten(Blobs blobs, Map<Address, BlobInfo> put, Map<Address, byte[]> small) implements Blobs {
        private static final int SMALL = 1 << 16;

        @Override
        public BlobInfo put(byte[] content) {
            BlobInfo blob = noted(new BlobInfo(Address.ofContent(content), content.length));
            if (content.length <= SMALL) {
                small.put(blob.address(), content.clone());
            }
            return blob;
        }

        @Override
        public BlobInfo put(BlobContent content) {
            Counting counting = new Counting();
            DigestOutputStream digest = new DigestOutputStream(counting, Sha256.newDigest());
            try {
                content.writeTo(digest);
            } catch (IOException e) {
                throw new DatastoreException("a value cannot be written: " + e.getMessage(), e);
            }
            return noted(new BlobInfo(Address.ofBytes(digest.getMessageDigest().digest()), counting.count));
        }

        private BlobInfo noted(BlobInfo blob) {
            put.put(blob.address(), blob);
            return blob;
        }

        @Override
        public Optional<BlobInfo> find(Address address) {
            BlobInfo noted = put.get(address);
            return noted == null ? blobs.find(address) : Optional.of(noted);
        }

        @Override
        public Set<Address> present(Collection<Address> addresses) {
            Set<Address> present = new HashSet<>(addresses);
            present.retainAll(put.keySet());
            Set<Address> others = new HashSet<>(addresses);
            others.removeAll(present);
            present.addAll(blobs.present(others));
            return present;
        }

        @Override
        public byte[] read(Address address) {
            byte[] known = small.get(address);
            return known == null ? blobs.read(address) : known.clone();
        }

        @Override
        public InputStream open(Address address) {
            return blobs.open(address);
        }

        @Override
        public Stream<BlobInfo> list() {
            return blobs.list();
        }

        @Override
        public boolean delete(Address address, Instant unusedSince) {
            throw new UnsupportedOperationException("nothing is deleted here");
        }
    }

    private static final class Counting extends OutputStream {
        private long count;

        @Override
        public void write(int ignored) {
            count++;
        }

        @Override
        public void write(byte[] ignored, int offset, int length) {
            count += length;
        }
    }
}
