package dev.cairn.datastore.postgresql;

import dev.cairn.cli.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A command as somebody has typed it, in a process of its own.
 *
 * @param status its exit status
 * @param out what it printed
 * @param err what it printed as an error
 */
record CommandProcess(int status, String out, String err) {
    /** Runs a command with a datastore. */
    static CommandProcess type(String datastore, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Djava.util.logging.config.file=src/test/resources/logging.properties",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--datastore", datastore));
        Path out = Files.createTempFile("cairn", "out");
        Path err = Files.createTempFile("cairn", "err");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
            builder.environment().putAll(environment);
            int status = builder.start().waitFor();
            return new CommandProcess(status, Files.readString(out), Files.readString(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }
}
