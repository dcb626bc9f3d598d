package dev.cairn.runtime.values;

import dev.cairn.datastore.BlobContent;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.runtime.TaskFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The files of a run, for a task. Thread-safe.
 *
 * @param files the files
 * @param keeping puts what was stored under its key, or refuses to
 */
public record StoredTaskFiles(StoredFiles files, Keeping keeping) implements TaskFiles {
    /** How stored content gets its key; thread-safe. */
    @FunctionalInterface
    public interface Keeping {
        /**
         * Puts content under a key.
         *
         * @param key the key that the user gave
         * @param content the stored content
         * @throws IllegalStateException if the attempt has ended
         */
        void keep(String key, BlobInfo content);
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
        keeping.keep(key, files.store(key, content));
    }

    @Override
    public void put(String key, Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            put(key, content::transferTo);
        }
    }
}
