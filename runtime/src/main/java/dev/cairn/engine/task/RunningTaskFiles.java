package dev.cairn.engine.task;

import dev.cairn.datastore.BlobContent;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.runtime.TaskFiles;
import dev.cairn.runtime.values.StoredFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** The files of a run, for a task that runs. Thread-safe. */
public record RunningTaskFiles(String task, StoredFiles files, Clock clock, Lifetime lifetime) implements TaskFiles {
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
        BlobInfo stored = files.store(key, content);
        if (!lifetime.during(() -> files.keep(key, stored, clock.instant()))) {
            throw new IllegalStateException("task " + task + " has ended, so it cannot store more files");
        }
    }

    @Override
    public void put(String key, Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            put(key, content::transferTo);
        }
    }
}
