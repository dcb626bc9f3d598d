package dev.cairn.cli;

import dev.cairn.runtime.internal.Suggestions;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line, in one sentence, and how to get help. */
final class UsageErrors implements IParameterExceptionHandler {
    private static final String PROCESSOR =
            "add cairn-processor to annotationProcessorPaths of the compiler plugin, and compile again.";

    private final Terminal terminal;

    UsageErrors(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int handleParseException(ParameterException problem, String[] args) {
        CommandLine command = problem.getCommandLine();
        if (problem instanceof UnmatchedArgumentException unmatched
                && isFlowWithoutCode(unmatched.getUnmatched().get(0), command)) {
            terminal.error(withoutCode(unmatched.getUnmatched().get(0)));
            return ExitStatus.USAGE;
        }
        if (problem.getClass() == ParameterException.class
                && !command.getSubcommands().isEmpty()) {
            command.usage(terminal.errWriter()); // nothing was named
            terminal.error(example(command)); // the last line is the first to be read
            return ExitStatus.USAGE;
        }
        terminal.error(
                message(problem) + " Try --help: " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitStatus.USAGE;
    }

    private static String example(CommandLine command) {
        boolean namesFlows = command.getCommandSpec().userObject() instanceof FlowCommands.Flows;
        return "Name a " + (namesFlows ? "flow" : "command") + ", such as `"
                + command.getCommandSpec().qualifiedName() + " "
                + command.getSubcommands().keySet().iterator().next() + "`.";
    }

    /** Whether the argument of the launcher may be a flow class: it has no flow at all, or there is a class of this name. */
    private static boolean isFlowWithoutCode(String argument, CommandLine command) {
        return command.getCommandSpec().userObject() instanceof FlowCommands.Flows flows
                && (flows.isEmpty() || ClassPathFlows.isClass(argument));
    }

    /** A class that exists was compiled without the processor; any other may also be missing from the class path. */
    private static String withoutCode(String argument) {
        return ClassPathFlows.isClass(argument)
                ? "flow class " + argument + " has no generated code: the annotation processor did not run. To run it, "
                        + PROCESSOR
                : "`" + argument + "` was not found: " + withoutCode();
    }

    /** Why the launcher may find no flow. */
    static String withoutCode() {
        return "there is no flow on the class path. If the compiled classes are missing there, add their directory or"
                + " jar. If the annotation processor did not run, " + PROCESSOR;
    }

    private static String message(ParameterException problem) {
        if (problem instanceof UnmatchedArgumentException unmatched) {
            String argument = unmatched.getUnmatched().get(0);
            String name = argument.split("=", 2)[0];
            return "`" + (mayHaveSecret(problem.getCommandLine()) ? name : argument) + "` is unknown here."
                    + Suggestions.didYouMean(name, candidates(problem));
        } else if (problem instanceof OverwrittenOptionException twice) {
            OptionSpec option = (OptionSpec) twice.getOverwritten();
            return option.longestName() + " is given twice. Give it once; write a list as comma-separated values.";
        } else if (problem instanceof MissingParameterException missing
                && missing.getMissing().get(0) instanceof OptionSpec option) {
            return option.longestName() + " needs a value: " + option.longestName() + " " + option.paramLabel() + ".";
        } else if (problem instanceof MissingParameterException missing
                && missing.getMissing().get(0) instanceof PositionalParamSpec subject) {
            return "`" + missing.getCommandLine().getCommandName() + "` needs " + subject.paramLabel() + ": "
                    + String.join(" ", subject.description()) + ".";
        }
        String message = String.valueOf(problem.getMessage());
        return message.endsWith(".") ? message : message + ".";
    }

    /** An option that is misspelt may have been meant for a secret, whose value is not repeated. */
    private static boolean mayHaveSecret(CommandLine command) {
        return command.getCommandSpec().options().stream().anyMatch(OptionSpec::hidden);
    }

    private static List<String> candidates(ParameterException problem) {
        CommandLine command = problem.getCommandLine();
        List<String> names = new ArrayList<>(command.getSubcommands().keySet());
        command.getCommandSpec().options().stream()
                .filter(option -> !option.hidden())
                .forEach(option -> names.addAll(List.of(option.names())));
        return names;
    }
}
