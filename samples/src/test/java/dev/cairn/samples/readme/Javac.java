package dev.cairn.samples.readme;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;

/**
 * The compiler of the JDK that runs the tests. It runs in this virtual machine, where it is warm; so it gets absolute paths, and what it
 * prints is as if it ran in the directory of a project.
 */
final class Javac {
    private static final ToolProvider JAVAC = ToolProvider.findFirst("javac").orElseThrow();

    private Javac() {}

    static Command.Result run(Path directory, List<String> arguments) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream screen = new PrintStream(printed, true, StandardCharsets.UTF_8);
        int exitStatus = JAVAC.run(screen, screen, arguments.toArray(String[]::new));
        String output = printed.toString(StandardCharsets.UTF_8).replace(directory + File.separator, "");
        return new Command.Result(exitStatus, Masks.readable(output, directory));
    }
}
