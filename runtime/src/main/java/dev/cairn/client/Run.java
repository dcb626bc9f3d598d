package dev.cairn.client;

import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.FileRecord;
import dev.cairn.datastore.LogLine;
import dev.cairn.datastore.RunAttributes;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.datastore.StepCount;
import dev.cairn.datastore.Tags;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskId.Coordinate;
import dev.cairn.datastore.TaskOrigin;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.runtime.AbsentArtifactException;
import dev.cairn.runtime.Failure;
import dev.cairn.runtime.RunFiles;
import dev.cairn.runtime.RunReference;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.graph.FlowGraph;
import dev.cairn.runtime.graph.FlowStructure;
import dev.cairn.runtime.graph.LastTasks;
import dev.cairn.runtime.internal.Suggestions;
import dev.cairn.runtime.report.StoredReports;
import dev.cairn.runtime.values.RunArtifacts;
import dev.cairn.runtime.values.SecretHashes;
import dev.cairn.runtime.values.StoredFiles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A run, past or present. Thread-safe. Each call reads the current state of the datastore. If the run was deleted, methods that read its
 * record throw {@link NoSuchRunException}.
 */
public final class Run {
    private final RunReader reader;
    private final String flow;
    private final RunId id;
    private volatile @Nullable FlowGraph graph;
    private volatile @Nullable FlowStructure structure;

    Run(RunReader reader, String flow, RunId id) {
        this.reader = reader;
        this.flow = flow;
        this.id = id;
    }

    /**
     * {@return the run that a builder started} For generated code.
     *
     * @param run where the run is stored, and its flow
     */
    public static Run of(RunReference run) {
        RunReader reader = new RunReader(run.datastore(), FlowDefinitions.of(run.definition()));
        return new Run(reader, run.definition().name(), run.id());
    }

    /** {@return the id of the run} */
    public String id() {
        return id.toString();
    }

    /** {@return the name of the flow} */
    public String flow() {
        return flow;
    }

    /** {@return the pathspec, such as {@code ModelSelection/20261123T211357042-k3f9x2dq}} */
    public String pathspec() {
        return flow + "/" + id;
    }

    /** {@return the status of the run} A run whose process died is still {@code RUNNING}; see {@link #died()}. */
    public RunStatus status() {
        return record().status();
    }

    /** {@return whether the end step of the run finished} */
    public boolean successful() {
        return status() == RunStatus.SUCCEEDED;
    }

    /** {@return whether the run has ended, successfully or not} */
    public boolean finished() {
        return status() != RunStatus.RUNNING;
    }

    /** {@return whether the run has not ended, but its process has sent no heartbeat for half a minute} */
    public boolean died() {
        return state().died();
    }

    /** {@return the current state of the run, all read at the same moment} */
    public RunState state() {
        return RunState.of(record(), reader.now(), this::lastEnd);
    }

    /** {@return when the run started} */
    public Instant startedAt() {
        return record().startedAt();
    }

    /** {@return when the run ended} Empty while it runs, and as long as nobody has recorded that its process died. */
    public Optional<Instant> finishedAt() {
        return Optional.ofNullable(record().finishedAt());
    }

    /** {@return the user who started the run, from the system property {@code user.name}; empty if there is none} */
    public String user() {
        return record().user();
    }

    /** {@return the version of Cairn that ran the flow} */
    public String cairnVersion() {
        return record().cairnVersion();
    }

    /** {@return the version of Java that ran the flow} */
    public String javaVersion() {
        return record().javaVersion();
    }

    /** {@return the commit of the code; empty if it is unknown} */
    public Optional<String> commit() {
        return Optional.ofNullable(record().commit());
    }

    /** {@return the pathspec of the run that this run was resumed from, which may have been deleted since; empty if it was not resumed} */
    public Optional<String> origin() {
        return Optional.ofNullable(record().origin()).map(origin -> flow + "/" + origin);
    }

    /** {@return the pathspec of the task whose step started this run, which may have been deleted since; empty if no step did} */
    public Optional<String> startedBy() {
        return RunAttributes.startedBy(record());
    }

