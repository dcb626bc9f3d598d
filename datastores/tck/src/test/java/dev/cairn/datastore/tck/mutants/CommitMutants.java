package dev.cairn.datastore.tck.mutants;

import static dev.cairn.datastore.tck.mutants.Mutant.ofRuns;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.NoSuchBlobException;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.Runs;
import dev.cairn.datastore.StepCount;
import dev.cairn.datastore.TaskCommit;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.datastore.TaskStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** Mutants that commit attempts which should lose, or store them wrongly. */
final class CommitMutants {
    private CommitMutants() {}

    static final List<Mutant> ALL = List.of(
            ofRuns(
                    "loses the bytes of inline values",
                    "aTaskIsReadBackAsItWasCommitted",
                    runs -> new Rewriting(
                            runs,
                            ref -> new ArtifactRef(
                                    ref.address(), ref.size(), ref.type(), ref.createdAt(), false, null))),
            ofRuns(
                    "keeps values below the limit only",
                    "valuesUpToTheLimitAreInline",
                    runs -> new Rewriting(
                            runs,
                            ref -> ref.size() < 1024
                                    ? ref
                                    : new ArtifactRef(
                                            ref.address(), ref.size(), ref.type(), ref.createdAt(), false, null))),
            ofRuns("loses origins in pages", "aTaskThatWasTakenOverKeepsItsOrigin", runs -> new ForwardingRuns(runs) {
                @Override
                public List<TaskRecord> tasks(RunId run, String step, long from, int limit) {
                    return super.tasks(run, step, from, limit).stream()
                            .map(record -> TaskRecord.builder(
                                            record.run(),
                                            record.task(),
                                            record.attempt(),
                                            record.status(),
                                            record.startedAt(),
                                            record.finishedAt())
                                    .artifacts(record.artifacts())
                                    .parents(record.parents())
                                    .next(record.next())
                                    .build())
                            .toList();
                }
            }),
            ofRuns(
                    "answers for many attempts as for the first",
                    "manyAttemptsAreCommittedTogether",
                    runs -> new ForwardingRuns(runs) {
                        @Override
                        public CompletableFuture<List<CommitResult>> commitAll(List<TaskCommit> commits) {
                            return super.commitAll(commits)
                                    .thenApply(results -> Collections.nCopies(results.size(), results.get(0)));
                        }
                    }),
            ofRuns(
                    "takes a value that is gone for stored",
                    "anAttemptWhoseValueIsGoneIsNotStored",
                    runs -> new ForwardingRuns(runs) {
                        @Override
                        public CompletableFuture<CommitResult> commit(TaskCommit commit) {
                            return super.commit(commit)
                                    .thenApply(result -> result instanceof CommitResult.MissingBlob
                                            ? CommitResult.COMMITTED
                                            : result);
                        }
                    }),
            ofRuns(
                    "takes a file whose content is gone for kept",
                    "aFileWhoseBlobIsGoneIsNotStored",
                    runs -> new ForwardingRuns(runs) {
                        @Override
                        public void putFile(RunId run, String key, BlobInfo content, Instant at) {
                            try {
                                super.putFile(run, key, content, at);
                            } catch (NoSuchBlobException e) {
                                // as if it were kept
                            }
                        }
                    }),
            ofRuns(
                    "does not note that a file uses what was put before",
                    "aBlobThatWasPutLongBeforeItsFileIsNotDeleted",
                    runs -> new ForwardingRuns(runs) {
                        @Override
                        public void putFile(RunId run, String key, BlobInfo content, Instant at) {}
                    }),
            ofRuns(
                    "does not note that a commit uses what was put before",
                    "aBlobThatAnAttemptHasStoredLongBeforeItsCommitIsNotDeleted",
                    runs -> new Rewriting(
                            runs,
                            ref -> new ArtifactRef(
                                    ref.address(),
                                    ref.size(),
                                    ref.type(),
                                    Instant.EPOCH,
                                    ref.presumed(),
                                    ref.inline()))),
            ofRuns("sorts artifacts", "aTaskMayHaveManyArtifactsWithHostileNames", runs -> new ForwardingRuns(runs) {
                @Override
                public CompletableFuture<CommitResult> commit(TaskCommit commit) {
                    return super.commit(
                            with(commit, new TreeMap<>(commit.record().artifacts())));
                }
            }),
            ofRuns("tells everybody that it committed", "anAttemptCommitsOnce", runs -> new ForwardingRuns(runs) {
                @Override
                public CompletableFuture<CommitResult> commit(TaskCommit commit) {
                    return super.commit(commit).thenApply(result -> CommitResult.COMMITTED);
                }
            }),
            ofRuns("tells of a duplicate what was sent", "anAttemptCommitsOnce", runs -> new ForwardingRuns(runs) {
                @Override
                public CompletableFuture<CommitResult> commit(TaskCommit commit) {
                    return super.commit(commit)
                            .thenApply(result -> result instanceof CommitResult.Duplicate
                                    ? new CommitResult.Duplicate(commit.record())
                                    : result);
                }
            }),
            ofRuns(
                    "takes what is sent again for another execution",
                    "aCommitMayBeSentAgain",
                    runs -> new ForwardingRuns(runs) {
                        @Override
                        public CompletableFuture<CommitResult> commit(TaskCommit commit) {
                            return super.commit(new TaskCommit(commit.record(), commit.blobs()));
                        }
                    }),
            ofRuns(
                    "stores a commit without its predecessor",
                    "aCommitLosesWithItsPredecessor",
                    runs -> new ForwardingRuns(runs) {
                        @Override
                        public CompletableFuture<CommitResult> commit(TaskCommit commit) {
                            return super.commit(
                                    new TaskCommit(commit.record(), commit.blobs(), commit.previews(), commit.token()));
                        }
                    }),
            ofRuns(
                    "loses each commit that has a predecessor",
                    "aCommitMayBuildOnOneThatIsOnItsWay",
                    runs -> new ForwardingRuns(runs) {
                        @Override
                        public CompletableFuture<CommitResult> commit(TaskCommit commit) {
                            return commit.predecessor() == null
                                    ? super.commit(commit)
                                    : CompletableFuture.completedFuture(CommitResult.LOST);
                        }
                    }),
            ofRuns("lets a late attempt win", "anOlderAttemptLosesToANewerOne", LateWins::new),
            ofRuns("lets a later attempt win", "anAttemptLosesToAFinishedOneAlsoIfThatIsOlder", LateWins::new),
            ofRuns(
                    "lets a late attempt win before the other is durable",
                    "aZombieLosesAlsoToACommitThatIsOnItsWay",
                    LateWins::new),
            ofRuns("counts what lost", "anAttemptThatLostLeavesNoTrace", runs -> new ForwardingRuns(runs) {
                private int lost;

                @Override
                public CompletableFuture<CommitResult> commit(TaskCommit commit) {
                    return super.commit(commit).whenComplete((result, failure) -> {
                        lost += CommitResult.COMMITTED.equals(result) ? 0 : 1;
                    });
                }

                @Override
                public List<StepCount> counts(RunId run) {
                    return super.counts(run).stream()
                            .map(count -> new StepCount(
                                    count.step(),
                                    count.status(),
                                    count.attempts() + lost,
                                    count.firstStart(),
                                    count.lastEnd()))
                            .toList();
                }
            }),
            ofRuns("drops the blobs of what lost", "theBlobsOfALostCommitAreKept", runs -> new ForwardingRuns(runs) {
                @Override
                public CompletableFuture<CommitResult> commit(TaskCommit commit) {
                    TaskRecord record = commit.record();
                    boolean loses =
                            super.attempts(record.run(), record.task()).stream().anyMatch(record::losesTo);
                    return super.commit(loses ? new TaskCommit(record, Map.of(), Map.of(), commit.token()) : commit);
                }
            }),
            ofRuns("loses the blobs of a commit", "theBlobsOfACommitAreThereAfterIt", runs -> new ForwardingRuns(runs) {
                @Override
                public CompletableFuture<CommitResult> commit(TaskCommit commit) {
                    return super.commit(new TaskCommit(commit.record(), Map.of()));
                }
            }),
            new Mutant(
                    "does not note that a commit took along what is there",
                    "aBlobThatACommitTookAlongSinceIsNotDeleted",
                    store -> new Mutant.Change() {
                        @Override
                        public Runs runs(Runs runs) {
                            return new ForwardingRuns(runs) {
                                @Override
                                public CompletableFuture<CommitResult> commit(TaskCommit commit) {
                                    Map<Address, byte[]> absent = new HashMap<>(commit.blobs());
                                    absent.keySet()
                                            .removeIf(address ->
                                                    store.blobs().find(address).isPresent());
                                    return super.commit(new TaskCommit(commit.record(), absent));
                                }
                            };
                        }
                    }),
            new Mutant("reads no task whose blobs are gone", "recordsOutliveTheirBlobs", store -> new Mutant.Change() {
                @Override
                public Runs runs(Runs runs) {
                    return new ForwardingRuns(runs) {
                        @Override
                        public Optional<TaskRecord> task(RunId run, TaskId task) {
                            return super.task(run, task)
                                    .filter(record -> record.artifacts().values().stream()
                                            .allMatch(ref -> ref.inline() != null
                                                    || store.blobs()
                                                            .find(ref.address())
                                                            .isPresent()));
                        }
                    };
                }
            }),
            ofRuns("lists the newest attempt first", "attemptsAreListedOldestFirst", runs -> new ForwardingRuns(runs) {
                @Override
                public List<TaskRecord> attempts(RunId run, TaskId task) {
                    List<TaskRecord> attempts = new ArrayList<>(super.attempts(run, task));
                    Collections.reverse(attempts);
                    return attempts;
                }
            }),
            ofRuns("mixes the tasks of runs", "tasksOfRunsDoNotMix", runs -> new ForwardingRuns(runs) {
                private final Map<TaskId, TaskRecord> tasks = new HashMap<>();

                @Override
                public CompletableFuture<CommitResult> commit(TaskCommit commit) {
                    tasks.put(commit.record().task(), commit.record());
                    return super.commit(commit);
                }

                @Override
                public Optional<TaskRecord> task(RunId run, TaskId task) {
                    return Optional.ofNullable(tasks.get(task));
                }
            }),
            ofRuns("has room for eight positions", "aTaskMayBeDeepWithin", runs -> new ForwardingRuns(runs) {
                @Override
                public Optional<TaskRecord> task(RunId run, TaskId task) {
                    return super.task(
                            run,
                            new TaskId(
                                    task.step(),
                                    task.position()
                                            .subList(
                                                    0,
                                                    Math.min(8, task.position().size()))));
                }
            }));

