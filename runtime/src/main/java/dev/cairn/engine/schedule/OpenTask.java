package dev.cairn.engine.schedule;

import dev.cairn.datastore.TaskId;
import dev.cairn.engine.Schedule;
import java.util.List;

/** A task that may start, runs, or waits for its next attempt. Belongs to one {@link Schedule}. */
public final class OpenTask implements ReadySource {
    private final TaskId id;
    private final List<TaskId> parents;
    private final Strand strand;
    private int attempt;
    private State state = State.READY;

    /** What is known of the attempt that comes next. */
    public enum State {
        /** It may start. */
        READY,
        /** It was handed out. */
        RUNNING,
        /** It has to wait before it may start. */
        WAITING,
        /** There is none: the last one failed. */
        FAILED
    }

    OpenTask(TaskId id, List<TaskId> parents, Strand strand) {
        this.id = id;
        this.parents = parents;
        this.strand = strand;
    }

    public TaskId id() {
        return id;
    }

    public List<TaskId> parents() {
        return parents;
    }

    Strand strand() {
        return strand;
    }

    /** The number of the attempt that may start, runs, or is waited for. */
    public int attempt() {
        return attempt;
    }

    public State state() {
        return state;
    }

    public void become(State next) {
        state = next;
    }

    /** Lets another attempt come next. */
    public void retry(int next) {
        attempt = next;
    }

    /** Whether an attempt is one whose end is not known yet; a later one tells that those before are over. */
    public boolean awaits(int other) {
        return state != State.FAILED && other >= attempt;
    }

    @Override
    public String step() {
        return id.step();
    }

    @Override
    public OpenTask take() {
        return this;
    }

    @Override
    public boolean exhausted() {
        return state != State.READY;
    }
}