    /**
     * {@return a text for the code of each step whose code is known, by step} Two runs of equal texts ran the same code of that step. Empty
     * for a run of a version of Cairn that stored none.
     */
    public Map<String, String> fingerprints() {
        return record().fingerprints();
    }

    /** {@return the tags, sorted} */
    public Set<String> tags() {
        return record().tags();
    }

    /**
     * Adds tags. A tag that the run already has stays.
     *
     * @param tags the tags to add
     * @throws IllegalArgumentException if a tag is blank, has more than 500 characters, or has control characters
     */
    public void addTags(String... tags) {
        reader.datastore().runs().tag(id, Tags.require(tags), Set.of());
    }

    /**
     * Removes tags. Tags that the run does not have are ignored.
     *
     * @param tags the tags to remove
     */
    public void removeTags(String... tags) {
        reader.datastore().runs().tag(id, Set.of(), new HashSet<>(Arrays.asList(tags)));
    }

    /**
     * Adds tags, then removes some, in one atomic step: of several programs that do this at once, none undoes what another did.
     *
     * @param add the tags to add
     * @param remove the tags to remove, also if they are among those to add
     * @throws IllegalArgumentException if a tag to add is blank, has more than 500 characters, or has control characters
     */
    public void changeTags(Collection<String> add, Collection<String> remove) {
        Set<String> added = Tags.require(add.toArray(String[]::new));
        reader.datastore().runs().tag(id, added, new HashSet<>(remove));
    }

    /** {@return the failure of the task that failed first; empty if the run did not fail} */
    public Optional<Failure> failure() {
        return Optional.ofNullable(record().failure()).map(StoredFailures::of);
    }

    /** {@return the task that failed first, as in its pathspec, such as {@code train/3}; empty if no task failed} */
    public Optional<String> failedTask() {
        return Optional.ofNullable(record().failedTask()).map(TaskId::toString);
    }

    /**
     * {@return the graph of the flow as it was when the run started}
     *
     * @throws AbsentArtifactException if the graph is not stored with the run
     */
    public FlowGraph graph() {
        FlowGraph known = graph;
        if (known == null) {
            ArtifactRef ref = record().artifacts().get(FlowGraph.ARTIFACT);
            if (ref == null) {
                throw new AbsentArtifactException(FlowGraph.ARTIFACT, pathspec());
            }
            known = FlowGraph.of((Map<?, ?>) Objects.requireNonNull(InternalArtifacts.value(reader.loader(), ref)));
            graph = known;
        }
        return known;
    }

    /** {@return the steps, in graph order, whether they ran or not} */
    public List<StepTasks> steps() {
        return graph().steps().stream()
                .map(step -> new StepTasks(this, step.name()))
                .toList();
    }

    /**
     * {@return a step of the flow, whether it ran or not}
     *
     * @param name the name of the step
     * @throws NoSuchStepException if the flow has no step of this name
     */
    public StepTasks step(String name) {
        List<String> names =
                graph().steps().stream().map(FlowGraph.GraphStep::name).toList();
        if (!names.contains(name)) {
            throw new NoSuchStepException("run " + pathspec() + " has no step `" + name + "`."
                    + Suggestions.didYouMean(name, names) + " Its steps: " + String.join(", ", names) + ".");
        }
        return new StepTasks(this, name);
    }

    /**
     * A finished task.
     *
     * @param task such as {@code train/3}
     * @return the task, as the attempt that finished left it
     * @throws NoSuchStepException if the flow has no such step
     * @throws NoSuchTaskException if the task has not finished
     * @throws IllegalArgumentException if {@code task} does not have this form
     */
    public Task task(String task) {
        TaskId taskId = TaskId.parse(task);
        step(taskId.step());
        return find(taskId).orElseThrow(() -> new NoSuchTaskException(task, pathspec()));
    }

    /**
     * {@return the ended attempts of a task, oldest first, even if the task never finished} Empty if it did not run.
     *
     * @param task such as {@code train/3}
     * @throws NoSuchStepException if the flow has no such step
     * @throws IllegalArgumentException if {@code task} does not have this form
     */
    public List<Task> attempts(String task) {
        TaskId taskId = TaskId.parse(task);
        step(taskId.step());
        return attempts(taskId);
    }

