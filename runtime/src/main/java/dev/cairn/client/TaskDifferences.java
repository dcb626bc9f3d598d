package dev.cairn.client;

import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskRecord;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The tasks of a step that are different in two runs, in item order. Both runs are read once, side by side, a page at a time. For one
 * thread; close it after use.
 */
public final class TaskDifferences implements Iterator<TaskDiff>, AutoCloseable {
    private final Run first;
    private final Run second;
    private final Stream<TaskRecord> firstStream;
    private final Stream<TaskRecord> secondStream;
    private final Iterator<TaskRecord> firstTasks;
    private final Iterator<TaskRecord> secondTasks;
    private @Nullable TaskRecord before;
    private @Nullable TaskRecord after;
    private @Nullable TaskDiff next;
    private long compared;

    TaskDifferences(Run first, Run second, String step) {
        this.first = first;
        this.second = second;
        this.firstStream = first.reader().datastore().runs().tasks(new RunId(first.id()), step);
        this.secondStream = second.reader().datastore().runs().tasks(new RunId(second.id()), step);
        this.firstTasks = firstStream.iterator();
        this.secondTasks = secondStream.iterator();
    }

    /** {@return how many tasks, of either run, were compared so far; a task that both have counts once} */
    public long compared() {
        return compared;
    }

    Stream<TaskDiff> stream() {
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED | Spliterator.NONNULL), false)
                .onClose(this::close);
    }

    @Override
    public boolean hasNext() {
        while (next == null) {
            before = before == null && firstTasks.hasNext() ? firstTasks.next() : before;
            after = after == null && secondTasks.hasNext() ? secondTasks.next() : after;
            if (before == null && after == null) {
                return false;
            }
            next = compareNext();
            compared++;
        }
        return true;
    }

    @Override
    public TaskDiff next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        TaskDiff found = Objects.requireNonNull(next);
        next = null;
        return found;
    }

    /** Takes the next task, or two with one id; null if these are equal. */
    private @Nullable TaskDiff compareNext() {
        TaskRecord old = before;
        TaskRecord now = after;
        int order = old == null ? 1 : now == null ? -1 : old.task().compareTo(now.task());
        if (order < 0 && old != null) {
            before = null;
            return new TaskDiff(old.task().toString(), Optional.of(new Task(first, old)), Optional.empty(), List.of());
        } else if (order > 0 && now != null) {
            after = null;
            return new TaskDiff(now.task().toString(), Optional.empty(), Optional.of(new Task(second, now)), List.of());
        } else if (old == null || now == null) {
            throw new IllegalStateException(); // there is at least one
        }
        before = null;
        after = null;
        List<ArtifactDiff> artifacts = artifacts(old, now);
        return artifacts.isEmpty() && old.status() == now.status()
                ? null
                : new TaskDiff(
                        now.task().toString(),
                        Optional.of(new Task(first, old)),
                        Optional.of(new Task(second, now)),
                        artifacts);
    }

    private List<ArtifactDiff> artifacts(TaskRecord old, TaskRecord now) {
        Set<String> names = new LinkedHashSet<>(now.artifacts().keySet());
        names.addAll(old.artifacts().keySet());
        List<ArtifactDiff> differences = new ArrayList<>();
        for (String name : names) {
            ArtifactRef one = old.artifacts().get(name);
            ArtifactRef other = now.artifacts().get(name);
            if (!name.startsWith("_")
                    && !ArtifactDiff.areEqual(one, other)
                    && (isNew(first, name, one, old) || isNew(second, name, other, now))) {
                differences.add(
                        new ArtifactDiff(name, artifact(first, old, name, one), artifact(second, now, name, other)));
            }
        }
        return differences;
    }

    private static boolean isNew(Run run, String name, @Nullable ArtifactRef ref, TaskRecord task) {
        return ref != null && new Lineage(run, name, ref).inherited(task).isEmpty();
    }

    private static Optional<DataArtifact> artifact(Run run, TaskRecord task, String name, @Nullable ArtifactRef ref) {
        return Optional.ofNullable(ref).map(stored -> DataArtifact.stored(run, new Task(run, task), name, stored));
    }

    @Override
    public void close() {
        firstStream.close();
        secondStream.close();
    }
}
