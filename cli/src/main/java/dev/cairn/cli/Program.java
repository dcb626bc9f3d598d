package dev.cairn.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** A command line that takes every argument as it was typed. */
final class Program extends CommandLine {
    /** What Java puts where the bytes of an argument are no text in the encoding of the locale. */
    private static final String UNDECODABLE = "\uFFFD";

    /** What ends the options, as it is typed, and as picocli knows it: it would find the former in {@code --text=--} too. */
    private static final String END_OF_OPTIONS = "--";

    private static final String UNTYPABLE_END_OF_OPTIONS = "\0";

    private final Terminal terminal;

    Program(CommandSpec root, Terminal terminal) {
        super(root);
        this.terminal = terminal;
        setOut(terminal.outWriter());
        setErr(terminal.errWriter());
        setExpandAtFiles(false); // a value may begin with @, and what stands in a file is no part of the command
        setEndOfOptionsDelimiter(UNTYPABLE_END_OF_OPTIONS);
        setAllowOptionsAsOptionParameters(true); // `--text=--items`; without the `=` see OptionValues
        setExecutionStrategy(Program::execute);
        setParameterExceptionHandler(new UsageErrors(terminal));
        setExecutionExceptionHandler(new CommandErrors(terminal));
    }

    @Override
    public int execute(String... arguments) {
        Optional<String> undecodable = Arrays.stream(arguments)
                .filter(argument -> argument.contains(UNDECODABLE))
                .findFirst();
        if (undecodable.isPresent()) {
            terminal.error("argument `" + undecodable.get() + "` has characters that the encoding of this locale"
                    + " does not support. Set LC_ALL to a locale that uses UTF-8, such as C.UTF-8.");
            return ExitStatus.USAGE;
        }
        String[] all = arguments.clone();
        int end = Arrays.asList(all).indexOf(END_OF_OPTIONS);
        if (end >= 0) {
            all[end] = UNTYPABLE_END_OF_OPTIONS;
        }
        return super.execute(all);
    }

    /** Asked for help, picocli overlooks what it does not know; without a flow, what takes the name of one is no group to it. */
    private static int execute(ParseResult parsed) {
        List<CommandLine> commands = parsed.asCommandLineList();
        for (CommandLine command : commands) {
            List<String> unmatched = command.getUnmatchedArguments();
            if (!unmatched.isEmpty()) {
                throw new UnmatchedArgumentException(command, unmatched);
            }
        }
        CommandLine last = commands.get(commands.size() - 1);
        boolean isHelp = last.isUsageHelpRequested() || last.isVersionHelpRequested();
        if (!isHelp && last.getCommandSpec().userObject() instanceof FlowCommands.Flows flows && flows.isEmpty()) {
            String reasons = UsageErrors.withoutCode();
            throw new ExecutionException(last, reasons, new UsageException(reasons)); // as if the command had thrown it
        }
        return new RunLast().execute(parsed);
    }
}
