package dev.cairn.datastore.tck.mutants;

import static dev.cairn.datastore.tck.mutants.Mutant.ofRuns;

import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.FailureRecord;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunQuery;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.datastore.Runs;
import dev.cairn.datastore.TaskCommit;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Mutants that store or list runs wrongly. */
final class RunMutants {
    private RunMutants() {}

    static final List<Mutant> ALL = List.of(
            ofRuns("forgets the parameters of a run", "aRunIsFoundAsItWasCreated", runs -> new ForwardingRuns(runs) {
                @Override
                public void create(RunRecord run) {
                    super.create(run.toBuilder().artifacts(Map.of()).build());
                }
            }),
            ofRuns("forgets the code of a run", "aRunIsFoundAsItWasCreated", runs -> new ForwardingRuns(runs) {
                @Override
                public void create(RunRecord run) {
                    super.create(run.toBuilder().fingerprints(Map.of()).build());
                }
            }),
            ofRuns(
                    "does not store code that comes later",
                    "theCodeOfARunMayComeLater",
                    runs -> new ForwardingRuns(runs) {
                        @Override
                        public void storeFingerprints(RunId run, Map<String, String> fingerprints) {}
                    }),
            ofRuns(
                    "forgets from which run a run was resumed",
                    "aRunIsFoundAsItWasCreated",
                    runs -> new ForwardingRuns(runs) {
                        @Override
                        public void create(RunRecord run) {
                            super.create(run.toBuilder().origin(null).build());
                        }
                    }),
            ofRuns("takes the tags of one thread only", "noTagIsLost", runs -> new ForwardingRuns(runs) {
                private final AtomicReference<@Nullable Thread> first = new AtomicReference<>();

                @Override
                public void tag(RunId run, Set<String> add, Set<String> remove) {
                    first.compareAndSet(null, Thread.currentThread());
                    if (first.get() == Thread.currentThread()) {
                        super.tag(run, add, remove);
                    }
                }
            }),
            ofRuns("lists the oldest run first", "runsAreListedNewestFirst", runs -> new ForwardingRuns(runs) {
                @Override
                public Stream<RunRecord> list(RunQuery query) {
                    return super.list(query).sorted(Comparator.comparing(RunRecord::id));
                }
            }),
            ofRuns(
                    "lists the run that was created last first",
                    "runsAreListedNewestFirst",
                    runs -> new ForwardingRuns(runs) {
                        private final Map<RunId, Integer> order = new HashMap<>();

                        @Override
                        public void create(RunRecord run) {
                            super.create(run);
                            order.put(run.id(), -order.size());
                        }

                        @Override
                        public Stream<RunRecord> list(RunQuery query) {
                            return super.list(query)
                                    .sorted(Comparator.comparing(run -> order.getOrDefault(run.id(), 0)));
                        }
                    }),
            ofRuns(
                    "ends the list where a run was deleted",
                    "runsAreListedNewestFirst",
                    runs -> new ForwardingRuns(runs) {
                        @Override
                        public Stream<RunRecord> list(RunQuery query) {
                            RunRecord[] last = new RunRecord[1];
                            return super.list(query)
                                    .takeWhile(run -> last[0] == null
                                            || super.find(last[0].id()).isPresent())
                                    .peek(run -> last[0] = run);
                        }
                    }),
            ofRuns(
                    "lists runs that have one of the tags",
                    "runsAreListedByFlowStatusAndTags",
                    runs -> new ForwardingRuns(runs) {
                        @Override
                        public Stream<RunRecord> list(RunQuery query) {
                            return super.list(new RunQuery(query.flow(), query.status(), Set.of()))
                                    .filter(run -> query.tags().isEmpty()
                                            || query.tags().stream()
                                                    .anyMatch(tag -> run.tags().contains(tag)));
                        }
                    }),
            ofRuns(
                    "lists runs that started at the end of the time",
                    "runsAreListedByTheTimeOfTheirStart",
                    runs -> new ForwardingRuns(runs) {
                        @Override
                        public Stream<RunRecord> list(RunQuery query) {
                            Instant before = query.startedBefore();
                            return super.list(new RunQuery(
                                    query.flow(),
                                    query.status(),
                                    query.tags(),
                                    query.startedFrom(),
                                    before == null ? null : before.plusNanos(1)));
                        }
                    }),
            ofRuns(
                    "writes the tags that it once read",
                    "ofAllThatTagARunNoneLosesWhatAnotherDid",
                    runs -> new ForwardingRuns(runs) {
                        private final Map<RunId, Set<String>> read = new ConcurrentHashMap<>();

                        @Override
                        public void tag(RunId run, Set<String> add, Set<String> remove) {
                            Set<String> tags = new HashSet<>(read.computeIfAbsent(
                                    run, each -> super.find(each).orElseThrow().tags()));
                            tags.addAll(add);
                            tags.removeAll(remove);
                            Set<String> others =
                                    new HashSet<>(super.find(run).orElseThrow().tags());
                            others.removeAll(tags);
                            super.tag(run, tags, others);
                        }
                    }),
            ofRuns("lists runs as they were at first", "aListShowsThePresentState", runs -> new ForwardingRuns(runs) {
                private final Map<RunId, RunRecord> created = new HashMap<>();

                @Override
                public Stream<RunRecord> list(RunQuery query) {
                    return super.list(query).map(run -> {
                        created.putIfAbsent(run.id(), run);
                        return created.get(run.id());
                    });
                }
            }),
            ofRuns("drops the tags at the end", "theFirstEndOfARunWins", runs -> new ForwardingRuns(runs) {
                @Override
                public void finish(
                        RunId run,
                        RunStatus status,
                        Instant at,
                        @Nullable TaskId failedTask,
                        @Nullable FailureRecord failure) {
                    super.finish(run, status, at, failedTask, failure);
                    super.tag(run, Set.of(), super.find(run).orElseThrow().tags());
                }
            }),
            ofRuns("lets the last end win", "theFirstEndOfARunWins", runs -> new ForwardingRuns(runs) {
                private final Map<RunId, RunStatus> last = new HashMap<>();

                @Override
                public void finish(
                        RunId run,
                        RunStatus status,
                        Instant at,
                        @Nullable TaskId failedTask,
                        @Nullable FailureRecord failure) {
                    super.finish(run, status, at, failedTask, failure);
                    last.put(run, status);
                }

                @Override
                public Optional<RunRecord> find(RunId run) {
                    return super.find(run)
                            .map(found -> last.containsKey(run)
                                    ? found.finished(
                                            last.get(run), found.finishedAt(), found.failedTask(), found.failure())
                                    : found);
                }
            }),
            ofRuns(
                    "makes up a failure of a run that was stopped",
                    "aRunThatIsInterruptedHasNoFailure",
                    runs -> new ForwardingRuns(runs) {
                        @Override
                        public void finish(
                                RunId run,
                                RunStatus status,
                                Instant at,
                                @Nullable TaskId failedTask,
                                @Nullable FailureRecord failure) {
                            super.finish(
                                    run,
                                    status,
                                    at,
                                    failedTask,
                                    failure == null ? new FailureRecord("", "", "") : failure);
                        }
                    }),
            ofRuns("keeps milliseconds only", "aHeartbeatShows", runs -> new ForwardingRuns(runs) {
                @Override
                public void heartbeat(RunId run, Instant at) {
                    super.heartbeat(run, at.truncatedTo(ChronoUnit.MILLIS));
                }
            }),
            ofRuns(
                    "removes tags before it adds some",
                    "aTagThatIsAddedAndRemovedIsRemoved",
                    runs -> new ForwardingRuns(runs) {
                        @Override
                        public void tag(RunId run, Set<String> add, Set<String> remove) {
                            super.tag(run, Set.of(), remove);
                            super.tag(run, add, Set.of());
                        }
                    }),
            ofRuns(
                    "takes no tags after the end",
                    "tagsAreAddedAndRemovedAlsoAfterTheEnd",
                    runs -> new ForwardingRuns(runs) {
                        @Override
                        public void tag(RunId run, Set<String> add, Set<String> remove) {
                            boolean running = super.find(run)
                                    .filter(found -> found.status() == RunStatus.RUNNING)
                                    .isPresent();
                            super.tag(run, running ? add : Set.of(), running ? remove : Set.of());
                        }
                    }),
            ofRuns("creates a run once more", "aRunIsCreatedOnce", runs -> new ForwardingRuns(runs) {
                @Override
                public void create(RunRecord run) {
                    super.delete(run.id());
                    super.create(run);
                }
            }),
            ofRuns(
                    "does not look who uses a name",
                    "aFlowNameInUseByAnotherClassIsRefused",
                    runs -> new ForwardingRuns(runs) {
                        @Override
                        public void create(RunRecord run) {
                            super.rename(run.flow(), run.flowClass());
                            super.create(run);
                        }
                    }),
            ofRuns("renames nothing", "aRenamedFlowClassMayUseTheName", runs -> new ForwardingRuns(runs) {
                @Override
                public void rename(String flow, String flowClass) {
                    // not done
                }
            }),
            ofRuns("renames only what has runs", "aFlowWithoutRunsMayBeRenamed", runs -> new ForwardingRuns(runs) {
                @Override
                public void rename(String flow, String flowClass) {
                    if (super.list(RunQuery.flow(flow)).findFirst().isPresent()) {
                        super.rename(flow, flowClass);
                    } else {
                        super.rename(flow, "nobody");
                    }
                }
            }),
            ofRuns("cleans texts", "hostileTextIsKeptAsItIs", runs -> new ForwardingRuns(runs) {
                @Override
                public void finish(
                        RunId run,
                        RunStatus status,
                        Instant at,
                        @Nullable TaskId failedTask,
                        @Nullable FailureRecord failure) {
                    FailureRecord clean = failure == null
                            ? null
                            : new FailureRecord(
                                    failure.type(), failure.message().replace('\0', ' '), failure.stackTrace());
                    super.finish(run, status, at, failedTask, clean);
                }
            }),
            ofRuns(
                    "ignores signs of life of a run that is not there",
                    "aRunThatIsNotThereCannotBeWrittenTo",
                    runs -> new ForwardingRuns(runs) {
                        @Override
                        public void heartbeat(RunId run, Instant at) {
                            if (super.find(run).isPresent()) {
                                super.heartbeat(run, at);
                            }
                        }
                    }),
            ofRuns(
                    "refuses to read what is not there",
                    "aRunThatIsNotThereIsNotFound",
                    runs -> new ForwardingRuns(runs) {
                        @Override
                        public List<TaskRecord> attempts(RunId run, TaskId task) {
                            super.find(run).orElseThrow();
                            return super.attempts(run, task);
                        }
                    }),
            ofRuns("finds a run that was deleted", "aDeletedRunIsGoneAndOthersStay", runs -> new ForwardingRuns(runs) {
                private final Map<RunId, RunRecord> cache = new HashMap<>();

                @Override
                public void create(RunRecord run) {
                    super.create(run);
                    cache.put(run.id(), run);
                }

                @Override
                public Optional<RunRecord> find(RunId run) {
                    return super.find(run).or(() -> Optional.ofNullable(cache.get(run)));
                }
            }),
            ofRuns(
                    "remembers attempts of a run that was deleted",
                    "aRunThatIsCreatedAgainIsEmpty",
                    runs -> new ForwardingRuns(runs) {
                        private final Set<TaskId> committed = new HashSet<>();

                        @Override
                        public CompletableFuture<CommitResult> commit(TaskCommit commit) {
                            return committed.add(commit.record().task())
                                    ? super.commit(commit)
                                    : CompletableFuture.completedFuture(CommitResult.LOST);
                        }
                    }),
            ofRuns("forgets that a run is to stop", "aRequestToStopIsRecorded", runs -> new ForwardingRuns(runs) {
                @Override
                public void requestStop(RunId run) {}
            }),
            ofRuns("does not say that a run died", "aRunThatDiedIsEnded", runs -> new ForwardingRuns(runs) {
                @Override
                public boolean endDied(RunId run, Duration silence) {
                    boolean running = find(run)
                            .filter(found -> found.status() == RunStatus.RUNNING)
                            .isPresent();
                    finish(run, RunStatus.FAILED, Instant.now(), null, null);
                    return running;
                }
            }),
            ofRuns("takes each run for one that died", "aRunThatLivesIsNotEnded", runs -> new ForwardingRuns(runs) {
                @Override
                public boolean endDied(RunId run, Duration silence) {
                    return super.endDied(run, Duration.ofDays(-1));
                }
            }),
            new Mutant("deletes the blobs of a run with it", "theBlobsOfADeletedRunStay", store -> new Mutant.Change() {
                @Override
                public Runs runs(Runs runs) {
                    return new ForwardingRuns(runs) {
                        @Override
                        public boolean delete(RunId run) {
                            store.blobs().list().forEach(blob -> store.blobs().delete(blob.address()));
                            return super.delete(run);
                        }
                    };
                }
            }));
}
