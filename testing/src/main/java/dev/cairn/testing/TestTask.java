package dev.cairn.testing;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.TaskId;
import dev.cairn.runtime.ForeachFrame;
import dev.cairn.runtime.TaskContext;
import dev.cairn.runtime.TaskFiles;
import dev.cairn.runtime.values.StoredFiles;
import dev.cairn.runtime.values.StoredTaskFiles;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The context of a step that a test calls by hand. What the step logs, stores and asks of it stays in memory:
 *
 * <pre>{@code
 * TestTask task = TestTask.of("train");
 * ModelSelection flow = new ModelSelection();
 * flow.rates = List.of(0.1);
 *
 * flow.train(task);
 *
 * assertThat(task.log()).containsExactly("trained with 0.1");
 * }</pre>
 *
 * <p>Thread-safe, once it is made.
 */
public final class TestTask implements TaskContext {
    private final String flow;
    private final RunId run;
    private final TaskId task;
    private final int attempt;
    private final Set<String> tags;
    private final Map<String, Object> parameters;
    private final List<ForeachFrame> foreachStack;
    private final int iteration;
    private final boolean restored;
    private final Datastore datastore;
    private final TaskFiles files;
    private final @Nullable Runnable onCheckpoint;
    private final List<String> log = Collections.synchronizedList(new ArrayList<>());
    private int checkpoints; // guarded by this

    private TestTask(Builder builder) {
        this.flow = builder.flow;
        this.run = RunId.next(builder.clock.clock());
        this.task = TaskId.parse(builder.task);
        this.attempt = builder.attempt;
        this.tags = Collections.unmodifiableSet(new TreeSet<>(builder.tags));
        this.parameters = Collections.unmodifiableMap(new LinkedHashMap<>(builder.parameters));
        this.foreachStack = List.copyOf(builder.foreachStack);
        this.iteration = builder.iteration;
        this.restored = builder.restored;
        this.datastore = builder.datastore == null ? Datastore.inMemory() : builder.datastore;
        this.files = memoryFiles(flow, run, builder.clock.clock());
        this.onCheckpoint = builder.onCheckpoint;
    }

    /** The files of a run that is not there. */
    private static TaskFiles memoryFiles(String flow, RunId run, Clock clock) {
        Datastore datastore = Datastore.inMemory();
        datastore
                .runs()
                .create(RunRecord.builder(run, flow, flow, clock.instant()).build());
        StoredFiles files = new StoredFiles(datastore, flow, run);
        return new StoredTaskFiles(files, (key, content) -> files.keep(key, content, clock.instant()));
    }

    /** The first attempt at a task outside any foreach and loop, with everything else empty. */
    public static TestTask of(String step) {
        return builder(step).build();
    }

    /**
     * Starts to describe a task.
     *
     * @param task the id, such as {@code train} or {@code train/3}
     * @throws IllegalArgumentException if {@code task} does not have this form
     */
    public static Builder builder(String task) {
        return new Builder(task);
    }

    /** Describes a task. Not thread-safe. */
    public static final class Builder {
        private final String task;
        private final TestClock clock = new TestClock();
        private final Set<String> tags = new TreeSet<>();
        private final Map<String, Object> parameters = new LinkedHashMap<>();
        private final List<ForeachFrame> foreachStack = new ArrayList<>();
        private String flow = "TestFlow";
        private int attempt;
        private int iteration;
        private boolean restored;
        private @Nullable Datastore datastore;
        private @Nullable Runnable onCheckpoint;

        private Builder(String task) {
            TaskId.parse(task);
            this.task = task;
        }

        /** Sets the name of the flow. The default is {@code TestFlow}. */
        public Builder flow(String name) {
            flow = name;
            return this;
        }

        /** Sets the number of the attempt, from 0. */
        public Builder attempt(int number) {
            attempt = number;
            return this;
        }

        /** Adds tags of the run. */
        public Builder tags(String... more) {
            tags.addAll(List.of(more));
            return this;
        }

        /** Sets what {@link TaskContext#parameters()} has for a parameter; the field of the flow is for the test to set. */
        public Builder parameter(String name, @Nullable Object value) {
            parameters.put(name, value);
            return this;
        }

        /** Adds a foreach around the task, inside of those before. */
        public Builder foreach(String artifact, int index, int count, @Nullable Object value) {
            foreachStack.add(new ForeachFrame(artifact, index, count, value));
            return this;
        }

        /** Sets the iteration of the innermost loop, from 0. */
        public Builder iteration(int number) {
            iteration = number;
            return this;
        }

        /** Lets the task be one that goes on from a checkpoint; what the fields were is for the test to set. */
        public Builder restored() {
            restored = true;
            return this;
        }

        /** Sets the datastore in which the step finds other runs. The default is an empty one in memory. */
        public Builder datastore(Datastore other) {
            datastore = other;
            return this;
        }

        /** Calls {@code action} at each checkpoint: to look at the fields, or to throw, as if the process ended there. */
        public Builder onCheckpoint(Runnable action) {
            onCheckpoint = action;
            return this;
        }

        /** The task. */
        public TestTask build() {
            return new TestTask(this);
        }
    }

    /** The lines that the step logged so far. */
    public List<String> log() {
        synchronized (log) {
            return List.copyOf(log);
        }
    }

    /** How often the step made a checkpoint so far. */
    public synchronized int checkpoints() {
        return checkpoints;
    }

    @Override
    public String flowName() {
        return flow;
    }

    @Override
    public String runId() {
        return run.toString();
    }

    @Override
    public String stepName() {
        return task.step();
    }

    @Override
    public String taskId() {
        return task.toString();
    }

    @Override
    public String path() {
        return flow + "/" + run + "/" + task;
    }

    @Override
    public int attempt() {
        return attempt;
    }

    @Override
    public Set<String> tags() {
        return tags;
    }

    @Override
    public Map<String, Object> parameters() {
        return parameters;
    }

    @Override
    public List<ForeachFrame> foreachStack() {
        return foreachStack;
    }

    @Override
    public int iteration() {
        return iteration;
    }

    @Override
    public void checkpoint() {
        synchronized (this) {
            checkpoints++;
        }
        if (onCheckpoint != null) {
            onCheckpoint.run();
        }
    }

    @Override
    public boolean restored() {
        return restored;
    }

    @Override
    public void log(String line) {
        if (line == null) {
            throw new IllegalArgumentException(
                    "the text to log must not be null. Use `String.valueOf(..)` for a value that may be null");
        }
        line.lines().forEach(log::add);
    }

    @Override
    public Runnable wrap(Runnable action) {
        return action;
    }

    @Override
    public <T> Callable<T> wrap(Callable<T> action) {
        return action;
    }

    @Override
    public <T> Supplier<T> wrapSupplier(Supplier<T> action) {
        return action;
    }

    @Override
    public TaskFiles files() {
        return files;
    }

    @Override
    public Datastore datastore() {
        return datastore;
    }

    /** Text such as {@code TestTask(train/3)}. */
    @Override
    public String toString() {
        return "TestTask(" + task + ")";
    }
}
