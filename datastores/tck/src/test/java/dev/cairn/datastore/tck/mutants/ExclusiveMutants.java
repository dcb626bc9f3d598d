package dev.cairn.datastore.tck.mutants;

import static dev.cairn.datastore.tck.mutants.Mutant.ofRuns;

import dev.cairn.datastore.FlowIsRunningException;
import dev.cairn.datastore.RunQuery;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.datastore.Runs;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Mutants that start a run beside another one, or keep it from starting. */
final class ExclusiveMutants {
    private ExclusiveMutants() {}

    static final List<Mutant> ALL = List.of(
            ofRuns(
                    "does not care who is alive",
                    "aRunThatIsAliveKeepsAnotherFromStarting",
                    runs -> new ForwardingRuns(runs) {
                        @Override
                        public void createExclusive(RunRecord run, Collection<String> formerNames, Duration silence) {
                            super.create(run);
                        }
                    }),
            ofRuns(
                    "stores a run, then looks whether it may",
                    "aRunThatIsAliveKeepsAnotherFromStarting",
                    runs -> new ForwardingRuns(runs) {
                        @Override
                        public void createExclusive(RunRecord run, Collection<String> formerNames, Duration silence) {
                            super.create(run);
                            requireNone(this, run, other -> !other.id().equals(run.id()));
                        }
                    }),
            ofRuns(
                    "starts one run of a flow",
                    "anExclusiveRunIsStoredWhereNoneIsAlive",
                    runs -> new ForwardingRuns(runs) {
                        @Override
                        public void createExclusive(RunRecord run, Collection<String> formerNames, Duration silence) {
                            try (Stream<RunRecord> others = list(RunQuery.flow(run.flow()))) {
                                others.findFirst().ifPresent(other -> {
                                    throw new FlowIsRunningException(run.flow(), other);
                                });
                            }
                            super.create(run);
                        }
                    }),
            ofRuns(
                    "starts no run beside an exclusive one",
                    "anExclusiveRunIsAliveItself",
                    runs -> new ForwardingRuns(runs) {
                        @Override
                        public void create(RunRecord run) {
                            super.createExclusive(run, Set.of(), Duration.ofHours(1));
                        }
                    }),
            ofRuns("waits for the dead", "runsThatDiedAreEndedFirst", runs -> new ForwardingRuns(runs) {
                @Override
                public void createExclusive(RunRecord run, Collection<String> formerNames, Duration silence) {
                    super.createExclusive(run, formerNames, Duration.ofDays(100_000));
                }
            }),
            ofRuns(
                    "starts beside the dead, and leaves them as they are",
                    "runsThatDiedAreEndedFirst",
                    runs -> new ForwardingRuns(runs) {
                        @Override
                        public void createExclusive(RunRecord run, Collection<String> formerNames, Duration silence) {
                            requireNone(
                                    this,
                                    run,
                                    other -> other.heartbeatAt()
                                            .isAfter(run.heartbeatAt().plus(silence)));
                            super.create(run);
                        }
                    }),
            ofRuns("ends the dead before it looks further", "aRefusedRunEndsNoOther", runs -> new ForwardingRuns(runs) {
                @Override
                public void createExclusive(RunRecord run, Collection<String> formerNames, Duration silence) {
                    try (Stream<RunRecord> others = list(RunQuery.flow(run.flow()))) {
                        others.forEach(other -> endDied(other.id(), silence));
                    }
                    super.createExclusive(run, formerNames, silence);
                }
            }),
            ofRuns(
                    "starts one flow at a time",
                    "runsOfOtherFlowsAndImportsAreNoObstacle",
                    runs -> new ForwardingRuns(runs) {
                        @Override
                        public void createExclusive(RunRecord run, Collection<String> formerNames, Duration silence) {
                            Collection<String> names = new HashSet<>(formerNames);
                            names.add("Other");
                            super.createExclusive(run, names, silence);
                        }
                    }),
            ofRuns(
                    "takes an import for a run that is alive",
                    "runsOfOtherFlowsAndImportsAreNoObstacle",
                    runs -> new ForwardingRuns(runs) {
                        @Override
                        public void createExclusive(RunRecord run, Collection<String> formerNames, Duration silence) {
                            try (Stream<RunRecord> imports =
                                    list(new RunQuery(run.flow(), RunStatus.IMPORTING, Set.of()))) {
                                imports.findFirst().ifPresent(other -> {
                                    throw new FlowIsRunningException(run.flow(), other);
                                });
                            }
                            super.createExclusive(run, formerNames, silence);
                        }
                    }),
            ofRuns("forgets former names", "runsUnderFormerNamesCountToo", runs -> new ForwardingRuns(runs) {
                @Override
                public void createExclusive(RunRecord run, Collection<String> formerNames, Duration silence) {
                    super.createExclusive(run, Set.of(), silence);
                }
            }),
            ofRuns(
                    "ends the dead for a run that cannot be stored",
                    "anExclusiveRunIsRefusedLikeAnyOther",
                    runs -> new ForwardingRuns(runs) {
                        @Override
                        public void createExclusive(RunRecord run, Collection<String> formerNames, Duration silence) {
                            try (Stream<RunRecord> others = list(RunQuery.flow(run.flow()))) {
                                others.forEach(other -> endDied(other.id(), silence));
                            }
                            super.createExclusive(run, formerNames, silence);
                        }
                    }),
            ofRuns("knows what a thread started only", "ofAllThatStartARunOneWins", runs -> new ForwardingRuns(runs) {
                private final Set<String> started = ConcurrentHashMap.newKeySet();

                @Override
                public void createExclusive(RunRecord run, Collection<String> formerNames, Duration silence) {
                    startOnce(this, started, run, Thread.currentThread().getName());
                }
            }),
            ofRuns(
                    "knows what it started itself only",
                    "ofAllWhoShareADatastoreOneStartsARun",
                    runs -> new ForwardingRuns(runs) {
                        private final Set<String> started = ConcurrentHashMap.newKeySet();

                        @Override
                        public void createExclusive(RunRecord run, Collection<String> formerNames, Duration silence) {
                            startOnce(this, started, run, "");
                        }
                    }));

    private static void requireNone(Runs runs, RunRecord run, Predicate<RunRecord> obstacle) {
        try (Stream<RunRecord> others = runs.list(new RunQuery(run.flow(), RunStatus.RUNNING, Set.of()))) {
            others.filter(obstacle).findFirst().ifPresent(other -> {
                throw new FlowIsRunningException(run.flow(), other);
            });
        }
    }

    private static void startOnce(Runs runs, Set<String> started, RunRecord run, String where) {
        if (!started.add(run.flow() + " " + where)) {
            throw new FlowIsRunningException(run.flow(), run);
        }
        runs.create(run);
    }
}
