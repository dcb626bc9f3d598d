package dev.cairn.datastore.support;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.DatastoreException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** Nothing is outside the records. */
final class NoBlobStore implements BlobStore {
    static final NoBlobStore INSTANCE = new NoBlobStore();

    /** What a virtual machine can allocate at most. */
    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    private NoBlobStore() {}

    @Override
    public int largestInRecords() {
        return LARGEST_ARRAY;
    }

    @Override
    public Staging stage(Encoding encoding) {
        throw new DatastoreException(
                "a value of more than 2 GB does not fit into a record. Use a datastore that stores such values in"
                        + " files, such as `file:`.");
    }

    @Override
    public Optional<InputStream> open(StoredBlob blob) {
        return Optional.empty();
    }

    @Override
    public List<Address> list() {
        return List.of();
    }

    @Override
    public void sweep() {}
}