    private static TaskCommit with(TaskCommit commit, Map<String, ArtifactRef> artifacts) {
        TaskRecord record = commit.record();
        return new TaskCommit(
                new TaskRecord(
                        record.run(),
                        record.task(),
                        record.attempt(),
                        record.status(),
                        record.startedAt(),
                        record.finishedAt(),
                        artifacts,
                        record.parents(),
                        record.next(),
                        record.fork(),
                        record.failure(),
                        record.origin()),
                commit.blobs());
    }

    private static final class Rewriting extends ForwardingRuns {
        private final UnaryOperator<ArtifactRef> rewriting;

        Rewriting(Runs runs, UnaryOperator<ArtifactRef> rewriting) {
            super(runs);
            this.rewriting = rewriting;
        }

        @Override
        public CompletableFuture<CommitResult> commit(TaskCommit commit) {
            Map<String, ArtifactRef> artifacts = new LinkedHashMap<>();
            commit.record().artifacts().forEach((name, ref) -> artifacts.put(name, rewriting.apply(ref)));
            return super.commit(with(commit, artifacts));
        }
    }

    /** Takes the last one for the winner, whatever is stored. */
    private static final class LateWins extends ForwardingRuns {
        private final Map<TaskId, TaskRecord> last = new HashMap<>();

        LateWins(Runs runs) {
            super(runs);
        }

        @Override
        public CompletableFuture<CommitResult> commit(TaskCommit commit) {
            last.put(commit.record().task(), commit.record());
            return super.commit(commit).thenApply(result -> CommitResult.COMMITTED);
        }

        @Override
        public Optional<TaskRecord> task(RunId run, TaskId task) {
            return Optional.ofNullable(last.get(task)).filter(record -> record.status() != TaskStatus.FAILED);
        }
    }
}
