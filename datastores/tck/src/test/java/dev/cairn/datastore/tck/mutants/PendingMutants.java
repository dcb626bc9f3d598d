package dev.cairn.datastore.tck.mutants;

import static dev.cairn.datastore.tck.mutants.Mutant.ofRuns;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.Blobs;
import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.Runs;
import dev.cairn.datastore.StepCount;
import dev.cairn.datastore.TaskCommit;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskId.Coordinate;
import dev.cairn.datastore.TaskRecord;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Mutants that go wrong while commits are on their way. */
final class PendingMutants {
    private PendingMutants() {}

    static final List<Mutant> ALL = List.of(
            ofRuns("shows a commit when it is durable", "aCommitCanBeReadAtOnce", runs -> new ForwardingRuns(runs) {
                @Override
                public CompletableFuture<CommitResult> commit(TaskCommit commit) {
                    return new AtJoin(() -> super.commit(commit).join());
                }
            }),
            ofRuns(
                    "drops the previews of a commit",
                    "previewsComeWithTheBlobsOfACommit",
                    runs -> new ForwardingRuns(runs) {
                        @Override
                        public CompletableFuture<CommitResult> commit(TaskCommit commit) {
                            return super.commit(
                                    new TaskCommit(commit.record(), commit.blobs(), Map.of(), commit.token()));
                        }
                    }),
            ofRuns(
                    "counts a commit when it is durable",
                    "everyReadSeesACommitOnItsWay",
                    runs -> new ForwardingRuns(runs) {
                        private List<StepCount> durable = List.of();

                        @Override
                        public CompletableFuture<CommitResult> commit(TaskCommit commit) {
                            durable = super.counts(commit.record().run());
                            return super.commit(commit);
                        }

                        @Override
                        public List<StepCount> counts(RunId run) {
                            return durable;
                        }
                    }),
            ofRuns(
                    "shows the blobs of a commit when it is durable",
                    "everyReadSeesTheBlobsOfACommitOnItsWay",
                    runs -> new ForwardingRuns(runs) {
                        @Override
                        public CompletableFuture<CommitResult> commit(TaskCommit commit) {
                            CommitResult result = super.commit(new TaskCommit(commit.record(), Map.of()))
                                    .join();
                            return new AtJoin(() -> {
                                super.commit(commit); // loses, but its blobs are kept
                                return result;
                            });
                        }
                    }),
            new Mutant(
                    "lets a collection take the blobs of a commit on its way",
                    "aBlobOfACommitOnItsWayIsNotDeleted",
                    store -> new Mutant.Change() {
                        private final Set<Address> committed = new HashSet<>();

                        @Override
                        public Runs runs(Runs runs) {
                            return new ForwardingRuns(runs) {
                                @Override
                                public CompletableFuture<CommitResult> commit(TaskCommit commit) {
                                    committed.addAll(commit.blobs().keySet());
                                    return super.commit(commit);
                                }
                            };
                        }

                        @Override
                        public Blobs blobs(Blobs blobs) {
                            return new ForwardingBlobs(blobs) {
                                @Override
                                public boolean delete(Address address, Instant unusedSince) {
                                    return super.delete(
                                            address, committed.contains(address) ? Instant.MAX : unusedSince);
                                }
                            };
                        }
                    }),
            ofRuns(
                    "forgets the attempts before",
                    "attemptsOnTheirWayFollowThoseThatAreDurable",
                    runs -> new ForwardingRuns(runs) {
                        @Override
                        public List<TaskRecord> attempts(RunId run, TaskId task) {
                            List<TaskRecord> attempts = super.attempts(run, task);
                            return attempts.subList(Math.max(0, attempts.size() - 1), attempts.size());
                        }
                    }),
            ofRuns(
                    "commits in the order of the tasks",
                    "commitsBecomeDurableInTheOrderOfTheCalls",
                    runs -> new ForwardingRuns(runs) {
                        @Override
                        public Stream<TaskRecord> attempts(RunId run) {
                            return super.attempts(run).sorted(Comparator.comparing(TaskRecord::task));
                        }
                    }),
            ofRuns(
                    "finds the last task when it is durable",
                    "theLastTaskIsFoundWhetherItIsDurableYetOrNot",
                    runs -> new ForwardingRuns(runs) {
                        private Optional<TaskRecord> durable = Optional.empty();

                        @Override
                        public CompletableFuture<CommitResult> commit(TaskCommit commit) {
                            durable = super.lastTask(commit.record().run(), "refine", List.of());
                            return super.commit(commit);
                        }

                        @Override
                        public Optional<TaskRecord> lastTask(RunId run, String step, List<Coordinate> position) {
                            return durable;
                        }
                    }),
            ofRuns(
                    "tells of a commit while it holds a lock",
                    "whoWaitsForACommitMayUseTheDatastore",
                    runs -> new ForwardingRuns(runs) {
                        private final ReentrantLock lock = new ReentrantLock();

                        @Override
                        public CompletableFuture<CommitResult> commit(TaskCommit commit) {
                            return new TellingLater(super.commit(commit).join(), lock);
                        }

                        @Override
                        public void heartbeat(RunId run, Instant at) {
                            if (lock.isLocked()) {
                                throw new DatastoreException("it waits for itself");
                            }
                            super.heartbeat(run, at);
                        }
                    }),
            ofRuns(
                    "says that all committed who came at once",
                    "ofAllThatCommitOneAttemptOneWins",
                    runs -> new ForwardingRuns(runs) {
                        @Override
                        public CompletableFuture<CommitResult> commit(TaskCommit commit) {
                            return super.commit(commit).thenApply(result -> CommitResult.COMMITTED);
                        }
                    }),
            ofRuns(
                    "spoils what others store at once",
                    "aThreadSeesItsOwnWritesAtOnceAndTheOthersDoNotDisturb",
                    runs -> new ForwardingRuns(runs) {
                        private Optional<TaskRecord> last = Optional.empty();

                        @Override
                        public CompletableFuture<CommitResult> commit(TaskCommit commit) {
                            last = Optional.of(commit.record());
                            return super.commit(commit);
                        }

                        @Override
                        public Stream<TaskRecord> tasks(RunId run, String step) {
                            return last.stream();
                        }
                    }));

    /** Does its work when somebody waits for it. */
    private static final class AtJoin extends CompletableFuture<CommitResult> {
        private final Supplier<CommitResult> work;

        AtJoin(Supplier<CommitResult> work) {
            this.work = work;
        }

        @Override
        public CommitResult join() {
            if (!isDone()) {
                complete(work.get());
            }
            return super.join();
        }
    }

    /** Calls whoever waits while a lock is held. */
    private static final class TellingLater extends CompletableFuture<CommitResult> {
        private final ReentrantLock lock;

        TellingLater(CommitResult result, ReentrantLock lock) {
            this.lock = lock;
            complete(result);
        }

        @Override
        public <U> CompletableFuture<U> thenCompose(Function<? super CommitResult, ? extends CompletionStage<U>> then) {
            lock.lock();
            try {
                return super.thenCompose(then);
            } finally {
                lock.unlock();
            }
        }
    }
}
