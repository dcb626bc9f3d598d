package dev.cairn.datastore.support;

import dev.cairn.datastore.Blobs;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.Runs;
import dev.cairn.datastore.zstd.ZstdCompression;
import java.nio.file.Path;

/** An open {@code file:} datastore. Thread-safe. */
final class LocalDatastore implements Datastore {
    /** Smaller values would take more room as a blob of their own than in the row of each task that has them. */
    private static final int INLINE_LIMIT = 1024;

    /** What the formats on disk call {@link PreparedBlob.Encoding#ZSTD}. */
    static final Compression COMPRESSION = new ZstdCompression();

    private final StoreDirectory directory;
    private final Readers readers;
    private final Committer committer;
    private final LocalBlobs blobs;
    private final LocalRuns runs;

    private LocalDatastore(StoreDirectory directory, Database database) {
        this.directory = directory;
        this.readers = new Readers(database);
        this.committer = new Committer(database);
        BlobFiles files = new BlobFiles(directory, COMPRESSION);
        BlobWriter writer = new BlobWriter(files, new BlobRows(files), COMPRESSION);
        PendingBlobs pendingBlobs = new PendingBlobs();
        this.blobs = new LocalBlobs(directory, readers, committer, writer, files, pendingBlobs, COMPRESSION);
        this.runs = new LocalRuns(readers, committer, writer, pendingBlobs, new LogFormat(COMPRESSION));
    }

    static LocalDatastore open(Path path) {
        StoreDirectory directory = StoreDirectory.open(path);
        Database database = Database.open(directory);
        LocalDatastore datastore = new LocalDatastore(directory, database);
        if (!database.isReadOnly()) {
            datastore.blobs.sweepTemporaryFiles();
            ProcessExit.remember(datastore.committer);
        }
        return datastore;
    }

    @Override
    public String url() {
        return directory.url();
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

    /** Readers first: the last one to close the database folds its log into it, and should be the one that may write. */
    @Override
    public void close() {
        try {
            readers.close();
        } finally {
            committer.close();
            ProcessExit.forget(committer);
        }
    }
}
