package dev.cairn.runtime;

import dev.cairn.datastore.Datastore;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The surroundings of a task: a step method that has a parameter of this type gets it. Thread-safe; of no use after the task.
 */
public interface TaskContext {
    /** The name of the flow. */
    String flowName();

    /** The id of the run. */
    String runId();

    /** The name of the step. */
    String stepName();

    /** The task within its run: {@code train/3}. */
    String taskId();

    /** The whole path of the task: {@code ModelSelection/20261123T211357042-k3f9x2dq/train/3}. */
    String path();

    /** The number of this attempt, from 0. */
    int attempt();

    /** The tags that the run was started with. */
    Set<String> tags();

    /** The parameters of the run, by field name, in the order of the fields; values may be null. */
    Map<String, Object> parameters();

    /** The foreaches around this task, outermost first. */
    List<ForeachFrame> foreachStack();

    /** The iteration of the innermost loop around this step, from 0; 0 too outside of any. */
    int iteration();

    /** Writes a line to the log of the task. */
    void log(String line);

    /** The files of the run: what is too large for an artifact. */
    TaskFiles files();

    /**
     * The datastore of the run, where other runs can be read: {@code PenguinFlowRun.latest(task.datastore())}. It only reads: whatever
     * would change something throws a {@link dev.cairn.datastore.DatastoreException}.
     */
    Datastore datastore();
}
