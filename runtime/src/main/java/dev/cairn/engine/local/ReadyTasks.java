package dev.cairn.engine.local;

import dev.cairn.runtime.StepDefinition;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tasks that may start, newest first: what was begun is brought to its end before more is begun, so that few branches are
 * open at a time however many there are. A step that has as many tasks running as it may waits aside. Guarded by the lock
 * of {@link LocalRun}.
 */
final class ReadyTasks {
    private final Deque<ReadySource> sources = new ArrayDeque<>();
    private final Map<String, Deque<ReadySource>> waiting = new HashMap<>();
    private final Map<String, Integer> running = new HashMap<>();

    void add(ReadySource source) {
        sources.push(source);
    }

    boolean isEmpty() {
        return sources.isEmpty();
    }

    /** The next task, or null if there is none now. */
    @Nullable
    ReadyTask poll() {
        while (!sources.isEmpty()) {
            ReadySource source = sources.peek();
            if (full(source.step())) {
                sources.pop();
                waiting.computeIfAbsent(source.step().name(), unused -> new ArrayDeque<>())
                        .add(source);
                continue;
            }
            ReadyTask task = source.take();
            if (source.left() == 0) {
                sources.pop();
            }
            if (task.step().maxParallel() > 0) {
                running.merge(task.step().name(), 1, Integer::sum);
            }
            return task;
        }
        return null;
    }

    /** Notes that a task ended, so that one more of its step may start. */
    void ended(ReadyTask task) {
        if (task.step().maxParallel() > 0) {
            running.merge(task.step().name(), -1, Integer::sum);
            Deque<ReadySource> others = waiting.get(task.step().name());
            if (others != null && !others.isEmpty()) {
                sources.push(others.remove());
            }
        }
    }

    private boolean full(StepDefinition step) {
        return step.maxParallel() > 0 && running.getOrDefault(step.name(), 0) >= step.maxParallel();
    }
}
