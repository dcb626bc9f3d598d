package dev.cairn.engine.schedule;

import dev.cairn.engine.FlowPlan;
import dev.cairn.engine.Schedule;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The tasks that may start, newest first: what was begun is brought to its end before more is begun, so that few branches are
 * open at a time however many there are. A step that has as many tasks running as it may waits aside. Belongs to one
 * {@link Schedule}.
 */
public final class ReadyQueue {
    private final FlowPlan plan;
    private final TreeMap<Long, ReadySource> sources = new TreeMap<>();
    private final Map<ReadySource, Long> numbers = new HashMap<>();
    private final Map<String, LinkedHashSet<ReadySource>> aside = new LinkedHashMap<>();
    private final Map<String, Integer> running = new HashMap<>();
    private long last;

    public ReadyQueue(FlowPlan plan) {
        this.plan = plan;
    }

    public void add(ReadySource source) {
        numbers.put(source, ++last);
        sources.put(last, source);
    }

    /** Takes back what was added, if it is there still; what waits aside for its place may come. */
    public void remove(ReadySource source) {
        drop(source);
        bringBack(source.step());
    }

    private void drop(ReadySource source) {
        Long number = numbers.remove(source);
        if (number != null) {
            sources.remove(number);
        } else if (plan.policy(source.step()).maxParallel() > 0) {
            aside(source.step()).remove(source);
        }
    }

    /** Whether {@link #poll} may find a task. */
    public boolean isEmpty() {
        return sources.isEmpty();
    }

    /** Whether there is a task, which may have to wait aside. */
    public boolean hasTask() {
        while (!sources.isEmpty() && sources.lastEntry().getValue().exhausted()) {
            remove(sources.lastEntry().getValue());
        }
        return !sources.isEmpty();
    }

    /** The next task, or null if there is none now. */
    @Nullable
    public OpenTask poll() {
        ReadySource source = next();
        return source == null ? null : take(source);
    }

    /** What the next task comes from, or null if there is none now. It has at least one. */
    @Nullable
    public ReadySource next() {
        while (!sources.isEmpty()) {
            ReadySource source = sources.lastEntry().getValue();
            if (source.exhausted()) {
                remove(source);
            } else if (isFull(source.step())) {
                drop(source);
                aside(source.step()).add(source);
            } else {
                return source;
            }
        }
        return null;
    }

    /** Adds what was taken back, unless it is there still. */
    public void addAgain(ReadySource source) {
        if (!numbers.containsKey(source)
                && !aside.getOrDefault(source.step(), new LinkedHashSet<>()).contains(source)) {
            add(source);
        }
    }

    /** Notes that a task runs that {@link #poll} did not give. */
    public void begun(OpenTask task) {
        task.become(OpenTask.State.RUNNING);
        if (plan.policy(task.step()).maxParallel() > 0) {
            running.merge(task.step(), 1, Integer::sum);
        }
    }

    private OpenTask take(ReadySource source) {
        OpenTask task = source.take();
        task.become(OpenTask.State.RUNNING);
        if (source.exhausted()) {
            drop(source);
        }
        if (plan.policy(task.step()).maxParallel() > 0) {
            running.merge(task.step(), 1, Integer::sum);
            bringBack(task.step());
        }
        return task;
    }

    /** Notes that a task that {@link #poll} gave ended, so that one more of its step may start. */
    public void ended(OpenTask task) {
        if (plan.policy(task.step()).maxParallel() > 0) {
            running.merge(task.step(), -1, Integer::sum);
            bringBack(task.step());
        }
    }

    /** Lets what waits aside longest come next, if its step may have one more task. */
    private void bringBack(String step) {
        LinkedHashSet<ReadySource> waiting = aside.get(step);
        if (waiting != null && !waiting.isEmpty() && !isFull(step)) {
            ReadySource first = waiting.iterator().next();
            waiting.remove(first);
            add(first);
        }
    }

    private boolean isFull(String step) {
        int most = plan.policy(step).maxParallel();
        return most > 0 && running.getOrDefault(step, 0) >= most;
    }

    private LinkedHashSet<ReadySource> aside(String step) {
        return aside.computeIfAbsent(step, unused -> new LinkedHashSet<>());
    }
}
