package dev.cairn.cli;

import java.util.List;
import java.util.Map;
import java.util.Stack;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Where an option is followed by another one, its value was forgotten. A value that looks like an option is written with an
 * equals sign: {@code --text=--items}.
 */
final class OptionValues implements IParameterPreprocessor {
    /** How picocli tells {@code --text=x} from {@code --text x}. */
    private static final String SEPARATOR = "separator";

    @Override
    public boolean preprocess(Stack<String> arguments, CommandSpec command, ArgSpec option, Map<String, Object> info) {
        boolean attached = "=".equals(info.get(SEPARATOR));
        if (!attached && !arguments.isEmpty() && isOption(arguments.peek(), command)) {
            throw new MissingParameterException(
                    command.commandLine(), List.of(option), "the value of an option is missing");
        }
        return false;
    }

    /** Picocli finds an option by its name without the dashes too. */
    private static boolean isOption(String argument, CommandSpec command) {
        return argument.startsWith("-") && command.findOption(argument.split("=", 2)[0]) != null;
    }
}
