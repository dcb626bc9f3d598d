package dev.cairn.datastore.tck.mutants;

import static dev.cairn.datastore.tck.mutants.Mutant.of;
import static dev.cairn.datastore.tck.mutants.Mutant.ofBlobs;
import static dev.cairn.datastore.tck.mutants.Mutant.ofRuns;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.BlobContent;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.Blobs;
import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.FailureRecord;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.datastore.Runs;
import dev.cairn.datastore.TaskCommit;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Mutants that go wrong where a datastore is opened, closed, or used by more than one. */
final class InstanceMutants {
    private InstanceMutants() {}

    static final List<Mutant> ALL = List.of(
            of("lets little go inline", "valuesOfAFewHundredBytesGoInline", new Mutant.Change() {
                @Override
                public int inlineLimit(int limit) {
                    return 100;
                }
            }),
            of(
                    "makes a datastore to see whether there is one",
                    "whetherItExistsIsToldWithoutMakingIt",
                    new Mutant.Change() {
                        private boolean asked;

                        @Override
                        public boolean exists(boolean opened) {
                            boolean before = asked;
                            asked = true;
                            return opened || before;
                        }
                    }),
            of("cannot be closed twice", "closingTwiceDoesNothing", new Mutant.Change() {
                @Override
                public void closing(boolean again) {
                    if (again) {
                        throw new IllegalStateException("it is closed");
                    }
                }
            }),
            of("goes on to read after it was closed", "aClosedDatastoreRefusesToReadAndToWrite", new Mutant.Change() {
                @Override
                public boolean refusesWhenClosed(String method) {
                    return !method.equals("counts");
                }
            }),
            ofRuns("does not wait at its end", "closingWaitsForWhatWasCommitted", runs -> new ForwardingRuns(runs) {
                private int commits;

                @Override
                public CompletableFuture<CommitResult> commit(TaskCommit commit) {
                    CompletableFuture<CommitResult> result = super.commit(commit);
                    return ++commits % 1000 == 0 ? new CompletableFuture<>() : result;
                }
            }),
            ofBlobs("makes blobs that only it can read", "itKnowsItsUrl", OwnBlobs::new),
            ofBlobs("keeps blobs until somebody asks", "aBlobIsReadableElsewhere", OwnBlobs::new),
            ofRuns("forgets the files of a run", "allIsThereAfterItWasOpenedAgain", runs -> new ForwardingRuns(runs) {
                @Override
                public void putFile(RunId run, String key, BlobInfo content, Instant at) {
                    if (!key.equals("key")) {
                        super.putFile(run, key, content, at);
                    }
                }
            }),
            ofRuns("ends a run, but fences nobody", "aProcessThatWasStoppedIsFenced", runs -> new ForwardingRuns(runs) {
                @Override
                public boolean endDied(RunId run, Duration silence) {
                    finish(run, RunStatus.DIED, Instant.now(), null, null);
                    return true;
                }
            }),
            ofRuns("forgets what was committed last", "whatWasCommittedIsThereAfterItWasClosed", OwnCommits::new),
            ofRuns("commits where only it can read", "aCommitShowsElsewhereWhenItIsDurable", OwnCommits::new),
            ofRuns(
                    "remembers runs as they were",
                    "whatIsWrittenOfARunShowsElsewhere",
                    runs -> new ForwardingRuns(runs) {
                        private final Map<RunId, Optional<RunRecord>> cache = new HashMap<>();

                        @Override
                        public Optional<RunRecord> find(RunId run) {
                            return cache.computeIfAbsent(run, super::find);
                        }
                    }),
            ofRuns("renames for itself", "aRenamedFlowIsRenamedElsewhere", runs -> new ForwardingRuns(runs) {
                private final Map<String, String> renamed = new HashMap<>();

                @Override
                public void rename(String flow, String flowClass) {
                    renamed.put(flow, flowClass);
                }

                @Override
                public void create(RunRecord run) {
                    if (run.flowClass().equals(renamed.get(run.flow()))) {
                        super.rename(run.flow(), run.flowClass());
                    }
                    super.create(run);
                }
            }),
            ofRuns(
                    "commits every other pair in reverse",
                    "othersSeeCommitsInTheOrderOfTheCalls",
                    runs -> new ForwardingRuns(runs) {
                        private final List<TaskCommit> held = new ArrayList<>();

                        @Override
                        public CompletableFuture<CommitResult> commit(TaskCommit commit) {
                            if (held.isEmpty()) {
                                held.add(commit);
                                return CompletableFuture.completedFuture(CommitResult.COMMITTED);
                            }
                            CompletableFuture<CommitResult> result = super.commit(commit);
                            super.commit(held.remove(0));
                            return result;
                        }
                    }),
            ofRuns("knows only its own attempts", "aLateAttemptLosesToOneOfElsewhere", OwnAttempts::new),
            ofRuns("believes that only it commits", "ofTwoInstancesThatCommitOneAttemptOneWins", OwnAttempts::new),
            ofRuns(
                    "does not see that a run was deleted",
                    "aRunThatWasDeletedElsewhereCannotBeWrittenTo",
                    runs -> new ForwardingRuns(runs) {
                        @Override
                        public CompletableFuture<CommitResult> commit(TaskCommit commit) {
                            return super.find(commit.record().run()).isPresent()
                                    ? super.commit(commit)
                                    : CompletableFuture.completedFuture(CommitResult.COMMITTED);
                        }
                    }),
            ofRuns(
                    "ignores that a run was deleted",
                    "nothingIsWrittenToARunThatWasDeletedElsewhere",
                    runs -> new ForwardingRuns(runs) {
                        @Override
                        public void heartbeat(RunId run, Instant at) {
                            if (super.find(run).isPresent()) {
                                super.heartbeat(run, at);
                            }
                        }
                    }),
            ofBlobs(
                    "notes only once that it was put",
                    "aBlobThatWasPutElsewhereSinceIsNotDeleted",
                    blobs -> new ForwardingBlobs(blobs) {
                        @Override
                        public BlobInfo put(byte[] content) {
                            return find(Address.ofContent(content)).orElseGet(() -> super.put(content));
                        }
                    }),
            new Mutant("closes for all", "closingOneLeavesTheOthers", store -> new Mutant.Change() {
                @Override
                public void closing(boolean again) {
                    store.closeForAll();
                }
            }),
            ofBlobs("mixes what is put at once", "allThatPutOneBlobStoreItOnce", blobs -> new ForwardingBlobs(blobs) {
                @Override
                public BlobInfo put(BlobContent content) {
                    BlobInfo blob = super.put(content);
                    super.put(new byte[] {1, 2, (byte) blob.size()});
                    return blob;
                }
            }),
            ofRuns("tells a time of another end", "ofAllThatEndARunOneWins", runs -> new ForwardingRuns(runs) {
                private final Map<RunId, Instant> last = new ConcurrentHashMap<>();

                @Override
                public void finish(
                        RunId run,
                        RunStatus status,
                        Instant at,
                        @Nullable TaskId failedTask,
                        @Nullable FailureRecord failure) {
                    super.finish(run, status, at, failedTask, failure);
                    last.merge(run, at, (one, other) -> one.plusNanos(1));
                }

                @Override
                public Optional<RunRecord> find(RunId run) {
                    return super.find(run)
                            .map(found ->
                                    found.finished(found.status(), last.get(run), found.failedTask(), found.failure()));
                }
            }));