    /** {@return the number of attempts per step and status} This reads no tasks. */
    public List<StepCount> counts() {
        return reader.datastore().runs().counts(id);
    }

    /**
     * {@return the steps that have begun, or may begin, and have tasks that have not finished, in the order of the flow; empty if the run
     * has ended, or its process has died} A task is stored when it has ended, so this follows from the tasks before. Of steps whose number
     * of tasks is not known, such as those in a foreach within another one, nothing is said. This reads one task for each step.
     */
    public List<OpenStep> openSteps() {
        return finished() || died()
                ? List.of()
                : new OpenSteps(graph(), reader.datastore().runs(), id, startedAt()).find();
    }

    /** {@return all ended attempts of all tasks, in the order in which they ended} The stream is lazy; close it after use. */
    public Stream<Task> attempts() {
        Stream<TaskRecord> records = reader.datastore().runs().attempts(id);
        return records.map(record -> new Task(this, record)).onClose(records::close);
    }

    /**
     * {@return the output that belongs to the run, but to none of its tasks: of threads that serve several tasks, or that outlived theirs}
     * While the run goes on, what there is so far. The stream is lazy; close it after use.
     */
    public Stream<LogLine> log() {
        return reader.datastore().runs().log(id, TaskId.RUN, 0);
    }

    /**
     * {@return the output of an attempt of a task; while the attempt runs, what there is so far} Empty if there is no such attempt. The
     * stream is lazy; close it after use.
     *
     * @param task such as {@code train/3}
     * @param attempt the number of the attempt, from 0
     * @throws IllegalArgumentException if {@code task} does not have this form
     */
    public Stream<LogLine> log(String task, int attempt) {
        return reader.datastore().runs().log(id, TaskId.parse(task), attempt);
    }

    /** {@return the files that the tasks of the run stored, sorted by the code points of their keys} The stream is lazy; close it after use. */
    public Stream<RunFile> listFiles() {
        return new StoredFiles(reader.datastore(), flow, id).list().map(RunFile::of);
    }

    /**
     * {@return the ended attempts that added to the report of the run, in no particular order; {@link Task#report()} has what} The stream
     * is lazy; close it after use.
     */
    public Stream<Task> reported() {
        Map<String, Set<TaskOrigin>> elsewhere = new LinkedHashMap<>();
        List<TaskOrigin> here = new ArrayList<>();
        try (Stream<TaskOrigin> executed = new StoredReports(reader.datastore(), id).executed()) {
            executed.forEach(each -> {
                if (each.run().equals(id)) {
                    here.add(each);
                } else {
                    elsewhere
                            .computeIfAbsent(each.task().step(), unused -> new HashSet<>())
                            .add(each);
                }
            });
        }
        return Stream.concat(
                here.stream()
                        .flatMap(executed -> attempts(executed.task()).stream()
                                .filter(attempt ->
                                        TaskOrigin.of(attempt.record()).equals(executed))),
                elsewhere.entrySet().stream()
                        .flatMap(step -> new StepTasks(this, step.getKey())
                                .stream().filter(task -> step.getValue().contains(TaskOrigin.of(task.record())))));
    }

    /** {@return the files that the tasks of the run stored, by key} */
    public RunFiles files() {
        return new StoredFiles(reader.datastore(), flow, id);
    }

    /**
     * {@return a parameter or constant, which all tasks share}
     *
     * @param name the name of the field
     * @throws AbsentArtifactException if there is no parameter or constant of this name, or if it is a secret parameter
     */
    public DataArtifact artifact(String name) {
        RunRecord record = record();
        ArtifactRef ref = record.artifacts().get(name);
        if (ref == null && secretParameters(record).contains(name)) {
            throw AbsentArtifactException.secret(name, pathspec());
        } else if (ref == null) {
            throw new AbsentArtifactException(
                    name, pathspec(), record.artifacts().keySet());
        }
        return DataArtifact.stored(this, null, name, ref);
    }

    /** {@return the parameters, in the order of the flow's fields, without secret ones} */
    public List<DataArtifact> parameters() {
        return graph().parameters().stream().map(this::artifact).toList();
    }

