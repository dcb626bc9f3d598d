package dev.cairn.datastore.file;

import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.support.Compression;
import dev.cairn.datastore.support.Entry;
import dev.cairn.datastore.support.KernelDatastore;
import dev.cairn.datastore.support.RecordStore;
import dev.cairn.datastore.support.Records;
import dev.cairn.datastore.zstd.ZstdCompression;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The records of a directory, in its database. Any thread may read; one at a time writes. */
final class FileStore implements RecordStore {
    /** Of what the formats on disk call {@code zstd}. */
    static final Compression COMPRESSION = new ZstdCompression();

    private final Database database;
    private final Readers readers;
    private final BlobFiles files;
    private final BlobRows blobs;
    private final Reserve reserve;
    private final SoundSteps soundSteps = new SoundSteps();
    private volatile @Nullable KernelDatastore datastore; // which nobody else may hold, though it goes on
    private @Nullable Session writer; // this and what follows: used by whoever writes
    private @Nullable Turn turn;
    private boolean failed;

    private FileStore(Database database, StoreDirectory directory, Clock clock) {
        this.database = database;
        this.readers = new Readers(database);
        this.files = new BlobFiles(directory, COMPRESSION);
        this.blobs = new BlobRows(files, clock);
        this.reserve = new Reserve(directory);
    }

    /** The store of a directory, which is made if it is not there. */
    static FileStore of(Path path) {
        return of(path, Clock.systemUTC(), Disk.standard());
    }

    private static FileStore of(Path path, Clock clock, Disk disk) {
        StoreDirectory directory = StoreDirectory.open(path, disk);
        return new FileStore(Database.open(directory), directory, clock);
    }

    static KernelDatastore open(Path path) {
        return open(path, Clock.systemUTC(), Disk.standard());
    }

    /** For tests: with a clock that tells when blobs are used, and another disk. */
    static KernelDatastore open(Path path, Clock clock, Disk disk) {
        FileStore store = of(path, clock, disk);
        KernelDatastore datastore = KernelDatastore.grouping(store, store.files, COMPRESSION);
        if (!store.database.isReadOnly()) {
            store.files.sweep();
            store.datastore = datastore;
            ProcessExit.remember(store);
        }
        return datastore;
    }

    /** Called as the process ends, which nobody may wait for any longer than told. */
    void tidyBeforeExit(Duration most) {
        KernelDatastore above = datastore;
        if (above != null) {
            above.tidyBeforeExit(most);
        }
    }

    @Override
    public String url() {
        return database.url();
    }

    @Override
    public <T> T read(Function<Records, T> read) {
        return readers.read(session -> {
            try {
                return read.apply(new FileRecords(session, soundSteps));
            } catch (FileRecords.UnansweredException e) {
                throw e.reason();
            }
        });
    }

    @Override
    public List<CommitResult> apply(List<Entry> batch) {
        try {
            return applyOrFail(batch);
        } catch (SQLException | IOException e) {
            failed = true;
            throw database.failed(e);
        } catch (RuntimeException | Error e) {
            failed = true;
            throw e;
        }
    }

    private List<CommitResult> applyOrFail(List<Entry> batch) throws SQLException, IOException {
        if (failed) {
            database.requireUnchanged();
        }
        Session session = writer;
        if (session == null) {
            session = database.newWriter();
            writer = session;
            turn = Turn.of(database.directory());
            reserve.take();
        }
        Session open = session;
        return Objects.requireNonNull(turn).take(() -> commit(open, batch));
    }

    private List<CommitResult> commit(Session session, List<Entry> batch) throws SQLException, IOException {
        List<CommitResult> answers = new ArrayList<>(batch.size());
        StoreRow store;
        session.execute("BEGIN IMMEDIATE");
        try {
            StoreSchema.requireCurrent(session, database.directory());
            Transaction transaction = new Transaction(session, blobs, files);
            for (Entry entry : batch) {
                answers.add(transaction.apply(entry));
            }
            session.tallies().write(session);
            store = StoreRow.next(session);
            files.forceNames(); // before there are records that refer to them
            session.change("COMMIT");
        } catch (SQLException | IOException | RuntimeException | Error e) {
            session.rollBack();
            throw e;
        }
        database.requireUnchanged();
        database.committed(store);
        return answers;
    }

    @Override
    public List<String> problems() {
        List<String> said = readers.read(session -> session.list("PRAGMA integrity_check", row -> row.getString(1)));
        return said.equals(List.of("ok"))
                ? List.of()
                : said.stream().map(problem -> "SQLite says: " + problem).toList();
    }

    @Override
    public void backUp(String target) {
        Backup.make(database, Path.of(target));
    }

    @Override
    public void tidy() {
        if (writer != null) {
            writer.fold();
        }
    }

    @Override
    public boolean makeRoom() {
        return reserve.giveUp();
    }

    /** Readers first: the last one to close the database folds its log into it, and should be the one that may write. */
    @Override
    public void close() {
        ProcessExit.forget(this);
        try {
            readers.close();
        } finally {
            closeWriter();
        }
    }

    private void closeWriter() {
        try {
            if (writer != null) {
                writer.close();
                database.closeWriter();
            }
        } catch (SQLException | IOException e) {
            throw database.failed(e);
        } finally {
            if (turn != null) {
                turn.close();
            }
        }
    }
}
