package dev.cairn.cli;

import dev.cairn.client.Run;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.engine.OutputListener;
import dev.cairn.engine.RecordedFailureException;
import dev.cairn.engine.RunFollower;
import dev.cairn.runtime.FlowFailedException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code attach}: follows a run that other processes execute, from its first task to its end. To stop following does not stop the run. */
final class AttachCommand implements Callable<Integer> {
    private final KnownFlows known;
    private final Surroundings surroundings;
    private @Nullable CommandSpec spec;

    AttachCommand(KnownFlows known, Surroundings surroundings) {
        this.known = known;
        this.surroundings = surroundings;
    }

    CommandSpec spec() {
        CommandSpec command = Reading.spec(
                this, "attach", "Follows a run of other processes to its end, and prints what its tasks print.");
        command.addPositional(Reading.subject(
                known.own() == null ? "<flow>/<run>" : "<run>", true, "the run; `latest` is the newest"));
        spec = command;
        return command;
    }

    @Override
    public Integer call() throws Exception {
        ParseResult parsed = Objects.requireNonNull(spec).commandLine().getParseResult();
        String name = parsed.matchedPositionalValue(0, "");
        Names.requirePathspec(name, known.own());
        boolean debug = parsed.hasMatchedOption("--debug");
        Reading reading = new Reading(parsed, surroundings, known);
        return Interrupts.during(() -> reading.with((stored, datastore) -> follow(stored.run(name), datastore, debug)));
    }

    private int follow(Run run, Datastore datastore, boolean debug) {
        Terminal terminal = surroundings.terminal();
        OutputListener output = OutputListener.printingTo(terminal.out(), terminal.err());
        try {
            RunRecord ended = new RunFollower(datastore, new RunId(run.id()), output).await(someTaskEnded -> {});
            return tell(run, ended, debug);
        } catch (InterruptedException e) {
            terminal.line("run " + run.pathspec() + " goes on; follow it again with `attach`, or stop it with `stop`");
            return ExitStatus.INTERRUPTED;
        }
    }

    private int tell(Run run, RunRecord ended, boolean debug) {
        Terminal terminal = surroundings.terminal();
        if (ended.status() == RunStatus.SUCCEEDED) {
            terminal.line("run " + run.pathspec() + " succeeded");
            return ExitStatus.OK;
        } else if (ended.status() == RunStatus.FAILED && ended.failure() != null) {
            RecordedFailureException failure = new RecordedFailureException(ended.failure());
            return new CommandErrors(terminal)
                    .tell(
                            ended.failedTask() == null
                                    ? failure
                                    : new FlowFailedException(
                                            run.id(), run.pathspec() + "/" + ended.failedTask(), failure),
                            debug);
        }
        terminal.error(
                ended.status() == RunStatus.INTERRUPTED
                        ? "run " + run.pathspec() + " was interrupted. Resume it with `resume`."
                        : "run " + run.pathspec() + " has died: nobody drives it any more. Resume it with `resume`.");
        return ExitStatus.FAILED;
    }
}
