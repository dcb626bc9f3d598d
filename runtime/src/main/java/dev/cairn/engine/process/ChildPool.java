package dev.cairn.engine.process;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The processes of one run: those that have nothing to do stay, and are given tasks that need what they were started with. There are no
 * more of them than tasks may run at once. Thread-safe.
 */
public final class ChildPool implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Class<?> main;
    private final int most;
    private final Message.Attach attach;
    private final Consumer<Message.Line> lines;
    private final List<Child> idle = new ArrayList<>(); // this and what follows: guarded by this
    private final Set<Child> busy = new HashSet<>();
    private final Set<Process> starting = new HashSet<>();
    private final List<Child> ending = new ArrayList<>();
    private boolean closed;

    /**
     * The processes of a run.
     *
     * @param main the class that they run
     * @param most how many tasks may run at once
     * @param attach what they are told first
     * @param lines receives each line of output
     */
    public ChildPool(Class<?> main, int most, Message.Attach attach, Consumer<Message.Line> lines) {
        this.main = main;
        this.most = most;
        this.attach = attach;
        this.lines = lines;
    }

    /** A process that has nothing to do, or why there is none. */
    public sealed interface Answer {}

    /** Give it back, or kill it. */
    public record Taken(Child child) implements Answer {}

    /** Another one may live. */
    public record NotTaken(Child.Ending why) implements Answer {}

    /**
     * A process that has nothing to do; a new one if there is none.
     *
     * @throws ChildStartException if it could not be started
     */
    public Answer take(ChildNeeds needs) {
        Child warm = warm(needs);
        if (warm != null) {
            return new Taken(warm);
        }
        Child child;
        try {
            child = start(needs);
        } catch (ChildStartException e) {
            if (e.signalled()) {
                return new NotTaken(new Child.Died(e.how(), false));
            }
            throw e;
        }
        Child.Ending problem = child.attach(attach);
        if (problem != null) {
            discard(child);
            return new NotTaken(problem);
        }
        return new Taken(child);
    }

    private Child start(ChildNeeds needs) {
        Set<Process> started = new HashSet<>();
        try {
            Child child = Child.start(needs, main, process -> begin(process, started), lines);
            enter(child);
            return child;
        } catch (IOException e) {
            throw ChildStartException.of(e);
        } finally {
            forget(started);
        }
    }

    /** Where there is none of these needs, one of others makes room, the one that was used least of late. */
    private synchronized @Nullable Child warm(ChildNeeds needs) {
        for (int i = idle.size() - 1; i >= 0; i--) {
            Child child = idle.get(i);
            if (!child.isAlive()) {
                idle.remove(i);
            } else if (child.needs().equals(needs)) {
                idle.remove(i);
                busy.add(child);
                return child;
            }
        }
        Iterator<Child> oldest = idle.iterator();
        if (oldest.hasNext() && idle.size() + busy.size() + starting.size() >= most) {
            Child removed = oldest.next();
            oldest.remove();
            removed.close();
            ending.add(removed);
        }
        return null;
    }

    private synchronized void begin(Process process, Set<Process> started) {
        started.add(process);
        starting.add(process);
        if (closed) {
            process.destroyForcibly();
        }
    }

    private synchronized void forget(Set<Process> started) {
        starting.removeAll(started);
    }

    private synchronized void enter(Child child) {
        busy.add(child);
        if (closed) {
            child.kill();
        }
    }

    /** Gives back a process that can run another task. */
    public synchronized void giveBack(Child child) {
        busy.remove(child);
        if (closed) {
            child.close();
            ending.add(child);
        } else {
            idle.add(child);
        }
    }

    /** Kills a process that is of no more use, unless it is dead, and forgets it. */
    public void discard(Child child) {
        child.kill();
        synchronized (this) {
            busy.remove(child);
        }
    }

    /** Asks all tasks to stop. */
    public synchronized void stop() {
        busy.forEach(Child::stop);
    }

    /** Kills what runs a task, or was started for one. No more processes are started. */
    public synchronized void kill() {
        closed = true;
        busy.forEach(Child::kill);
        starting.forEach(Process::destroyForcibly);
    }

    /** Ends all processes, and waits for that, within reason. */
    @Override
    public void close() {
        List<Child> all;
        synchronized (this) {
            kill();
            idle.forEach(Child::close);
            ending.addAll(idle);
            idle.clear();
            all = new ArrayList<>(ending);
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        all.forEach(child -> child.awaitEnd(deadline));
    }
}
