package dev.cairn.cli;

import dev.cairn.client.Pathspec;
import dev.cairn.client.Run;
import dev.cairn.datastore.LogLine;
import dev.cairn.view.OutputList;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code logs}: shows what a run, a step or a task wrote; on demand also what it is going to write. */
final class LogsCommand implements Callable<Integer> {
    private static final Duration PAUSE = Duration.ofMillis(500);

    /** Where reading takes long, at most a fifth of the time is spent on it. */
    private static final int PAUSES_PER_READ = 4;

    private final KnownFlows known;
    private final Surroundings surroundings;
    private @Nullable CommandSpec spec;

    LogsCommand(KnownFlows known, Surroundings surroundings) {
        this.known = known;
        this.surroundings = surroundings;
    }

    CommandSpec spec() {
        CommandSpec command = Reading.showingSpec(
                this,
                "logs",
                "Shows what a run, a step or a task wrote to System.out and System.err, and what it logged.");
        command.addPositional(Reading.subject(
                "<pathspec>", true, "flow/run, flow/run/step or flow/run/step/task, where the run may be `latest`"));
        command.addOption(Options.value("--stream", "<name>", "only what was written there: `out`, `err` or `log`"));
        command.addOption(
                Options.flag("--follow", "go on until the run has ended; the exit status is 1 if it did not succeed"));
        spec = command;
        return command;
    }

    @Override
    public Integer call() throws Exception {
        ParseResult parsed = Objects.requireNonNull(spec).commandLine().getParseResult();
        String text = parsed.matchedPositionalValue(0, "");
        Names.requirePathspec(text, known.own());
        boolean follow = parsed.hasMatchedOption("--follow");
        if (follow && parsed.hasMatchedOption("--json")) {
            throw new UsageException(
                    "--json prints one value and --follow prints lines as they come. Give only one of" + " them.");
        }
        Set<LogLine.Stream> streams = streams(Options.find(parsed, "--stream"));
        Reading reading = new Reading(parsed, surroundings, known);
        return reading.with(stored -> {
            Pathspec pathspec = stored.resolve(text);
            if (pathspec.run() == null || pathspec.artifact() != null) {
                throw new UsageException("`" + text + "` names " + (pathspec.run() == null ? "a flow" : "an artifact")
                        + ", but output belongs to runs and tasks. Name a run, a step or a task, such as "
                        + pathspec.flow() + "/" + Pathspec.LATEST + ".");
            }
            Run run = stored.run(pathspec);
            if (pathspec.step() != null) {
                run.step(pathspec.step());
            }
            OutputList output = new OutputList(run, pathspec.step(), pathspec.task(), streams);
            ShownOutput shown = new ShownOutput(output, run.pathspec());
            int status = ExitStatus.OK;
            if (follow) {
                status = follow(run, shown);
            } else {
                reading.show(shown);
            }
            if (output.lines() == 0 && pathspec.task() != null) {
                stored.task(pathspec); // says what there is, if there is no such task
            }
            if (output.lines() == 0 && !parsed.hasMatchedOption("--json")) {
                surroundings.terminal().note(nothing(run, pathspec));
            }
            return status;
        });
    }

    /** Whoever looks for the reason of a failure in the output is told where it is. */
    private static String nothing(Run run, Pathspec pathspec) {
        String subject = pathspec.step() == null
                ? "Run " + run.pathspec()
                : (pathspec.task() == null ? "Step " : "Task ") + run.pathspec() + "/"
                        + (pathspec.task() == null ? pathspec.step() : pathspec.task());
        return subject + " wrote nothing."
                + run.failedTask()
                        .map(task -> " Its failure is shown by `show " + run.pathspec() + "/" + task + "`.")
                        .orElse("");
    }

    private static Set<LogLine.Stream> streams(@Nullable String word) {
        if (word == null) {
            return Set.of(LogLine.Stream.values());
        }
        Optional<LogLine.Stream> stream = Arrays.stream(LogLine.Stream.values())
                .filter(each -> OutputList.word(each).equals(word))
                .findFirst();
        return Set.of(stream.orElseThrow(
                () -> new UsageException("--stream must be `out`, `err` or `log`, but is `" + word + "`.")));
    }

    /** Shows what comes, until the run has ended or died, or nobody reads any more; the exit status says how it ended. */
    private int follow(Run run, ShownOutput shown) throws InterruptedException {
        while (true) {
            boolean over = run.finished() || run.died(); // asked before, so that what is read after is all there is
            long start = System.nanoTime();
            shown.print(surroundings);
            if (surroundings.terminal().out().checkError()) {
                return ExitStatus.OK;
            } else if (over) {
                return run.successful() ? ExitStatus.OK : ExitStatus.FAILED;
            }
            Duration took = Duration.ofNanos(System.nanoTime() - start).multipliedBy(PAUSES_PER_READ);
            Thread.sleep((took.compareTo(PAUSE) > 0 ? took : PAUSE).toMillis());
        }
    }
}
