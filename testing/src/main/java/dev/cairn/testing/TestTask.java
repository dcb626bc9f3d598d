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

    /**
     * The first attempt at a task outside any foreach and loop, with everything else empty.
     *
     * @param step the name of the step; no flow needs to have it
     * @return the context to call the step with
     */
    public static TestTask of(String step) {
        return builder(step).build();
    }

    /**
     * Starts to describe a task.
     *
     * @param task the id, such as {@code train} or {@code train/3}
     * @return a builder, in which everything else is at its default
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

        /**
         * Sets the name of the flow. The default is {@code TestFlow}.
         *
         * @param name what {@link TaskContext#flowName()} returns
         * @return this builder
         */
        public Builder flow(String name) {
            flow = name;
            return this;
        }

        /**
         * Sets the number of the attempt, from 0.
         *
         * @param number 0 for the first attempt, 1 for the first retry
         * @return this builder
         */
        public Builder attempt(int number) {
            attempt = number;
            return this;
        }

        /**
         * Adds tags of the run.
         *
         * @param more tags, besides those added before
         * @return this builder
         */
        public Builder tags(String... more) {
            tags.addAll(List.of(more));
            return this;
        }

        /**
         * Sets what {@link TaskContext#parameters()} has for a parameter; the field of the flow is for the test to set.
         *
         * @param name the name of the parameter
         * @param value its value; null if the parameter is null
         * @return this builder
         */
        public Builder parameter(String name, @Nullable Object value) {
            parameters.put(name, value);
            return this;
        }

        /**
         * Adds a foreach around the task, inside of those before.
         *
         * @param artifact the artifact whose elements the foreach iterates over
         * @param index the position of the current element, from 0
         * @param count the number of elements
         * @param value the current element; it may be null
         * @return this builder
         */
        public Builder foreach(String artifact, int index, int count, @Nullable Object value) {
            foreachStack.add(new ForeachFrame(artifact, index, count, value));
            return this;
        }

        /**
         * Sets the iteration of the innermost loop, from 0.
         *
         * @param number what {@link TaskContext#iteration()} returns
         * @return this builder
         */
        public Builder iteration(int number) {
            iteration = number;
            return this;
        }

        /**
         * Lets the task be one that goes on from a checkpoint; what the fields were is for the test to set.
         *
         * @return this builder
         */
        public Builder restored() {
            restored = true;
            return this;
        }

        /**
         * Sets the datastore in which the step finds other runs. The default is an empty one in memory.
         *
         * @param other what {@link TaskContext#datastore()} returns
         * @return this builder
         */
        public Builder datastore(Datastore other) {
            datastore = other;
            return this;
        }

        /**
         * Calls {@code action} at each checkpoint: to look at the fields, or to throw, as if the process ended there.
         *
         * @param action what to do on the thread of the step, in place of storing the fields
         * @return this builder
         */
        public Builder onCheckpoint(Runnable action) {
            onCheckpoint = action;
            return this;
        }

        /** {@return the context to call the step with} Each call makes another one, with its own log and files. */
        public TestTask build() {
            return new TestTask(this);
        }
    }

    /** {@return the lines that the step logged so far, oldest first} The list is a copy. */
    public List<String> log() {
        synchronized (log) {
            return List.copyOf(log);
        }
    }

    /** {@return how often the step made a checkpoint so far} */
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
