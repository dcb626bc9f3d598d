package dev.cairn.engine.task;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.engine.TaskUnit;
import dev.cairn.engine.output.OutputLog;
import dev.cairn.engine.values.ArtifactWriter;
import dev.cairn.engine.values.TaskFields;
import dev.cairn.engine.values.TaskResults;
import dev.cairn.runtime.UnreadableArtifactException;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.StepDefinition;
import dev.cairn.runtime.values.Checkpoint;
import dev.cairn.runtime.values.StoredCheckpoints;
import dev.cairn.runtime.values.StoredCheckpoints.Stored;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The checkpoints of one attempt: the one from which it goes on, if there is one, and those that it makes. Thread-safe, as far as the
 * fields of the flow are.
 *
 * @param <F> the flow class
 */
public final class TaskCheckpoints<F> {
    private final RunContext<F> context;
    private final TaskUnit unit;
    private final F flow;
    private final TaskFields<F> fields;
    private final Supplier<Address> start;
    private final OutputLog log;
    private final Lifetime lifetime;
    private final ReentrantLock lock = new ReentrantLock(); // no monitor: who holds it waits for the datastore
    private volatile boolean restored;
    private @Nullable Address startAddress; // this and what follows: guarded by the lock
    private Map<String, ArtifactRef> last = Map.of();

    /**
     * Of an attempt.
     *
     * @param flow the instance whose fields are stored
     * @param fields what was loaded into it
     * @param inputs the tasks that arrive; null if it is no join
     * @param before the artifacts of its parent; none in a join
     */
    public TaskCheckpoints(
            RunContext<F> context,
            TaskUnit unit,
            F flow,
            TaskFields<F> fields,
            Map<String, ArtifactRef> before,
            @Nullable JoinInputs inputs,
            OutputLog log,
            Lifetime lifetime) {
        this.context = context;
        this.unit = unit;
        this.flow = flow;
        this.fields = fields;
        this.start = () -> TaskStart.of(context, unit, step(context, unit).access(), before, inputs);
        this.log = log;
        this.lifetime = lifetime;
    }

    private static StepDefinition step(RunContext<?> context, TaskUnit unit) {
        return context.definition().step(unit.task().step());
    }

    /**
     * Goes on from the newest checkpoint of the task, if there is one that it can go on from.
     *
     * @param redelivered whether the same attempt may have run before
     */
    public void restore(boolean redelivered) {
        if (unit.attempt() > 0 || redelivered || context.tookOverCheckpoints()) {
            Optional<Stored> newest = stored().newest(unit.task());
            newest.ifPresent(found -> alone(() -> restore(found)));
        }
    }

    private void alone(Runnable action) {
        lock.lock();
        try {
            action.run();
        } finally {
            lock.unlock();
        }
    }

    private StoredCheckpoints stored() {
        return new StoredCheckpoints(context.datastore(), unit.run());
    }

    private void restore(Stored newest) {
        try {
            Checkpoint checkpoint = stored().read(newest);
            if (!checkpoint.start().equals(start())) {
                log.add(
                        "a checkpoint is not used: the task starts with other artifacts, or with another element, than the"
                                + " attempt that made it");
                return;
            }
            fields.restore(checkpoint);
            last = checkpoint.fields();
            restored = true;
            log.add("goes on from the checkpoint that attempt " + checkpoint.attempt()
                    + (checkpoint.run().equals(unit.run()) ? "" : " of run " + unit.flow() + "/" + checkpoint.run())
                    + " made at " + checkpoint.storedAt());
        } catch (UnreadableArtifactException | DatastoreException e) {
            log.add("a checkpoint is not used, because it cannot be read: " + e.getMessage());
        }
    }

    private Address start() {
        if (startAddress == null) {
            startAddress = start.get();
        }
        return startAddress;
    }

    boolean restored() {
        return restored;
    }

    /** Stores the fields as they are now. */
    void store() {
        alone(this::storeAlone);
    }

    private void storeAlone() {
        FlowDefinition<F> definition = context.definition();
        ArtifactWriter writer = context.newWriter(log);
        Map<String, ArtifactRef> now =
                new TaskResults<>(definition, step(context, unit), flow, fields, writer).now(last);
        writer.store();
        Checkpoint checkpoint =
                new Checkpoint(unit.run(), unit.attempt(), context.clock().instant(), start(), fields.merged(), now);
        if (!lifetime.during(() -> stored().put(unit.task(), checkpoint))) {
            throw new IllegalStateException("task " + unit.path() + " has ended, so it cannot store a checkpoint");
        }
        last = now;
    }
}
