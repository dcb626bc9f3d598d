package dev.cairn.datastore.tck.mutants;

import static dev.cairn.datastore.tck.mutants.Mutant.ofRuns;

import dev.cairn.datastore.FileRecord;
import dev.cairn.datastore.LogLine;
import dev.cairn.datastore.RunImport;
import dev.cairn.datastore.RunQuery;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Mutants that import runs wrongly. */
final class ImportMutants {
    private ImportMutants() {}

    static final List<Mutant> ALL = List.of(
            importing("publishes at once", "anImportIsInvisibleUntilItIsPublished", copy -> {
                copy.publish();
                return copy;
            }),
            importing("forgets output", "anImportedRunIsWhatItWas", copy -> new ForwardingImport(copy) {
                @Override
                public void log(TaskId task, int attempt, List<LogLine> lines) {}
            }),
            importing("forgets keys", "anImportedRunIsWhatItWas", copy -> new ForwardingImport(copy) {
                @Override
                public void file(FileRecord file) {}
            }),
            importing("forgets attempts that failed", "anImportedRunIsWhatItWas", copy -> new ForwardingImport(copy) {
                @Override
                public void attempt(TaskRecord attempt) {
                    if (attempt.finished()) {
                        super.attempt(attempt);
                    }
                }
            }),
            importing("keeps what is closed", "anImportThatIsClosedIsGone", copy -> new ForwardingImport(copy) {
                @Override
                public void close() {}
            }),
            importing("takes an attempt twice", "anAttemptGivenTwiceIsRefused", copy -> new ForwardingImport(copy) {
                private final Set<TaskId> given = new HashSet<>();

                @Override
                public void attempt(TaskRecord attempt) {
                    if (given.add(attempt.task())) {
                        super.attempt(attempt);
                    }
                }
            }),
            ofRuns("replaces a run", "aRunThatExistsIsNotReplaced", runs -> new ForwardingRuns(runs) {
                @Override
                public RunImport beginImport(RunRecord run) {
                    delete(run.id());
                    return super.beginImport(run);
                }
            }),
            ofRuns("ends a run that goes on", "aRunThatGoesOnIsNotImported", runs -> new ForwardingRuns(runs) {
                @Override
                public RunImport beginImport(RunRecord run) {
                    return super.beginImport(run.toBuilder()
                            .status(RunStatus.DIED, run.startedAt())
                            .build());
                }
            }),
            ofRuns("takes no second import", "theLastImportWins", runs -> new ForwardingRuns(runs) {
                private final Set<RunRecord> begun = new HashSet<>();

                @Override
                public RunImport beginImport(RunRecord run) {
                    RunImport copy = super.beginImport(run);
                    if (!begun.add(run)) {
                        copy.close();
                    }
                    return copy;
                }
            }),
            hiding("lets nobody know what an import needs", "aGarbageCollectionKeepsWhatAnImportRefersTo"),
            hiding("lists no import", "aGarbageCollectionDropsAnImportThatNobodyFinished"));

    private static Mutant hiding(String name, String caughtBy) {
        return ofRuns(name, caughtBy, runs -> new ForwardingRuns(runs) {
            @Override
            public Stream<RunRecord> list(RunQuery query) {
                return super.list(query).filter(run -> run.status() != RunStatus.IMPORTING);
            }
        });
    }

    private static Mutant importing(String name, String caughtBy, UnaryOperator<RunImport> change) {
        return ofRuns(name, caughtBy, runs -> new ForwardingRuns(runs) {
            @Override
            public RunImport beginImport(RunRecord run) {
                return change.apply(super.beginImport(run));
            }
        });
    }

    /** Does what another import does. */
    private static class ForwardingImport implements RunImport {
        private final RunImport copy;

        ForwardingImport(RunImport copy) {
            this.copy = copy;
        }

        @Override
        public void log(TaskId task, int attempt, List<LogLine> lines) {
            copy.log(task, attempt, lines);
        }

        @Override
        public void attempt(TaskRecord attempt) {
            copy.attempt(attempt);
        }

        @Override
        public void file(FileRecord file) {
            copy.file(file);
        }

        @Override
        public void publish() {
            copy.publish();
        }

        @Override
        public void close() {
            copy.close();
        }
    }
}
