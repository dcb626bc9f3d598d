package dev.cairn.cli;

import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.UnknownDatastoreException;
import dev.cairn.engine.ParameterException;
import dev.cairn.runtime.FlowFailedException;
import dev.cairn.runtime.IncompatibleCodeException;
import dev.cairn.runtime.RunInterruptedException;
import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says why a command failed: in one or two sentences, and for a failed step with the user's own stack frames. */
final class CommandErrors implements IExecutionExceptionHandler {
    private final Terminal terminal;

    CommandErrors(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int handleExecutionException(Exception problem, CommandLine command, ParseResult parsed) {
        terminal.error(message(problem));
        if (command.getParseResult().hasMatchedOption("--debug")) {
            terminal.trace(problem);
        }
        return status(problem);
    }

    private static String message(Exception problem) {
        if (problem instanceof FlowFailedException failed) {
            StringWriter trace = new StringWriter();
            Throwable cause = failed.getCause();
            cause.printStackTrace(new PrintWriter(trace));
            return "task " + failed.taskPath() + " failed: " + trace.toString().strip();
        } else if (expected(problem)) {
            return String.valueOf(problem.getMessage());
        }
        return problem + ". This should not happen; --debug shows where it did.";
    }

    private static boolean expected(Exception problem) {
        return problem instanceof DatastoreException
                || problem instanceof IllegalArgumentException
                || problem instanceof IncompatibleCodeException
                || problem instanceof RunInterruptedException;
    }

    private static int status(Exception problem) {
        if (problem instanceof ParameterException || problem instanceof UnknownDatastoreException) {
            return ExitStatus.USAGE;
        }
        return problem instanceof RunInterruptedException ? ExitStatus.INTERRUPTED : ExitStatus.FAILED;
    }
}
