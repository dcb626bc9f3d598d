package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.TaskRecord;
import dev.cairn.datastore.TaskStatus;
import dev.cairn.engine.Engine;
import dev.cairn.engine.RunRequest;
import dev.cairn.engine.Schedule;
import dev.cairn.engine.TaskFact;
import dev.cairn.engine.TaskFailure;
import dev.cairn.engine.TaskUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * An engine that knows nothing but ids: it lets the {@code step} command run each task, by its path and the number of the attempt, and
 * reads in the datastore what became of it. Waits take no time here.
 */
final class StepCommandEngine implements Engine {
    private final Command command;
    private final Random random;
    private final List<Integer> statuses = new ArrayList<>();

    /** Types {@code step} with these arguments; the exit status. */
    @FunctionalInterface
    interface Command {
        int type(String... arguments) throws Exception;
    }

    /** An engine whose choices follow from {@code seed}. */
    StepCommandEngine(long seed, Command command) {
        this.random = new Random(seed);
        this.command = command;
    }

    /** The exit statuses so far. */
    List<Integer> statuses() {
        return statuses;
    }

    @Override
    public Optional<TaskFailure> run(RunRequest<?> request) {
        Schedule schedule = request.newSchedule();
        List<TaskUnit> units = new ArrayList<>();
        while (!schedule.succeeded()) {
            for (Schedule.Wait wait = schedule.pollWait(); wait != null; wait = schedule.pollWait()) {
                schedule.waitOver(wait.unit());
            }
            units.addAll(schedule.poll(Integer.MAX_VALUE));
            TaskUnit unit = units.remove(random.nextInt(units.size()));
            TaskRecord record = execute(request, unit);
            schedule.tell(TaskFact.of(record));
            if (schedule.failed()) {
                return Optional.of(TaskFailure.of(unit.task(), record.failure()));
            }
        }
        return Optional.empty();
    }

    private TaskRecord execute(RunRequest<?> request, TaskUnit unit) {
        int status;
        try {
            status = command.type("step", unit.path(), "--attempt", String.valueOf(unit.attempt()));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        statuses.add(status);
        TaskRecord record = request.datastore().runs().attempts(unit.run(), unit.task()).stream()
                .filter(each -> each.attempt() == unit.attempt())
                .findFirst()
                .orElseThrow(() -> new AssertionError(unit.path() + " is not stored, status " + status));
        assertThat(status).isEqualTo(record.status() == TaskStatus.FAILED ? ExitStatus.FAILED : ExitStatus.OK);
        assertThat(record.parents()).isEqualTo(unit.parents());
        return record;
    }
}
