package dev.cairn.runtime.values;

import dev.cairn.datastore.BlobContent;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.FileRecord;
import dev.cairn.datastore.RunId;
import dev.cairn.runtime.NoSuchFileKeyException;
import dev.cairn.runtime.RunFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The files of a run on its datastore, for engines and clients. What runs keep besides, such as checkpoints, has keys that start
 * otherwise. Thread-safe.
 */
public final class StoredFiles implements RunFiles {
    private static final String PREFIX = "file:";
    private static final int LONGEST_KEY = 1000;

    private final Datastore datastore;
    private final String flow;
    private final RunId run;

    /**
     * The files of a run of {@code flow}.
     *
     * @param datastore where they are; the caller closes it
     * @param flow the name of the flow, for messages
     * @param run the id of the run
     */
    public StoredFiles(Datastore datastore, String flow, RunId run) {
        this.datastore = datastore;
        this.flow = flow;
        this.run = run;
    }

    @Override
    public List<String> keys() {
        try (Stream<FileRecord> files = list()) {
            return files.map(FileRecord::key).toList();
        }
    }

    /**
     * {@return how a user knows what a run keeps under a key: a file by the key that it was put under, anything else by its whole key}
     *
     * @param key the key of something that a run keeps
     */
    public static String name(String key) {
        return key.startsWith(PREFIX) ? key.substring(PREFIX.length()) : key;
    }

    /** {@return the files, sorted by key} The stream is lazy; close it after use. */
    public Stream<FileRecord> list() {
        return datastore
                .runs()
                .files(run, PREFIX)
                .map(file -> new FileRecord(name(file.key()), file.content(), file.storedAt()));
    }

    @Override
    public boolean has(String key) {
        return find(key).isPresent();
    }

    @Override
    public long size(String key) {
        return existing(key).size();
    }

    @Override
    public InputStream open(String key) {
        return datastore.blobs().open(existing(key).address());
    }

    @Override
    public void copyTo(String key, Path target) throws IOException {
        try (InputStream content = open(key)) {
            copy(content, target.toAbsolutePath());
        }
    }

    /** Under another name until all was read, and so verified: a target that is there holds the file, or what it held before. */
    private static void copy(InputStream content, Path target) throws IOException {
        Path partial = target.resolveSibling(".cairn-" + UUID.randomUUID());
        try {
            Files.copy(content, partial);
            Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    /**
     * Stores content, which {@link #keep} then puts under a key.
     *
     * @param key the key that {@link #keep} will get
     * @param content the content of the file
     * @return where the content is
     * @throws IllegalArgumentException if {@code key} cannot be a key
     */
    public BlobInfo store(String key, BlobContent content) {
        requireKey(key);
        return datastore.blobs().put(content);
    }

    /**
     * Keeps stored content under a key.
     *
     * @param key a text of 1 to 1000 characters, without half of a surrogate pair
     * @param content what {@link #store} returned
     * @param at when the file was stored
     * @throws IllegalArgumentException if {@code key} cannot be a key
     * @throws dev.cairn.datastore.NoSuchBlobException if the content is missing; nothing is kept then
     */
    public void keep(String key, BlobInfo content, Instant at) {
        datastore.runs().putFile(run, PREFIX + requireKey(key), content, at);
    }

    private BlobInfo existing(String key) {
        return find(key).orElseThrow(() -> new NoSuchFileKeyException(key, flow + "/" + run, keys()));
    }

    private Optional<BlobInfo> find(String key) {
        return datastore.runs().file(run, PREFIX + key).map(FileRecord::content);
    }

    private static String requireKey(String key) {
        if (key.isEmpty() || key.length() > LONGEST_KEY) {
            throw new IllegalArgumentException(
                    "the key of a file must have 1 to " + LONGEST_KEY + " characters, but has " + key.length());
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(key)) {
            throw new IllegalArgumentException("the key of a file must be text, but half of a surrogate pair is not");
        }
        return key;
    }
}
