package dev.cairn.engine.schedule;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.ForkRecord;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskId.Coordinate;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.datastore.TaskStatus;
import dev.cairn.engine.TaskFact;
import dev.cairn.engine.TaskFact.FannedOut;
import dev.cairn.runtime.graph.ParentTasks;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The records of finished tasks, by the facts that follow from them. */
final class FinishedInMemory implements ParentTasks.Lookup {
    static final RunId RUN = new RunId("20261123T211357042-k3f9x2dq");

    private final Outcomes outcomes;
    private final TreeMap<TaskId, TaskRecord> records = new TreeMap<>();

    FinishedInMemory(Outcomes outcomes) {
        this.outcomes = outcomes;
    }

    void add(TaskFact fact) {
        TaskId task = fact.task();
        ForkRecord fork = fact.ending() instanceof FannedOut foreach
                ? new ForkRecord("items", foreach.count(), Address.ofContent(new byte[0]))
                : null;
        List<String> next = fact.ending() instanceof TaskFact.Finished finished
                ? finished.next()
                : outcomes.step(task).next();
        records.put(
                task,
                TaskRecord.builder(RUN, task, fact.attempt(), TaskStatus.SUCCEEDED, Instant.EPOCH, Instant.EPOCH)
                        .next(next)
                        .fork(fork)
                        .build());
    }

    @Override
    public Optional<TaskRecord> find(TaskId task) {
        return Optional.ofNullable(records.get(task));
    }

    @Override
    public Optional<TaskRecord> last(String step, List<Coordinate> position) {
        return all(step)
                .filter(record -> record.task().isWithin(step, position))
                .reduce((one, other) -> other);
    }

    @Override
    public Stream<TaskRecord> all(String step) {
        return records.values().stream().filter(record -> record.task().step().equals(step));
    }
}
