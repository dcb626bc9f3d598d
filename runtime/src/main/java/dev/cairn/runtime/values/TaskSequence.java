package dev.cairn.runtime.values;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.Blobs;
import dev.cairn.datastore.TaskRecord;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Tasks that somebody may go through one by one. Who reads an artifact of one task and then of the next gets those of the tasks that follow
 * with it, as far as they are small: so a join over ten thousand tasks does not wait ten thousand times for a database. Who jumps gets what
 * he asked for. Thread-safe.
 */
public final class TaskSequence {
    /** The largest value that is fetched before it is asked for, in bytes: a request of its own costs little more. */
    private static final long LARGEST = 64 * 1024;

    /** The most bytes of an artifact that are fetched at once. */
    private static final long MOST_BYTES = 2L << 20;

    private static final int MOST_VALUES = 256;

    /** So many tasks may be left out, because they do not have the artifact, or because nobody wants it. */
    private static final int LONGEST_STEP = 8;

    private final Blobs blobs;
    private final int size;
    private final IntFunction<TaskRecord> tasks;
    private final ReentrantLock lock = new ReentrantLock(); // no monitor: who holds it waits for the datastore
    private final Map<String, Progress> progress = new HashMap<>(); // by artifact; guarded by the lock

    /**
     * A sequence.
     *
     * @param blobs where the values are
     * @param size the number of tasks
     * @param tasks returns each of them
     */
    public TaskSequence(Blobs blobs, int size, IntFunction<TaskRecord> tasks) {
        this.blobs = blobs;
        this.size = size;
        this.tasks = tasks;
    }

    /** How far somebody has come with an artifact. */
    private static final class Progress {
        private int last = -LONGEST_STEP - 1;
        private Map<Address, byte[]> fetched = Map.of();
    }

    /**
     * A task of a sequence. Thread-safe.
     *
     * @param sequence the sequence
     * @param index the number of the task, from 0
     */
    public record Place(TaskSequence sequence, int index) {
        /**
         * {@return a version of an artifact of this task that is about to be read: with its bytes, if they were fetched}
         *
         * @param name the artifact
         * @param ref the version
         * @param versions finds the version of the same artifact after another task; null if there is none
         */
        public ArtifactRef fetched(String name, ArtifactRef ref, Function<TaskRecord, @Nullable ArtifactRef> versions) {
            return sequence.fetched(index, name, ref, versions);
        }
    }

    private ArtifactRef fetched(
            int index, String name, ArtifactRef ref, Function<TaskRecord, @Nullable ArtifactRef> versions) {
        lock.lock();
        try {
            return fetchedAlone(index, name, ref, versions);
        } finally {
            lock.unlock();
        }
    }

    private ArtifactRef fetchedAlone(
            int index, String name, ArtifactRef ref, Function<TaskRecord, @Nullable ArtifactRef> versions) {
        Progress of = progress.computeIfAbsent(name, first -> new Progress());
        boolean follows = index > of.last && index - of.last <= LONGEST_STEP;
        of.last = index;
        if (!isFetched(ref)) {
            return ref;
        }
        if (follows && !of.fetched.containsKey(ref.address())) {
            of.fetched = blobs.read(next(index, versions));
        }
        byte[] bytes = of.fetched.get(ref.address());
        if (index == size - 1) {
            of.fetched = Map.of(); // whoever is here has come to the end
        }
        return bytes == null
                ? ref
                : new ArtifactRef(ref.address(), ref.size(), ref.type(), ref.createdAt(), ref.presumed(), bytes);
    }

    private static boolean isFetched(ArtifactRef ref) {
        return ref.inline() == null && ref.size() <= LARGEST;
    }

    /** Where the values of a task and of those after it are. */
    private Set<Address> next(int index, Function<TaskRecord, @Nullable ArtifactRef> versions) {
        Set<Address> next = new LinkedHashSet<>();
        long bytes = 0;
        for (int i = index; i < size && i - index < MOST_VALUES && bytes < MOST_BYTES; i++) {
            ArtifactRef ref = versions.apply(tasks.apply(i));
            if (ref != null && isFetched(ref) && next.add(ref.address())) {
                bytes += ref.size();
            }
        }
        return next;
    }
}
