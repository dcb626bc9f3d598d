package dev.cairn.testing;

import dev.cairn.datastore.BlobContent;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunRecord;
import dev.cairn.runtime.TaskFiles;
import dev.cairn.runtime.values.StoredFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** The files of a run that is not there. Thread-safe. */
final class MemoryFiles implements TaskFiles {
    private final StoredFiles files;
    private final Clock clock;

    MemoryFiles(String flow, RunId run, Clock clock) {
        Datastore datastore = Datastore.inMemory();
        datastore
                .runs()
                .create(RunRecord.builder(run, flow, flow, clock.instant()).build());
        this.files = new StoredFiles(datastore, flow, run);
        this.clock = clock;
    }

    @Override
    public List<String> keys() {
        return files.keys();
    }

    @Override
    public boolean has(String key) {
        return files.has(key);
    }

    @Override
    public long size(String key) {
        return files.size(key);
    }

    @Override
    public InputStream open(String key) {
        return files.open(key);
    }

    @Override
    public void copyTo(String key, Path target) throws IOException {
        files.copyTo(key, target);
    }

    @Override
    public void put(String key, BlobContent content) {
        files.keep(key, files.store(key, content), clock.instant());
    }

    @Override
    public void put(String key, Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            put(key, content::transferTo);
        }
    }
}
