package dev.cairn.datastore.support;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.DatastoreException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A store of blobs only, of which larger ones are outside the records. A test may change all that is stored, and sees each entry. For one
 * thread.
 */
final class BlobTable extends NoRecords implements RecordStore, BlobStore {
    static final int LARGEST = 1000;

    final Map<Address, StoredBlob> rows = new LinkedHashMap<>();
    final Map<Address, byte[]> files = new TreeMap<>();
    final Set<Address> damagedRows = new HashSet<>();
    final List<Entry> entries = new ArrayList<>();
    final List<List<Address>> presenceAsked = new ArrayList<>();

    @Nullable
    DatastoreException failure;

    boolean findsFilesByRecords;
    int spacesToFree;
    int sweeps;

    private final Compression compression;

    BlobTable(Compression compression) {
        this.compression = compression;
    }

    @Override
    public String url() {
        return "table:";
    }

    @Override
    public List<CommitResult> apply(List<Entry> batch) {
        if (failure != null) {
            throw failure;
        }
        return batch.stream().map(this::apply).toList();
    }

    private CommitResult apply(Entry entry) {
        entries.add(entry);
        boolean done = true;
        if (entry instanceof Entry.PutBlob put) {
            PreparedBlob blob = put.blob();
            rows.putIfAbsent(
                    blob.info().address(),
                    new StoredBlob(
                            blob.info(),
                            blob.encoding(),
                            blob.storedSize(),
                            blob.checksum(),
                            blob instanceof PreparedBlob.InRecord small ? small.data() : null));
        } else if (entry instanceof Entry.DeleteBlob delete) {
            done = rows.remove(delete.address()) != null;
        } else if (entry instanceof Entry.DropOrphan orphan) {
            files.remove(orphan.address());
        } else if (entry instanceof Entry.FreeSpace) {
            done = spacesToFree-- > 0;
        }
        return done ? CommitResult.COMMITTED : CommitResult.LOST;
    }

    @Override
    public <T> T read(Function<Records, T> read) {
        return read.apply(this);
    }

    @Override
    public Optional<BlobInfo> findBlob(Address address) {
        return Optional.ofNullable(rows.get(address)).map(StoredBlob::info);
    }

    @Override
    public Set<Address> presentBlobs(Collection<Address> addresses) {
        presenceAsked.add(List.copyOf(addresses));
        return super.presentBlobs(addresses);
    }

    @Override
    public Optional<StoredBlob> blob(Address address) {
        if (damagedRows.contains(address)) {
            throw new DamagedRecordException("a row is damaged");
        }
        return Optional.ofNullable(rows.get(address));
    }

    @Override
    public List<NumberedBlob> blobs(long after, int limit) {
        List<NumberedBlob> page = new ArrayList<>();
        long number = 0;
        for (StoredBlob row : rows.values()) {
            if (++number > after && page.size() < limit) {
                page.add(new NumberedBlob(number, row.info()));
            }
        }
        return page;
    }

    @Override
    public int largestInRecords() {
        return LARGEST;
    }

    @Override
    public Staging stage(Encoding encoding) {
        return new File(encoding);
    }

    /** Bytes that are stored once they are finished. */
    private final class File implements Staging {
        private final Encoding encoding;
        private final ByteArrayOutputStream stored = new ByteArrayOutputStream();
        private final OutputStream output;

        File(Encoding encoding) {
            this.encoding = encoding;
            try {
                this.output = encoding == Encoding.COMPRESSED ? compression.compressing(stored) : stored;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            try {
                output.write(bytes, offset, length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public PreparedBlob.Staged finish(BlobInfo info) {
            byte[] file = stored.toByteArray();
            files.put(info.address(), file);
            return new PreparedBlob.Staged(
                    info, encoding, file.length, Integer.toUnsignedLong(Checksums.of(file)), "here");
        }

        @Override
        public void abandon() {}
    }

    @Override
    public Optional<InputStream> open(StoredBlob blob) {
        return Optional.ofNullable(files.get(blob.info().address())).map(ByteArrayInputStream::new);
    }

    @Override
    public List<Address> list() {
        return List.copyOf(files.keySet());
    }

    @Override
    public void sweep() {
        sweeps++;
    }

    @Override
    public boolean dropsOrphans() {
        return !findsFilesByRecords;
    }

    @Override
    public void close() {}
}