    /**
     * {@return the names of the secret parameters that the run was given, in the order of the flow's fields} Their values are not stored.
     */
    public Set<String> secretParameters() {
        return secretParameters(record());
    }

    private Set<String> secretParameters(RunRecord record) {
        ArtifactRef ref = record.artifacts().get(SecretHashes.ARTIFACT);
        return ref == null
                ? Set.of()
                : SecretHashes.read((Map<?, ?>) Objects.requireNonNull(InternalArtifacts.value(reader.loader(), ref)))
                        .parameters();
    }

    /** {@return the constants, in the order of the flow's fields} */
    public List<DataArtifact> constants() {
        return graph().constants().stream().map(this::artifact).toList();
    }

    /**
     * {@return what this run takes in the datastore: values and files} Each value counts once, even if many tasks or other runs have it.
     * This reads the records of all attempts, but no values.
     */
    public StoredSize size() {
        StoredSize.Counter counter = new StoredSize.Counter(reader.datastore().blobs());
        counter.add(record().artifacts().values());
        try (Stream<TaskRecord> attempts = reader.datastore().runs().attempts(id)) {
            attempts.forEach(counter::add);
        }
        try (Stream<FileRecord> files = reader.datastore().runs().files(id, "")) {
            files.forEach(counter::add);
        }
        return counter.size();
    }

    /**
     * What is different in {@code other}: parameters, code, and the artifacts of tasks, by address. It is read when it is asked for.
     *
     * @param other another run, usually of the same flow
     * @return the differences; this run is {@link RunDiff#first()}
     */
    public RunDiff diff(Run other) {
        return new RunDiff(this, other);
    }

    /** Text such as {@code Run("ModelSelection/20261123T211357042-k3f9x2dq")}. */
    @Override
    public String toString() {
        return "Run(\"" + pathspec() + "\")";
    }

    Optional<Task> find(TaskId task) {
        return reader.datastore().runs().task(id, task).map(record -> new Task(this, record));
    }

    LastTasks.Lookup lookup() {
        return new LastTasks.Lookup() {
            @Override
            public Optional<TaskRecord> find(TaskId task) {
                return reader.datastore().runs().task(id, task);
            }

            @Override
            public Optional<TaskRecord> last(String step, List<Coordinate> position) {
                return reader.datastore().runs().lastTask(id, step, position);
            }
        };
    }

    List<Task> attempts(TaskId task) {
        return reader.datastore().runs().attempts(id, task).stream()
                .map(attempt -> new Task(this, attempt))
                .toList();
    }

    FlowStructure structure() {
        FlowStructure known = structure;
        if (known == null) {
            known = new FlowStructure(graph());
            structure = known;
        }
        return known;
    }

    private Optional<Instant> lastEnd() {
        return reader.datastore().runs().counts(id).stream()
                .map(StepCount::lastEnd)
                .max(Comparator.naturalOrder());
    }

    RunReader reader() {
        return reader;
    }

    RunId runId() {
        return id;
    }

    RunRecord record() {
        return reader.datastore()
                .runs()
                .find(id)
                .orElseThrow(() -> new NoSuchRunException("run " + pathspec() + " is no longer in "
                        + reader.datastore().url() + "." + reader.newestRuns(flow)));
    }

    /** The artifact of this name, of now or then, as the flow's class declares it; empty where that is not at hand, or has none. */
    Optional<ArtifactDefinition> declared(String artifact) {
        return reader.definition(flow)
                .flatMap(definition -> definition
                        .findArtifact(artifact)
                        .or(() -> definition.artifacts().stream()
                                .filter(candidate -> candidate.formerNames().contains(artifact))
                                .findFirst()));
    }

    /**
     * The artifacts, with the codecs of the flow's classes.
     *
     * @throws UnknownFlowException if the flow is not on the class path
     */
    RunArtifacts artifacts() {
        return reader.definition(flow)
                .map(definition -> new RunArtifacts(definition, reader.loader(), id))
                .orElseThrow(() -> new UnknownFlowException(flow));
    }
}