    /** Keeps blobs to itself. */
    private static final class OwnBlobs extends ForwardingBlobs {
        private final Datastore own = Datastore.inMemory();

        OwnBlobs(Blobs blobs) {
            super(blobs);
        }

        @Override
        public BlobInfo put(byte[] content) {
            return own.blobs().put(content);
        }

        @Override
        public Optional<BlobInfo> find(Address address) {
            return own.blobs().find(address);
        }

        @Override
        public byte[] read(Address address) {
            return own.blobs().read(address);
        }
    }

    /** Keeps every tenth commit to itself. */
    private static final class OwnCommits extends ForwardingRuns {
        private final Map<TaskId, TaskRecord> own = new HashMap<>();
        private int commits;

        OwnCommits(Runs runs) {
            super(runs);
        }

        @Override
        public CompletableFuture<CommitResult> commit(TaskCommit commit) {
            if (++commits % 10 != 0) {
                return super.commit(commit);
            }
            own.put(commit.record().task(), commit.record());
            return CompletableFuture.completedFuture(CommitResult.COMMITTED);
        }

        @Override
        public Stream<TaskRecord> attempts(RunId run) {
            return Stream.concat(super.attempts(run), own.values().stream());
        }
    }

    /** Lets an attempt lose to those only that it committed itself. */
    private static final class OwnAttempts extends ForwardingRuns {
        private final Map<TaskId, TaskRecord> own = new HashMap<>();

        OwnAttempts(Runs runs) {
            super(runs);
        }

        @Override
        public CompletableFuture<CommitResult> commit(TaskCommit commit) {
            TaskRecord record = commit.record();
            boolean loses = own.containsKey(record.task()) && record.losesTo(own.get(record.task()));
            own.putIfAbsent(record.task(), record);
            return super.commit(commit).thenApply(result -> loses ? CommitResult.LOST : CommitResult.COMMITTED);
        }
    }
}
