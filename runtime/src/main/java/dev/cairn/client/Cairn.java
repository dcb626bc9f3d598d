package dev.cairn.client;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunQuery;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.TaskId;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.internal.DefaultDatastore;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Gives access to past and present runs. Immutable and thread-safe. Each call reads the current state of the datastore.
 *
 * <pre>{@code
 * Cairn cairn = Cairn.open();
 * double accuracy = cairn.flow("ModelSelection").latestSuccessful()
 *         .step("end").task().artifact("bestAccuracy").as(double.class);
 * }</pre>
 */
public final class Cairn {
    private final RunReader reader;

    private Cairn(RunReader reader) {
        this.reader = reader;
    }

    /**
     * The runs of the default datastore. Its URL is the system property {@code cairn.datastore}, otherwise the environment variable
     * {@code CAIRN_DATASTORE}, otherwise {@code file:.cairn}.
     *
     * @return access to the runs of that datastore
     * @throws dev.cairn.datastore.DatastoreException if the datastore cannot be opened
     */
    public static Cairn open() {
        return open(DefaultDatastore.open());
    }

    /**
     * {@return access to the runs of a datastore} The caller closes the datastore.
     *
     * @param datastore where the runs are; it must stay open as long as this object, and what comes from it, is used
     */
    public static Cairn open(Datastore datastore) {
        return new Cairn(new RunReader(datastore, FlowDefinitions.onClassPath()));
    }

    /**
     * {@return access to the runs of a datastore, with the code of {@code flows}, which then need not be found on the class path}
     *
     * @param datastore where the runs are; the caller closes it
     * @param flows the generated definitions of flows; they are used before those on the class path
     */
    public static Cairn open(Datastore datastore, FlowDefinition<?>... flows) {
        return new Cairn(new RunReader(datastore, FlowDefinitions.onClassPathAnd(flows)));
    }

    /**
     * {@return access to the runs of a datastore, with a clock other than that of this machine: it decides which runs are still alive}
     *
     * @param datastore where the runs are; the caller closes it
     * @param clock gives the time with which the last heartbeat of a run is compared
     * @param flows the generated definitions of flows; they are used before those on the class path
     */
    public static Cairn open(Datastore datastore, Clock clock, FlowDefinition<?>... flows) {
        return new Cairn(new RunReader(datastore, FlowDefinitions.onClassPathAnd(flows), clock));
    }

    /** {@return the names of the flows that have runs, sorted} */
    public List<String> flows() {
        try (Stream<RunRecord> runs = reader.datastore().runs().list(RunQuery.all())) {
            return runs.map(RunRecord::flow).distinct().sorted().toList();
        }
    }

    /**
     * {@return the runs of all flows that have all of these tags, newest first} The stream is lazy; close it after use.
     *
     * @param tags the tags that a run must have; with none, every run matches
     */
    public Stream<Run> runs(String... tags) {
        RunFilter filter = RunFilter.all();
        for (String tag : tags) {
            filter = filter.tag(tag);
        }
        return runs(filter);
    }

    /**
     * {@return the runs of all flows that meet all conditions of a filter, newest first} The stream is lazy; close it after use.
     *
     * @param filter the conditions
     */
    public Stream<Run> runs(RunFilter filter) {
        return reader.list(null, filter).map(record -> new Run(reader, record.flow(), record.id()));
    }

    /**
     * {@return the run of any flow with this id, or the only one whose id begins or ends with it, or {@code latest}}
     *
     * @param id an id, its beginning or end, or {@code latest} for the run of any flow that was started last
     * @throws NoSuchRunException if no run matches, or several match
     */
    public Run runById(String id) {
        try (Stream<RunRecord> runs = reader.list(null, RunFilter.all())) {
            Optional<RunRecord> found = id.equals(Pathspec.LATEST)
                    ? runs.findFirst()
                    : reader.find(id).or(() -> PartialIds.only(runs, id));
            return found.map(record -> new Run(reader, record.flow(), record.id()))
                    .orElseThrow(() -> new NoSuchRunException("there is no run "
                            + (id.equals(Pathspec.LATEST) ? "" : "`" + id + "` ") + "in "
                            + reader.datastore().url() + "."));
        }
    }

    /**
     * {@return the runs of one flow, which may have none}
     *
     * @param name the name of the flow; it is not checked
     */
    public FlowRuns flow(String name) {
        return new FlowRuns(reader, name);
    }

    /**
     * A run by its pathspec.
     *
     * @param pathspec such as {@code ModelSelection/20261123T211357042-k3f9x2dq} or {@code ModelSelection/latest}; the beginning or
     *     end of an id is enough
     * @return the run, whatever its status
     * @throws NoSuchRunException if no run matches, or several match
     * @throws IllegalArgumentException if {@code pathspec} does not have this form
     */
    public Run run(String pathspec) {
        Pathspec parsed = Pathspec.parse(pathspec);
        if (parsed.run() == null || parsed.step() != null) {
            throw new IllegalArgumentException("`" + pathspec
                    + "` does not name a run, which looks like ModelSelection/20261123T211357042-k3f9x2dq");
        }
        return flow(parsed.flow()).run(parsed.run());
    }

    /**
     * A task by its pathspec.
     *
     * @param pathspec such as {@code ModelSelection/20261123T211357042-k3f9x2dq/train/3}
     * @return the task, as the attempt that finished left it
     * @throws NoSuchRunException if there is no such run
     * @throws NoSuchStepException if its flow has no such step
     * @throws dev.cairn.client.NoSuchTaskException if the task has not finished
     * @throws IllegalArgumentException if {@code pathspec} does not have this form
     */
    public Task task(String pathspec) {
        Pathspec parsed = Pathspec.parse(pathspec);
        if (parsed.run() == null || parsed.step() == null || parsed.artifact() != null) {
            throw new IllegalArgumentException("`" + pathspec
                    + "` does not name a task, which looks like ModelSelection/20261123T211357042-k3f9x2dq/train/3");
        }
        TaskId task = parsed.task() == null ? TaskId.of(parsed.step()) : parsed.task();
        return flow(parsed.flow()).run(parsed.run()).task(task.toString());
    }
}
