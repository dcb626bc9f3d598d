package dev.cairn.engine.task;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunRecord;
import dev.cairn.engine.TaskUnit;
import dev.cairn.engine.output.OutputLog;
import dev.cairn.engine.output.OutputSource;
import dev.cairn.runtime.ForeachFrame;
import dev.cairn.runtime.TaskContext;
import dev.cairn.runtime.TaskFiles;
import dev.cairn.runtime.TaskReport;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** The surroundings of a task that runs. Thread-safe: a step may hand it to threads of its own. */
public record RunningTaskContext(
        TaskUnit unit,
        RunRecord run,
        Forks forks,
        Supplier<Map<String, Object>> parameterValues,
        OutputLog taskLog,
        OutputSource source,
        TaskFiles files,
        TaskCheckpoints<?> checkpoints,
        TaskReport report,
        Datastore runDatastore,
        Lifetime lifetime)
        implements TaskContext {
    @Override
    public String flowName() {
        return unit.flow();
    }

    @Override
    public String runId() {
        return unit.run().toString();
    }

    @Override
    public String stepName() {
        return unit.task().step();
    }

    @Override
    public String taskId() {
        return unit.task().toString();
    }

    @Override
    public String path() {
        return unit.path();
    }

    @Override
    public int attempt() {
        return unit.attempt();
    }

    @Override
    public Set<String> tags() {
        return run.tags();
    }

    @Override
    public Map<String, Object> parameters() {
        return parameterValues.get();
    }

    @Override
    public List<ForeachFrame> foreachStack() {
        return forks.frames(unit.task());
    }

    @Override
    public int iteration() {
        return unit.task().iterations().reduce(0, (outer, inner) -> inner);
    }

    @Override
    public void checkpoint() {
        checkpoints.store();
    }

    @Override
    public boolean restored() {
        return checkpoints.restored();
    }

    @Override
    public void log(String line) {
        if (line == null) {
            throw new IllegalArgumentException(
                    "the text to log must not be null. Use `String.valueOf(..)` for a value that may be null");
        }
        lifetime.during(() -> taskLog.log(line));
    }

    @Override
    public Runnable wrap(Runnable action) {
        return source.wrap(action);
    }

    @Override
    public <T> Callable<T> wrap(Callable<T> action) {
        return source.wrap(action);
    }

    @Override
    public <T> Supplier<T> wrapSupplier(Supplier<T> action) {
        return source.wrapSupplier(action);
    }

    @Override
    public Datastore datastore() {
        return new ReadOnlyDatastore(runDatastore, path());
    }
}
