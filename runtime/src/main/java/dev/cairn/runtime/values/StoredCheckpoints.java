package dev.cairn.runtime.values;

import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.FileRecord;
import dev.cairn.datastore.NoSuchBlobException;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskId;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The checkpoints of a run on its datastore: the newest one of each attempt, as a blob under a key of the run, such as {@code
 * checkpoint:train/3:0} for the first attempt at task {@code train/3}. What a resumed run took over has the number -1, and so comes
 * before those of its own. Once a task has finished, nobody needs its checkpoints; what they refer to may be deleted. Thread-safe.
 */
public final class StoredCheckpoints {
    private static final String PREFIX = "checkpoint:";
    private static final String SEPARATOR = ":";
    private static final int TAKEN_OVER = -1;

    private final Datastore datastore;
    private final RunId run;

    /**
     * The checkpoints of a run.
     *
     * @param datastore where they are; the caller closes it
     * @param run the id of the run
     */
    public StoredCheckpoints(Datastore datastore, RunId run) {
        this.datastore = datastore;
        this.run = run;
    }

    /**
     * A checkpoint whose content has not been read yet.
     *
     * @param task the task that can go on from it
     * @param file the checkpoint
     */
    public record Stored(TaskId task, FileRecord file) {}

    /**
     * {@return whether a run keeps a checkpoint under this key}
     *
     * @param key the key of something that a run keeps
     */
    public static boolean isKey(String key) {
        return key.startsWith(PREFIX);
    }

    /**
     * {@return the number of the attempt at {@code task} that keeps a checkpoint under this key; less than 0 if the key is that of another
     * task, that of a checkpoint that was taken over, or of something else}
     *
     * @param task the id of the task
     * @param key the key of something that a run keeps
     */
    public static int numberOf(TaskId task, String key) {
        String keys = keysOf(task);
        return key.startsWith(keys) ? Integer.parseInt(key.substring(keys.length())) : TAKEN_OVER;
    }

    /**
     * Stores a checkpoint instead of an earlier one of the same attempt. It is durable when this returns.
     *
     * @param task the id of the task
     * @param checkpoint the checkpoint, whose values are stored already
     */
    public void put(TaskId task, Checkpoint checkpoint) {
        BlobInfo content = datastore.blobs().put(checkpoint.bytes());
        datastore.runs().putFile(run, keysOf(task) + checkpoint.attempt(), content, checkpoint.storedAt());
    }

    /**
     * Stores a checkpoint of another run, for the first attempt at the same task of this run.
     *
     * @param stored a checkpoint of the other run, in the same datastore
     * @throws NoSuchBlobException if its content is missing
     */
    public void takeOver(Stored stored) {
        FileRecord file = stored.file();
        datastore.runs().putFile(run, keysOf(stored.task()) + TAKEN_OVER, file.content(), file.storedAt());
    }

    /** {@return whether the run has any checkpoint} */
    public boolean exist() {
        try (Stream<FileRecord> files = datastore.runs().files(run, PREFIX)) {
            return files.findFirst().isPresent();
        }
    }

    /**
     * {@return the newest checkpoint of a task; empty if it has none}
     *
     * @param task the id of the task
     */
    public Optional<Stored> newest(TaskId task) {
        try (Stream<FileRecord> files = datastore.runs().files(run, keysOf(task))) {
            return files.max(Comparator.comparingInt(file -> numberOf(task, file.key())))
                    .map(file -> new Stored(task, file));
        }
    }

    /**
     * {@return the newest checkpoint of each task that has not finished, also if it is stored while this is read: it may refer to what the
     * one before it referred to} The stream is lazy; close it after use.
     */
    public Stream<Stored> unfinished() {
        AtomicReference<@Nullable TaskId> last = new AtomicReference<>(); // the keys of a task follow each other
        return datastore
                .runs()
                .files(run, PREFIX)
                .map(StoredCheckpoints::taskOf)
                .sequential()
                .filter(task -> !task.equals(last.getAndSet(task)))
                .filter(task -> datastore.runs().task(run, task).isEmpty())
                .flatMap(task -> newest(task).stream());
    }

    private static TaskId taskOf(FileRecord file) {
        return TaskId.parse(file.key().substring(PREFIX.length(), file.key().lastIndexOf(SEPARATOR)));
    }

    private static String keysOf(TaskId task) {
        return PREFIX + task + SEPARATOR;
    }

    /**
     * {@return the content of a checkpoint}
     *
     * @param stored which one
     * @throws DatastoreException if it is missing or damaged, or if another version of Cairn wrote it
     */
    public Checkpoint read(Stored stored) {
        return Checkpoint.parse(datastore.blobs().read(stored.file().content().address()));
    }
}
