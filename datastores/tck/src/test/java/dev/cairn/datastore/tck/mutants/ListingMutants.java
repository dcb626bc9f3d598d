package dev.cairn.datastore.tck.mutants;

import static dev.cairn.datastore.tck.mutants.Mutant.ofRuns;

import dev.cairn.datastore.AttemptPages;
import dev.cairn.datastore.EndedAttempt;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.Runs;
import dev.cairn.datastore.StepCount;
import dev.cairn.datastore.TaskId.Coordinate;
import dev.cairn.datastore.TaskRecord;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** Mutants that list, page or count tasks wrongly. */
final class ListingMutants {
    private ListingMutants() {}

    static final List<Mutant> ALL = List.of(
            tasks(
                    "sorts the numbers of tasks as texts",
                    "tasksComeInTheOrderOfTheirNumbers",
                    (runs, run, step) -> runs.tasks(run, step)
                            .sorted(Comparator.comparing(task -> task.task().toString()))),
            tasks(
                    "lists the inner position first",
                    "tasksInNestedForeachesAndLoopsComeOuterFirst",
                    (runs, run, step) -> runs.tasks(run, step).sorted(Comparator.comparing(task -> {
                        List<Coordinate> position = task.task().position();
                        return position.isEmpty()
                                ? 0
                                : position.get(position.size() - 1).value();
                    }))),
            tasks(
                    "lists steps whose name begins so",
                    "tasksOfOtherStepsWithNamesAlikeDoNotShow",
                    (runs, run, step) ->
                            runs.attempts(run).filter(task -> task.task().step().startsWith(step))),
            tasks(
                    "lists steps whatever the case of the name",
                    "tasksOfOtherStepsWithNamesAlikeDoNotShow",
                    (runs, run, step) ->
                            runs.attempts(run).filter(task -> task.task().step().equalsIgnoreCase(step))),
            tasks(
                    "lists attempts that failed",
                    "onlyFinishedAttemptsShow",
                    (runs, run, step) ->
                            runs.attempts(run).filter(task -> task.task().step().equals(step))),
            tasks(
                    "lists a thousand tasks",
                    "manyTasksAreListedWhole",
                    (runs, run, step) -> runs.tasks(run, step).limit(1000)),
            tasks(
                    "lists what there was when it began",
                    "aListMayBeReadWhileTasksAreCommitted",
                    (runs, run, step) -> runs.tasks(run, step).toList().stream()),
            ofRuns(
                    "takes the end of what there is for the end of the run",
                    "whoFollowsARunSeesEachAttemptOnce",
                    runs -> new ForwardingRuns(runs) {
                        @Override
                        public AttemptPages attemptPages(RunId run) {
                            AttemptPages pages = super.attemptPages(run);
                            AtomicBoolean ended = new AtomicBoolean();
                            return () -> {
                                List<EndedAttempt> page = ended.get() ? List.of() : pages.next();
                                ended.set(page.isEmpty());
                                return page;
                            };
                        }
                    }),
            ofRuns("is one task off deep inside", "tasksAreFoundByTheirNumber", runs -> new ForwardingRuns(runs) {
                @Override
                public List<TaskRecord> tasks(RunId run, String step, long from, int limit) {
                    return super.tasks(run, step, from > 256 ? from + 1 : from, limit);
                }
            }),
            ofRuns("begins after the position", "tasksAreFoundFromAPositionOn", runs -> new ForwardingRuns(runs) {
                @Override
                public List<TaskRecord> tasks(RunId run, String step, List<Coordinate> from, int limit) {
                    return super.tasks(run, step, from, limit + 1).stream()
                            .skip(1)
                            .toList();
                }
            }),
            ofRuns(
                    "finds what has exactly the position",
                    "tasksAreFoundFromAPositionOn",
                    runs -> new ForwardingRuns(runs) {
                        @Override
                        public List<TaskRecord> tasks(RunId run, String step, List<Coordinate> from, int limit) {
                            List<TaskRecord> found = super.tasks(run, step, from, limit);
                            return !from.isEmpty()
                                            && !found.isEmpty()
                                            && !found.get(0).task().position().equals(from)
                                    ? List.of()
                                    : found;
                        }
                    }),
            ofRuns(
                    "begins one task after the position",
                    "tasksAreFoundByTheirPosition",
                    runs -> new ForwardingRuns(runs) {
                        @Override
                        public List<TaskRecord> tasks(RunId run, String step, List<Coordinate> from, int limit) {
                            return super.tasks(run, step, from, limit + 1).stream()
                                    .filter(task -> !task.task().position().equals(from))
                                    .limit(limit)
                                    .toList();
                        }
                    }),
            ofRuns("counts failures in pages", "pagesTogetherAreTheList", runs -> new ForwardingRuns(runs) {
                @Override
                public List<TaskRecord> tasks(RunId run, String step, long from, int limit) {
                    return super.attempts(run)
                            .filter(task -> task.task().step().equals(step))
                            .sorted(Comparator.comparing(TaskRecord::task))
                            .skip(from)
                            .limit(limit)
                            .filter(TaskRecord::finished)
                            .toList();
                }
            }),
            ofRuns("begins again behind the end", "pagesTogetherAreTheList", runs -> new ForwardingRuns(runs) {
                @Override
                public List<TaskRecord> tasks(RunId run, String step, long from, int limit) {
                    return super.tasks(run, step, (int) from < 0 ? 0 : from, limit);
                }
            }),
            ofRuns(
                    "counts tasks instead of attempts",
                    "attemptsAreCountedByStepAndEnd",
                    runs -> new ForwardingRuns(runs) {
                        @Override
                        public List<StepCount> counts(RunId run) {
                            return StepCount.of(super.attempts(run).filter(TaskRecord::finished));
                        }
                    }),
            ofRuns(
                    "counts from the first that was committed",
                    "countsSpanTheTimesOfTheAttempts",
                    runs -> new ForwardingRuns(runs) {
                        @Override
                        public List<StepCount> counts(RunId run) {
                            TaskRecord first = super.attempts(run).findFirst().orElseThrow();
                            return super.counts(run).stream()
                                    .map(count -> new StepCount(
                                            count.step(),
                                            count.status(),
                                            count.attempts(),
                                            first.startedAt(),
                                            count.lastEnd()))
                                    .toList();
                        }
                    }),
            ofRuns(
                    "lists the attempts that there were",
                    "attemptsMayBeReadWhileTasksAreCommitted",
                    runs -> new ForwardingRuns(runs) {
                        @Override
                        public Stream<TaskRecord> attempts(RunId run) {
                            return super.attempts(run).toList().stream();
                        }
                    }),
            ofRuns(
                    "takes the last name for the last task",
                    "theLastTaskIsTheLastOfThoseWhosePositionBeginsSo",
                    runs -> new ForwardingRuns(runs) {
                        @Override
                        public Optional<TaskRecord> lastTask(RunId run, String step, List<Coordinate> position) {
                            return super.tasks(run, step)
                                    .filter(task -> task.task().isWithin(step, position))
                                    .max(Comparator.comparing(
                                            task -> task.task().toString()));
                        }
                    }),
            ofRuns(
                    "takes a failure for the last task",
                    "theLastTaskIsOneThatFinished",
                    runs -> new ForwardingRuns(runs) {
                        @Override
                        public Optional<TaskRecord> lastTask(RunId run, String step, List<Coordinate> position) {
                            return super.attempts(run)
                                    .filter(task -> task.task().isWithin(step, position))
                                    .max(Comparator.comparing(TaskRecord::task));
                        }
                    }));

    /** How the mutant lists the tasks of a step. */
    @FunctionalInterface
    private interface Tasks {
        Stream<TaskRecord> list(Runs runs, RunId run, String step);
    }

    private static Mutant tasks(String name, String caughtBy, Tasks tasks) {
        return ofRuns(name, caughtBy, runs -> new ForwardingRuns(runs) {
            @Override
            public Stream<TaskRecord> tasks(RunId run, String step) {
                return tasks.list(runs, run, step);
            }
        });
    }
}
