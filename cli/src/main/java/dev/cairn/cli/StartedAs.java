package dev.cairn.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How this process was started, up to the arguments of the program, as a shell takes it. */
final class StartedAs {
    /** A longer command would hide what is to be said. */
    private static final int MOST_CHARACTERS = 400;

    /** Options of {@code java} whose value is the next argument. */
    private static final Set<String> WITH_VALUE = Set.of(
            "-cp",
            "-classpath",
            "--class-path",
            "-p",
            "--module-path",
            "--add-modules",
            "--add-opens",
            "--add-exports");

    private StartedAs() {}

    /**
     * The command; empty if it is not known, too long, or not one that starts this program.
     *
     * @param program the process
     * @param stack the stack of its first thread
     */
    static Optional<String> command(ProcessHandle.Info program, StackTraceElement[] stack) {
        return startsCairn(stack)
                ? program.command()
                        .flatMap(java -> program.arguments().flatMap(arguments -> command(java, List.of(arguments))))
                : Optional.empty();
    }

    /** A program of the user may call the command line with other arguments than its own. */
    private static boolean startsCairn(StackTraceElement[] stack) {
        String first = stack.length == 0 ? "" : stack[stack.length - 1].getClassName();
        return first.equals(Main.class.getName())
                || stack.length > 1 && stack[stack.length - 2].getClassName().equals("dev.cairn.runtime.FlowMain");
    }

    static Optional<String> command(String java, List<String> arguments) {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            boolean ends = !argument.startsWith("-") || argument.equals("-jar") || argument.equals("-m");
            if (ends) {
                int last = argument.startsWith("-") ? i + 1 : i;
                return last < arguments.size() ? text(java, kept, arguments.subList(i, last + 1)) : Optional.empty();
            } else if (WITH_VALUE.contains(argument) && i + 1 < arguments.size()) {
                kept.add(argument);
                kept.add(arguments.get(++i));
            } else if (!mayBeSecret(argument)) {
                kept.add(argument);
            }
        }
        return Optional.empty();
    }

    /** System properties may be passwords, and agents belong to tools. */
    private static boolean mayBeSecret(String argument) {
        return argument.startsWith("-D") && !argument.startsWith("-Dcairn.")
                || argument.startsWith("-agent")
                || argument.startsWith("-javaagent");
    }

    private static Optional<String> text(String java, List<String> options, List<String> program) {
        String name = java.substring(java.lastIndexOf('/') + 1);
        String text = Stream.of(List.of(onPath(java, name) ? name : java), options, program)
                .flatMap(List::stream)
                .map(ReadBack::quoted)
                .collect(Collectors.joining(" "));
        return Optional.of(text).filter(command -> command.length() <= MOST_CHARACTERS);
    }

    /** Whether a shell that has the search path of this process finds the same program by its name. */
    private static boolean onPath(String java, String name) {
        String path = System.getenv("PATH");
        return path != null
                && Arrays.stream(path.split(":"))
                        .map(folder -> Path.of(folder, name))
                        .filter(Files::isExecutable)
                        .findFirst()
                        .filter(found -> isSame(found, java))
                        .isPresent();
    }

    private static boolean isSame(Path found, String java) {
        try {
            return Files.isSameFile(found, Path.of(java));
        } catch (IOException e) {
            return false;
        }
    }
}
