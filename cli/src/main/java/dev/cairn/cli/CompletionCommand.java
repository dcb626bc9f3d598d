package dev.cairn.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code completion}: prints a script for bash and zsh that completes commands and options. */
final class CompletionCommand implements Callable<Integer> {
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.-]+");

    private final Surroundings surroundings;
    private @Nullable CommandSpec spec;

    CompletionCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    CommandSpec spec() {
        CommandSpec command = CommandSpec.wrapWithoutInspection(this);
        command.name("completion");
        command.mixinStandardHelpOptions(true);
        command.usageMessage()
                .description(
                        "Prints a script that lets bash and zsh complete commands and options.",
                        "Use it so:" + " source <(<command> completion)");
        command.addOption(Options.value(
                "--name", "<command>", "the command to complete: a script or an alias that starts this program"));
        spec = command;
        return command;
    }

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        ParseResult parsed = command.commandLine().getParseResult();
        String given = Options.find(parsed, "--name");
        String name = given == null ? command.root().name() : given;
        if (!WORD.matcher(name).matches()) {
            throw new UsageException("A shell completes the arguments of one word, but this program is started as `"
                    + name + "`. Make an alias or a script for that, and give its name with --name.");
        }
        surroundings.terminal().out().print(AutoComplete.bash(name, new CommandLine(command.root())));
        return ExitStatus.OK;
    }
}
