package dev.cairn.datastore.support;

import dev.cairn.datastore.Address;
import java.io.InputStream;
import java.util.List;

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
        throw new UnsupportedOperationException("a blob larger than an array");
    }

    @Override
    public InputStream open(StoredBlob blob) {
        throw new UnsupportedOperationException("the blob " + blob.info().address() + " has no bytes in the records");
    }

    @Override
    public List<Address> list() {
        return List.of();
    }

    @Override
    public void sweep() {}
}
