package dev.cairn.cli;

import dev.cairn.CairnException;
import dev.cairn.client.NoSuchRunException;
import dev.cairn.client.NoSuchStepException;
import dev.cairn.client.NoSuchTaskException;
import dev.cairn.client.UnknownFlowException;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.UnknownDatastoreException;
import dev.cairn.engine.IsolationRefusedException;
import dev.cairn.engine.ParameterException;
import dev.cairn.engine.RecordedFailureException;
import dev.cairn.engine.UnknownEngineException;
import dev.cairn.runtime.AbsentArtifactException;
import dev.cairn.runtime.FlowFailedException;
import dev.cairn.runtime.RunInterruptedException;
import dev.cairn.runtime.internal.FailureText;
import dev.cairn.view.NotFlatException;
import java.util.Objects;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says why a command failed: in one or two sentences, and for a failed step with the user's own stack frames. */
final class CommandErrors implements IExecutionExceptionHandler {
    /** What whoever typed the command named wrong: an option, or something that is not there. */
    private static final Set<Class<?>> NAMED_WRONG = Set.of(
            ParameterException.class,
            IsolationRefusedException.class,
            UsageException.class,
            UnknownDatastoreException.class,
            UnknownEngineException.class,
            NotFoundException.class,
            NotFlatException.class,
            UnknownFlowException.class,
            AbsentArtifactException.class,
            NoSuchRunException.class,
            NoSuchStepException.class,
            NoSuchTaskException.class);

    private final Terminal terminal;

    CommandErrors(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int handleExecutionException(Exception problem, CommandLine command, ParseResult parsed) {
        if (problem instanceof ClosedOutputException) {
            return ExitStatus.OK; // whether somebody closed it, or the disk is full, is found out at the end
        }
        return tell(problem, command.getParseResult().hasMatchedOption("--debug"));
    }

    /**
     * Says why a command failed; the exit status.
     *
     * @param debug whether to print the whole stack trace too
     */
    int tell(Exception problem, boolean debug) {
        terminal.error(message(problem));
        if (debug) {
            terminal.trace(problem);
        }
        return status(problem);
    }

    private static String message(Exception problem) {
        if (problem instanceof FlowFailedException failed && failed.getCause() instanceof DatastoreException store) {
            return "task " + failed.taskPath() + " failed: "
                    + store.getMessage(); // a trace would show nothing of the user's
        } else if (problem instanceof FlowFailedException failed
                && failed.getCause() instanceof RecordedFailureException elsewhere) {
            return "task " + failed.taskPath() + " failed: " + recorded(elsewhere);
        } else if (problem instanceof FlowFailedException failed) {
            return "task " + failed.taskPath() + " failed: "
                    + FailureText.trace(Objects.requireNonNull(failed.getCause()))
                            .strip()
                    + others(failed.otherFailures());
        } else if (expected(problem)) {
            return String.valueOf(problem.getMessage());
        }
        return FailureText.line(problem) + ". This should not happen; --debug shows where it did.";
    }

    private static String others(int failures) {
        return failures == 0
                ? ""
                : System.lineSeparator() + Amounts.count(failures, "other task")
                        + " failed; the lines of the tasks say why.";
    }

    /** What another process stored of a failure: its frames, or where there are none, what it was. */
    private static String recorded(RecordedFailureException failure) {
        String trace = failure.recorded().stackTrace().strip();
        return trace.isEmpty() ? failure.toString() : trace;
    }

    /** Problems that are not a bug in Cairn: their messages are written for users. */
    private static boolean expected(Exception problem) {
        return problem instanceof CairnException || problem instanceof IllegalArgumentException;
    }

    private static int status(Exception problem) {
        if (NAMED_WRONG.contains(problem.getClass())) {
            return ExitStatus.USAGE;
        }
        return problem instanceof RunInterruptedException ? ExitStatus.INTERRUPTED : ExitStatus.FAILED;
    }
}
