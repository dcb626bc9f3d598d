package dev.cairn.datastore.tck.mutants;

import static dev.cairn.datastore.tck.mutants.Mutant.ofRuns;

import dev.cairn.datastore.AttemptPages;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.EndedAttempt;
import dev.cairn.datastore.FileRecord;
import dev.cairn.datastore.LogLine;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.Runs;
import dev.cairn.datastore.TaskId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Mutants that keep output and files wrongly. */
final class LogMutants {
    private LogMutants() {}

    static final List<Mutant> ALL = List.of(
            log(
                    "sorts lines by their time",
                    "linesAreReadInTheOrderInWhichTheyWereWritten",
                    lines -> lines.sorted(Comparator.comparing(LogLine::at))),
            log(
                    "cuts long lines",
                    "hugeAndHostileLinesAreKept",
                    lines -> lines.map(line -> new LogLine(
                            line.at(),
                            line.stream(),
                            line.text()
                                    .substring(0, Math.min(65_536, line.text().length()))))),
            log("puts the first line last", "whatOneCallLogsStaysTogether", lines -> {
                List<LogLine> all = new ArrayList<>(lines.toList());
                Collections.rotate(all, -1);
                return all.stream();
            }),
            log("keeps ten thousand lines", "manyLinesInOneCallAreKept", lines -> lines.limit(10_000)),
            log("reads all lines at once", "aLogMayBeReadWhileItIsWritten", lines -> lines.toList().stream()),
            ofRuns(
                    "keeps one log for all attempts",
                    "eachAttemptOfEachTaskHasItsOwnLog",
                    runs -> new ForwardingRuns(runs) {
                        @Override
                        public void log(RunId run, TaskId task, int attempt, List<LogLine> lines) {
                            super.log(run, task, 0, lines);
                        }

                        @Override
                        public Stream<LogLine> log(RunId run, TaskId task, int attempt) {
                            return super.log(run, task, 0);
                        }
                    }),
            ofRuns("keeps no log of a run", "aRunHasALogThatIsNoTasks", runs -> new ForwardingRuns(runs) {
                @Override
                public void log(RunId run, TaskId task, int attempt, List<LogLine> lines) {
                    if (!task.equals(TaskId.RUN)) {
                        super.log(run, task, attempt, lines);
                    }
                }
            }),
            ofRuns("makes a line of nothing", "noLinesAreNoLog", runs -> new ForwardingRuns(runs) {
                @Override
                public void log(RunId run, TaskId task, int attempt, List<LogLine> lines) {
                    super.log(
                            run,
                            task,
                            attempt,
                            lines.isEmpty() ? List.of(new LogLine(Instant.EPOCH, LogLine.Stream.LOG, "")) : lines);
                }
            }),
            ofRuns("ends a log with its attempt", "aLogGoesOnAfterTheCommit", runs -> new ForwardingRuns(runs) {
                @Override
                public void log(RunId run, TaskId task, int attempt, List<LogLine> lines) {
                    if (super.task(run, task).isEmpty()) {
                        super.log(run, task, attempt, lines);
                    }
                }
            }),
            ofRuns("keeps one log for all runs", "eachRunHasItsOwnLog", runs -> new ForwardingRuns(runs) {
                private Optional<RunId> first = Optional.empty();

                @Override
                public void create(RunRecord run) {
                    first = first.or(() -> Optional.of(run.id()));
                    super.create(run);
                }

                @Override
                public void log(RunId run, TaskId task, int attempt, List<LogLine> lines) {
                    super.log(first.orElse(run), task, attempt, lines);
                }

                @Override
                public Stream<LogLine> log(RunId run, TaskId task, int attempt) {
                    return super.log(first.orElse(run), task, attempt);
                }
            }),
            ofRuns(
                    "forgets to say that an attempt has output",
                    "whoFollowsARunLearnsWhichAttemptsHaveOutput",
                    runs -> new ForwardingRuns(runs) {
                        @Override
                        public AttemptPages attemptPages(RunId run) {
                            AttemptPages pages = super.attemptPages(run);
                            return () -> pages.next().stream()
                                    .map(ended -> new EndedAttempt(
                                            ended.task(),
                                            ended.attempt(),
                                            ended.mayHaveOutput() && ended.attempt() > 0))
                                    .toList();
                        }
                    }),
            keys("looks for keys whatever their case", "aFileIsFoundUnderItsKey", key -> key.toLowerCase()),
            keys("takes keys for paths", "aKeyMayBeAnyText", key -> key.replaceAll("^(\\.\\./)+", "")),
            ofRuns("keeps the first content of a key", "theLastContentOfAKeyStays", runs -> new ForwardingRuns(runs) {
                @Override
                public void putFile(RunId run, String key, BlobInfo content, Instant at) {
                    if (super.file(run, key).isEmpty()) {
                        super.putFile(run, key, content, at);
                    }
                }
            }),
            files(
                    "sorts keys as Java does",
                    "filesAreListedByPrefixInTheOrderOfTheirCodePoints",
                    (runs, run, prefix) -> runs.files(run, prefix).sorted(Comparator.comparing(FileRecord::key))),
            files(
                    "lists five hundred keys",
                    "manyFilesAreListed",
                    (runs, run, prefix) -> runs.files(run, prefix).limit(500)),
            files("takes a prefix for a pattern", "aPrefixIsNoPattern", (runs, run, prefix) -> {
                Pattern pattern = Pattern.compile(
                        Pattern.quote(prefix).replace("%", "\\E.*\\Q").replace("_", "\\E.\\Q") + ".*", Pattern.DOTALL);
                return runs.files(run, "")
                        .filter(file -> pattern.matcher(file.key()).matches());
            }));

    private static Mutant log(String name, String caughtBy, UnaryOperator<Stream<LogLine>> reading) {
        return ofRuns(name, caughtBy, runs -> new ForwardingRuns(runs) {
            @Override
            public Stream<LogLine> log(RunId run, TaskId task, int attempt) {
                return reading.apply(super.log(run, task, attempt));
            }
        });
    }

    private static Mutant keys(String name, String caughtBy, UnaryOperator<String> normal) {
        return ofRuns(name, caughtBy, runs -> new ForwardingRuns(runs) {
            @Override
            public void putFile(RunId run, String key, BlobInfo content, Instant at) {
                super.putFile(run, normal.apply(key), content, at);
            }

            @Override
            public Optional<FileRecord> file(RunId run, String key) {
                return super.file(run, normal.apply(key))
                        .map(file -> new FileRecord(key, file.content(), file.storedAt()));
            }
        });
    }

    /** How the mutant lists keys. */
    @FunctionalInterface
    private interface Files {
        Stream<FileRecord> list(Runs runs, RunId run, String prefix);
    }

    private static Mutant files(String name, String caughtBy, Files files) {
        return ofRuns(name, caughtBy, runs -> new ForwardingRuns(runs) {
            @Override
            public Stream<FileRecord> files(RunId run, String prefix) {
                return files.list(runs, run, prefix);
            }
        });
    }
}
