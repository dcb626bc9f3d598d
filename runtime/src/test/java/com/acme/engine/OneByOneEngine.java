package com.acme.engine;

import dev.cairn.engine.Engine;
import dev.cairn.engine.RunRequest;
import dev.cairn.engine.Schedule;
import dev.cairn.engine.TaskFact;
import dev.cairn.engine.TaskFailure;
import dev.cairn.engine.TaskOutcome;
import dev.cairn.engine.TaskRunner;
import dev.cairn.engine.TaskUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Runs one unit after the other, of those that may start any, each as if in a process of its own: with a runner of its own, and
 * units and outcomes sent as text. Waits take no time here. Before every third it forgets everything, and finds out from
 * the store how far the run has come.
 */
public final class OneByOneEngine implements Engine {
    private final Random random;
    private int ran;
    private int forgotten;

    /** An engine whose choices follow from {@code seed}. */
    public OneByOneEngine(long seed) {
        this.random = new Random(seed);
    }

    /** How often it forgot everything. */
    public int forgotten() {
        return forgotten;
    }

    @Override
    public Optional<TaskFailure> run(RunRequest<?> request) throws InterruptedException {
        Schedule schedule = request.newSchedule();
        List<TaskUnit> units = new ArrayList<>();
        TaskFailure first = null;
        while (!schedule.over()) {
            if (++ran % 3 == 0) {
                forgotten++;
                schedule = request.storedSchedule();
                units.clear();
            }
            endWaits(schedule);
            units.addAll(schedule.poll(1 + random.nextInt(3)));
            TaskUnit unit = units.remove(random.nextInt(units.size()));
            request.taskStarted(unit);
            TaskOutcome outcome = Wire.outcome(runElsewhere(request, Wire.text(unit)));
            request.taskEnded(unit, outcome);
            if (!outcome.stored()) {
                return Optional.of(TaskFailure.of(unit.task(), outcome.failure()));
            }
            List<TaskFact> takenOver = request.takeOverAfter(outcome.fact(), () -> false);
            schedule.tell(outcome.fact());
            request.tasksReused(takenOver);
            takenOver.forEach(schedule::tell);
            if (first == null && schedule.failed()) {
                first = TaskFailure.of(unit.task(), outcome.failure());
            }
        }
        int failures = schedule.failures().size();
        return Optional.ofNullable(first).map(failure -> failure.withOthers(failures - 1));
    }

    private static void endWaits(Schedule schedule) {
        for (Schedule.Wait wait = schedule.pollWait(); wait != null; wait = schedule.pollWait()) {
            schedule.waitOver(wait.unit());
        }
    }

    private static <F> String runElsewhere(RunRequest<F> request, String unit) {
        try (TaskRunner<F> runner = TaskRunner.attach(request.definition(), request.datastore(), request.run())) {
            return Wire.text(runner.run(Wire.unit(unit)));
        }
    }
}
