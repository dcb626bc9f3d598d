package dev.cairn.client;

import dev.cairn.codec.Tree;
import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.ForkRecord;
import dev.cairn.datastore.LogLine;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskOrigin;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.datastore.TaskStatus;
import dev.cairn.runtime.AbsentArtifactException;
import dev.cairn.runtime.Failure;
import dev.cairn.runtime.ForeachFrame;
import dev.cairn.runtime.ReportPart;
import dev.cairn.runtime.TaskArtifacts;
import dev.cairn.runtime.TaskView;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.report.StoredReports;
import dev.cairn.runtime.values.RunArtifacts;
import dev.cairn.runtime.values.TaskSequence;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An ended attempt of a task: the one that finished, unless it comes from {@link #attempts()}. Immutable and thread-safe. */
public final class Task {
    private final Run run;
    private final TaskRecord record;
    private final TaskSequence.@Nullable Place place;

    Task(Run run, TaskRecord record) {
        this(run, record, null);
    }

    /** A task of a sequence, if {@code place} is not null. */
    Task(Run run, TaskRecord record, TaskSequence.@Nullable Place place) {
        this.run = run;
        this.record = record;
        this.place = place;
    }

    /**
     * {@return the task of a typed view} For generated code.
     *
     * @param view a generated view of a task
     * @throws IllegalStateException if the view was built by hand
     */
    public static Task of(TaskView<?> view) {
        TaskArtifacts artifacts = TaskView.artifactsOf(view);
        FlowDefinition<?> definition = artifacts.definition();
        RunReader reader = new RunReader(artifacts.datastore(), FlowDefinitions.of(definition));
        TaskRecord record = artifacts.record().orElseThrow();
        return new Task(new Run(reader, definition.name(), record.run()), record);
    }

    /** {@return the run that the task belongs to} */
    public Run run() {
        return run;
    }

    /** {@return the name of the step} */
    public String step() {
        return record.task().step();
    }

    /** {@return the id of the task within its run, such as {@code train/3}} */
    public String id() {
        return record.task().toString();
    }

    /** {@return the pathspec of the task, such as {@code ModelSelection/20261123T211357042-k3f9x2dq/train/3}} */
    public String pathspec() {
        return run.pathspec() + "/" + record.task();
    }

    /** {@return the position in the innermost foreach around the step, from 0; empty outside any foreach} */
    public OptionalInt index() {
        return record.task().position().stream()
                .filter(TaskId.Index.class::isInstance)
                .mapToInt(TaskId.Coordinate::value)
                .reduce((outer, inner) -> inner);
    }

    /** {@return the iteration of the innermost loop around the step, from 0; empty outside any loop} */
    public OptionalInt iteration() {
        return record.task().iterations().reduce((outer, inner) -> inner);
    }

    /** {@return the foreaches around this task, outermost first} If the flow's classes are not available, the elements are trees. */
    public List<ForeachFrame> foreachStack() {
        return new ForeachStacks(run).of(record.task());
    }

    /**
     * {@return the elements of the foreaches around this task, outermost first, as trees: {@link #foreachStack} without the flow's classes}
     */
    public List<Tree> items() {
        return new ForeachStacks(run).items(record.task());
    }

    /** {@return whether the step returned} */
    public boolean successful() {
        return record.status() == TaskStatus.SUCCEEDED;
    }

    /** {@return whether the flow could continue: the step returned, or its failure was caught} */
    public boolean finished() {
        return record.finished();
    }

    /** {@return whether the step failed, and the flow continued with the failure in an artifact} */
    public boolean caught() {
        return record.status() == TaskStatus.CAUGHT;
    }

    /** {@return why the step failed, even if the failure was caught; empty if it did not fail} */
    public Optional<Failure> failure() {
        return Optional.ofNullable(record.failure()).map(StoredFailures::of);
    }

    /** {@return the number of this attempt, from 0} */
    public int attempt() {
        return record.attempt();
    }

    /** {@return all ended attempts of this task, oldest first} */
    public List<Task> attempts() {
        return run.attempts(record.task());
    }

    /**
     * {@return the pathspec of the task that executed the step, in the run that this run was resumed from, or in one before; empty if the
     * step ran in this run} That run may have been deleted since.
     */
    public Optional<String> origin() {
        return Optional.ofNullable(record.origin())
                .map(origin -> run.flow() + "/" + origin.run() + "/" + origin.task());
    }

    /** {@return when this attempt started} */
    public Instant startedAt() {
        return record.startedAt();
    }

    /** {@return when this attempt ended} */
    public Instant finishedAt() {
        return record.finishedAt();
    }

    /** {@return whether the output of this attempt is gone: another run executed it, which was deleted} */
    public boolean isOutputDeleted() {
        return record.origin() != null
                && run.reader().datastore().runs().find(record.origin().run()).isEmpty();
    }

    /**
     * {@return the output of this attempt, in the order in which it was written} If it was taken over from another run, the output is
     * there; it is empty if that run was deleted. The stream is lazy; close it after use.
     */
    public Stream<LogLine> log() {
        TaskOrigin executed = TaskOrigin.of(record);
        return run.reader().datastore().runs().log(executed.run(), executed.task(), executed.attempt());
    }

    /**
     * {@return what this attempt added to the report of its run; empty if it added nothing} If it was taken over from another run, what it
     * added there.
     *
     * @throws dev.cairn.datastore.DatastoreException if it is missing or damaged
     */
    public List<ReportPart> report() {
        return new StoredReports(run.reader().datastore(), run.runId())
                .find(TaskOrigin.of(record))
                .orElse(List.of());
    }

    /**
     * {@return the tasks whose artifacts this task started with: none for the first step; for a join, its inputs in item or branch order,
     * or the task that opened the foreach if that had no elements; otherwise one}
     */
    public List<Task> parents() {
        try (Stream<Task> parents = streamParents()) {
            return parents.toList();
        }
    }

    /**
     * {@return the same as {@link #parents()}, one after the other} Of the join of a large foreach, there are many. The stream is lazy;
     * close it after use.
     */
    public Stream<Task> streamParents() {
        return new Neighbours(run).parentRecords(record).map(parent -> new Task(run, parent));
    }

    /** {@return the finished tasks that followed this one} */
    public List<Task> children() {
        try (Stream<Task> children = streamChildren()) {
            return children.toList();
        }
    }

    /**
     * {@return the same as {@link #children()}, one after the other} After a large foreach, there are many. The stream is lazy; close it
     * after use.
     */
    public Stream<Task> streamChildren() {
        return new Neighbours(run).childRecords(record).map(child -> new Task(run, child));
    }

    /**
     * {@return the task that executed the step, if a resumed run took it over from another run: {@link #origin} as a task} Empty if the
     * step ran in this run, or if the other run was deleted.
     */
    public Optional<Task> originTask() {
        TaskOrigin origin = record.origin();
        if (origin == null) {
            return Optional.empty();
        }
        return run.reader().datastore().runs().find(origin.run()).flatMap(found -> {
            Run other = new Run(run.reader(), found.flow(), found.id());
            return other.attempts(origin.task()).stream()
                    .filter(attempt -> attempt.attempt() == origin.attempt())
                    .findFirst();
        });
    }

    /**
     * {@return the artifacts that this task stored, in the order of the flow, without those that it only passed on: what its step assigned
     * or changed}
     */
    public List<DataArtifact> assigned() {
        return record.artifacts().entrySet().stream()
                .filter(entry -> !entry.getKey().startsWith("_"))
                .filter(entry -> new Lineage(run, entry.getKey(), entry.getValue())
                        .inherited(record)
                        .isEmpty())
                .map(entry -> artifact(entry.getKey()))
                .toList();
    }

    /**
     * {@return the same as {@link #assigned()}, but found by times, so that it is fast for very many tasks: what was stored after this
     * attempt started} Where tasks ran on machines whose clocks differ, it may have what was passed on shortly before.
     */
    public List<DataArtifact> assignedByTime() {
        return record.artifacts().entrySet().stream()
                .filter(entry -> !entry.getKey().startsWith("_"))
                .filter(entry -> {
                    int order = entry.getValue().createdAt().compareTo(record.startedAt());
                    return order > 0
                            || order == 0
                                    && new Lineage(run, entry.getKey(), entry.getValue())
                                            .inherited(record)
                                            .isEmpty();
                })
                .map(entry -> artifact(entry.getKey()))
                .toList();
    }

    /** {@return what this attempt takes in the datastore: its artifacts and what it passes on, each value once} This reads no values. */
    public StoredSize size() {
        StoredSize.Counter counter =
                new StoredSize.Counter(run.reader().datastore().blobs());
        counter.add(record);
        return counter.size();
    }

    /**
     * {@return whether an artifact exists after this task} Parameters, constants and Cairn's own artifacts count too.
     *
     * @param name the name of the artifact, as the flow declares it now or as it was stored
     */
    public boolean has(String name) {
        return find(name) != null || InternalArtifacts.NAMES.contains(name);
    }

    /**
     * {@return an artifact, a parameter, a constant, or one of Cairn's own artifacts such as {@code _foreach_stack}}
     *
     * @param name the name of the artifact, as the flow declares it now or as it was stored
     * @throws AbsentArtifactException if it does not exist after this task
     */
    public DataArtifact artifact(String name) {
        ArtifactRef ref = find(name);
        if (ref != null) {
            return DataArtifact.stored(run, this, name, ref);
        } else if (InternalArtifacts.NAMES.contains(name)) {
            return DataArtifact.derived(this, name, new InternalArtifacts(this).value(name));
        } else if (run.secretParameters().contains(name)) {
            throw AbsentArtifactException.secret(name, run.pathspec());
        }
        throw new AbsentArtifactException(name, pathspec(), names());
    }

    /** What is stored under this name, or, where it is today's name of an artifact, under one that it had before. */
    private @Nullable ArtifactRef find(String name) {
        ArtifactRef ref = find(record.artifacts(), name);
        return ref != null
                ? ref
                : find(run.record().artifacts(), name); // read from the datastore, so only where it is needed
    }

    private @Nullable ArtifactRef find(Map<String, ArtifactRef> refs, String name) {
        Optional<ArtifactDefinition> declared =
                run.declared(name).filter(artifact -> artifact.name().equals(name));
        return declared.isPresent() ? RunArtifacts.find(refs, declared.get()) : refs.get(name);
    }

    /** A version of an artifact that is about to be read: with its bytes, if they were read with those of another task. */
    ArtifactRef fetched(String name, ArtifactRef ref) {
        return place == null ? ref : place.fetched(name, ref, other -> find(other.artifacts(), name));
    }

    /** {@return the artifacts, parameters and constants that exist after this task, in this order, without Cairn's own artifacts} */
    public List<DataArtifact> artifacts() {
        return names().stream().map(this::artifact).toList();
    }

    /**
     * {@return Cairn's own artifacts, sorted by name} They have the names that Metaflow uses; some are computed from records. If the flow
     * has an artifact of the same name, Cairn's is left out.
     */
    public List<DataArtifact> internalArtifacts() {
        Set<String> names = new TreeSet<>(InternalArtifacts.NAMES);
        names.removeAll(names());
        Stream.of(record.artifacts(), run.record().artifacts())
                .flatMap(artifacts -> artifacts.keySet().stream())
                .filter(name -> name.startsWith("_"))
                .forEach(names::add);
        return names.stream().map(this::artifact).toList();
    }

    /** {@return facts about this attempt other than its artifacts, as text by name} */
    public Map<String, String> metadata() {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("attempt", String.valueOf(record.attempt()));
        metadata.put("status", record.status().toString());
        metadata.put("started-at", record.startedAt().toString());
        metadata.put("finished-at", record.finishedAt().toString());
        metadata.put("user", run.user());
        metadata.put("cairn-version", run.cairnVersion());
        metadata.put("java-version", run.javaVersion());
        run.commit().ifPresent(commit -> metadata.put("commit", commit));
        origin().ifPresent(origin -> metadata.put("origin", origin));
        return metadata;
    }

    /**
     * {@return the artifacts, in the form that typed views use}
     *
     * @throws UnknownFlowException if the flow is not on the class path
     */
    public TaskArtifacts taskArtifacts() {
        return place == null ? run.artifacts().of(record) : run.artifacts().of(record, place);
    }

    /** Text such as {@code Task("ModelSelection/20261123T211357042-k3f9x2dq/train/3")}. */
    @Override
    public String toString() {
        return "Task(\"" + pathspec() + "\")";
    }

    TaskRecord record() {
        return record;
    }

    Optional<ForkRecord> fork() {
        return Optional.ofNullable(record.fork());
    }

    private Set<String> names() {
        Set<String> names = new LinkedHashSet<>(record.artifacts().keySet());
        names.addAll(run.record().artifacts().keySet());
        names.removeIf(name -> name.startsWith("_"));
        return names;
    }
}
