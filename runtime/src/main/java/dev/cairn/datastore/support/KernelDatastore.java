package dev.cairn.datastore.support;

import dev.cairn.datastore.Blobs;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.Runs;
import java.time.Duration;
import java.util.List;

/** A datastore on top of a {@link RecordStore} and a {@link BlobStore}. Thread-safe. */
public final class KernelDatastore implements Datastore {
    /** Smaller values would take more room as a blob of their own than in the record of each task that has them. */
    private static final int INLINE_LIMIT = 1024;

    private final String url;
    private final RecordStore records;
    private final StoreReader reader;
    private final Committer committer;
    private final KernelBlobs blobs;
    private final KernelRuns runs;

    private KernelDatastore(RecordStore records, BlobStore blobStore, Compression compression, Committer committer) {
        Overlay overlay = new Overlay();
        BlobPreparation preparation = new BlobPreparation(blobStore, compression);
        this.url = records.url();
        this.records = records;
        this.reader = new StoreReader(records);
        this.committer = committer;
        this.blobs = new KernelBlobs(url, reader, committer, preparation, blobStore, overlay, compression);
        this.runs = new KernelRuns(reader, committer, preparation, overlay, new LogFormat(compression));
    }

    /**
     * A datastore on a store that waits for a disk or a network. A separate thread writes all queued entries in one batch. So many tasks
     * share one wait, and a single task does not wait for others.
     *
     * <p>If a batch fails, every later write fails too, until the datastore is opened again: later writes may build on the lost ones,
     * and the content of a store that failed is unknown.
     *
     * @param records the store of the records
     * @param blobs the store of large blobs
     * @param compression how both compress
     * @return the datastore, which closes {@code records} with itself
     */
    public static KernelDatastore grouping(RecordStore records, BlobStore blobs, Compression compression) {
        return grouping(records, blobs, compression, new Sender(records));
    }

    static KernelDatastore grouping(RecordStore records, BlobStore blobs, Compression compression, Sender sender) {
        return new KernelDatastore(records, blobs, compression, new GroupCommitter(records, sender));
    }

    /**
     * A datastore on a store that never waits. Each entry is a separate batch, written by the calling thread.
     *
     * @param records the store of the records
     * @param blobs the store of large blobs
     * @param compression how both compress
     * @return the datastore, which closes {@code records} with itself
     */
    public static KernelDatastore direct(RecordStore records, BlobStore blobs, Compression compression) {
        return new KernelDatastore(records, blobs, compression, new DirectCommitter(records, new Sender(records)));
    }

    @Override
    public String url() {
        return url;
    }

    @Override
    public Blobs blobs() {
        return blobs;
    }

    @Override
    public Runs runs() {
        return runs;
    }

    @Override
    public List<String> problems() {
        reader.requireOpen();
        committer.settle();
        return records.problems();
    }

    @Override
    public void backUp(String directory) {
        reader.requireOpen();
        committer.settle();
        records.backUp(directory);
    }

    @Override
    public void repair() {
        committer.write(new EntryWrite(new Entry.Rebuild()));
        blobs.sweep();
    }

    @Override
    public int inlineLimit() {
        return INLINE_LIMIT;
    }

    /**
     * Tidies the store once all queued entries are written, before the process ends. The datastore stays open, so that a run that is
     * being stopped can still record its end.
     *
     * @param most the longest time to wait
     */
    public void tidyBeforeExit(Duration most) {
        committer.tidyBeforeExit(most);
    }

    @Override
    public void close() {
        reader.close();
        committer.close();
    }
}
