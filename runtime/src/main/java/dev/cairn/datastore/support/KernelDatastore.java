package dev.cairn.datastore.support;

import dev.cairn.datastore.Blobs;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.Runs;
import java.time.Duration;

/** The datastore that stands on a {@link RecordStore} and a {@link BlobStore}. Thread-safe. */
public final class KernelDatastore implements Datastore {
    /** Smaller values would take more room as a blob of their own than in the record of each task that has them. */
    private static final int INLINE_LIMIT = 1024;

    private final String url;
    private final StoreReader reader;
    private final Committer committer;
    private final KernelBlobs blobs;
    private final KernelRuns runs;

    private KernelDatastore(RecordStore records, BlobStore blobStore, Compression compression, Committer committer) {
        Overlay overlay = new Overlay();
        BlobPreparation preparation = new BlobPreparation(blobStore, compression);
        this.url = records.url();
        this.reader = new StoreReader(records);
        this.committer = committer;
        this.blobs = new KernelBlobs(url, reader, committer, preparation, blobStore, overlay, compression);
        this.runs = new KernelRuns(reader, committer, preparation, overlay, new LogFormat(compression));
    }

    /**
     * A datastore on a store that waits for a disk or a network: a thread of its own takes all that is queued and writes it in one batch.
     * So many tasks share one wait, while a single one waits for nobody.
     *
     * <p>If a batch fails, every later write fails too, until the datastore is opened again: later writes may build on the lost ones, and
     * nobody knows what a store holds that failed.
     */
    public static KernelDatastore grouping(RecordStore records, BlobStore blobs, Compression compression) {
        return grouping(records, blobs, compression, new Sender(records));
    }

    static KernelDatastore grouping(RecordStore records, BlobStore blobs, Compression compression, Sender sender) {
        return new KernelDatastore(records, blobs, compression, new GroupCommitter(records, sender));
    }

    /** A datastore on a store that never waits: each entry is a batch of its own, written by the thread that brings it. */
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
    public int inlineLimit() {
        return INLINE_LIMIT;
    }

    /**
     * Has the store tidied when what is queued is written, for the process ends. It stays open: a run that is just being stopped may yet
     * want to note its end.
     *
     * @param most no longer than this is waited for it
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
