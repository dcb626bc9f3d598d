package dev.cairn.cli;

import dev.cairn.CairnException;
import dev.cairn.client.NoSuchRunException;
import dev.cairn.client.Pathspec;
import dev.cairn.client.Run;
import dev.cairn.client.UnknownFlowException;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.FailureRecord;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.UnknownDatastoreException;
import dev.cairn.engine.OutputListener;
import dev.cairn.engine.ProcessEnd;
import dev.cairn.engine.SingleTask;
import dev.cairn.engine.SingleTask.Result;
import dev.cairn.engine.SingleTask.Status;
import dev.cairn.engine.TaskOutcome;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.internal.Suggestions;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code step}: runs one task of a run that another process owns, and commits it. Made for engines: its exit status says it all. */
final class StepCommand implements Callable<Integer> {
    private static final String ATTEMPT = "--attempt";
    private static final String PARENTS = "--parents";

    private final KnownFlows known;
    private final Surroundings surroundings;
    private final Terminal terminal;
    private @Nullable CommandSpec spec;

    StepCommand(KnownFlows known, Surroundings surroundings) {
        this.known = known;
        this.surroundings = surroundings;
        this.terminal = surroundings.terminal();
    }

    CommandSpec spec() {
        CommandSpec command = Reading.spec(
                this,
                "step",
                "Runs and commits one task of a run, which another process started and drives. Exit status: 0 the task is"
                        + " committed, 1 its step failed, 65 not worth retrying, 75 to be tried again.");
        command.addPositional(Reading.subject(
                (known.own() == null ? "<flow>/" : "") + "<run>/<task>", true, "the task, such as train/3"));
        command.addOption(Options.value(ATTEMPT, "<number>", "the number of the attempt, from 0; default 0"));
        command.addOption(Options.value(
                PARENTS,
                "<task>,..",
                "the tasks that lead to it, where that is known; for the join of a foreach, the task that opened it,"
                        + " once all elements have arrived; default: found in the records of the run"));
        spec = command;
        return command;
    }

    @Override
    public Integer call() throws Exception {
        terminal.outputIsCourtesy();
        ParseResult parsed = Objects.requireNonNull(spec).commandLine().getParseResult();
        Pathspec pathspec = pathspec(parsed.matchedPositionalValue(0, ""));
        String attempt = Options.find(parsed, ATTEMPT);
        int number = attempt == null ? 0 : Options.atLeast(0, ATTEMPT, attempt);
        String parents = Options.find(parsed, PARENTS);
        List<TaskId> given = parents == null ? null : tasks(parents);
        FlowDefinition<?> definition = known.find(pathspec.flow()).orElse(null);
        if (definition == null) {
            return fail(
                    ExitStatus.NOT_WORTH_RETRYING,
                    "this program has no flow `" + pathspec.flow() + "`."
                            + Suggestions.didYouMean(pathspec.flow(), known.names()));
        }
        TaskId task = pathspec.task() == null ? TaskId.of(Objects.requireNonNull(pathspec.step())) : pathspec.task();
        String url = new Reading(parsed, surroundings, known).url();
        boolean debug = parsed.hasMatchedOption("--debug");
        return Interrupts.during(() -> execute(definition, url, pathspec, task, number, given, debug));
    }

    private Pathspec pathspec(String text) {
        Pathspec pathspec = Names.parse(text, known.own());
        if (pathspec.step() == null || pathspec.artifact() != null) {
            throw new UsageException("`" + text + "` does not name a task, which looks like "
                    + (known.own() == null ? pathspec.flow() + "/" : "") + "20261123T211357042-k3f9x2dq/train/3.");
        }
        return pathspec;
    }

    private static List<TaskId> tasks(String text) {
        try {
            return text.isEmpty()
                    ? List.of()
                    : List.of(text.split(",", -1)).stream().map(TaskId::parse).toList();
        } catch (IllegalArgumentException e) {
            throw new UsageException(PARENTS + " must be tasks with commas between them: " + e.getMessage() + ".");
        }
    }

    private int execute(
            FlowDefinition<?> definition,
            String url,
            Pathspec pathspec,
            TaskId task,
            int attempt,
            @Nullable List<TaskId> parents,
            boolean debug)
            throws InterruptedException {
        try {
            if (!Datastore.exists(url)) { // which may be a disk that is not mounted yet
                return fail(ExitStatus.SURROUNDINGS_FAILED, "there is no datastore at `" + url + "`.");
            }
            try (Datastore datastore = Datastore.of(url)) {
                RunId run = run(definition, datastore, pathspec);
                return run == null
                        ? ExitStatus.NOT_WORTH_RETRYING
                        : tell(newTask(definition, datastore, run).execute(task, attempt, parents));
            }
        } catch (UnknownDatastoreException e) {
            throw e; // wrong usage
        } catch (RuntimeException e) {
            if (debug) {
                terminal.trace(e);
            }
            return fail(
                    ExitStatus.SURROUNDINGS_FAILED,
                    e instanceof CairnException
                            ? String.valueOf(e.getMessage())
                            : e + ". This should not happen; --debug shows where it did.");
        }
    }

    /** A run is named by its whole id or a part of it; null if there is none, which was said then. */
    private @Nullable RunId run(FlowDefinition<?> definition, Datastore datastore, Pathspec pathspec) {
        try {
            Run run = StoredRuns.of(datastore, surroundings.clock(), known, definition)
                    .run(pathspec);
            return new RunId(run.id());
        } catch (NotFoundException | NoSuchRunException | UnknownFlowException e) {
            terminal.error(String.valueOf(e.getMessage()));
            return null;
        }
    }

    private <F> SingleTask<F> newTask(FlowDefinition<F> definition, Datastore datastore, RunId run) {
        ProcessEnd processEnd =
                surroundings.processEnd() instanceof FlowProcess process ? process.ofTask() : surroundings.processEnd();
        return new SingleTask<>(
                definition,
                datastore,
                run,
                surroundings.environment(),
                OutputListener.printingTo(terminal.out(), terminal.err()),
                processEnd);
    }

    private int tell(Result result) {
        if (result.status() == Status.COMMITTED) {
            terminal.line(result.message() + ".");
            return ExitStatus.OK;
        }
        TaskOutcome outcome = result.outcome();
        FailureRecord failure = outcome == null ? null : outcome.failure();
        String trace = failure == null ? "" : ": " + failure.stackTrace().strip();
        return fail(status(result.status()), result.message() + trace);
    }

    private static int status(Status status) {
        return switch (status) {
            case COMMITTED -> ExitStatus.OK;
            case STEP_FAILED -> ExitStatus.FAILED;
            case NOT_WORTH_RETRYING -> ExitStatus.NOT_WORTH_RETRYING;
            case SURROUNDINGS_FAILED -> ExitStatus.SURROUNDINGS_FAILED;
        };
    }

    private int fail(int status, String message) {
        terminal.error(message);
        return status;
    }
}
