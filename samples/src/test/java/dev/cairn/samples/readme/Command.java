package dev.cairn.samples.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a program and waits for it. What it prints, to either stream, is kept in the order in which it was printed. */
final class Command {
    private static final long MINUTES = 5;

    private final Path directory;
    private final Map<String, String> environment;

    Command(Path directory, Map<String, String> environment) {
        this.directory = directory;
        this.environment = Map.copyOf(environment);
    }

    /**
     * @param exitStatus 0 if all went well
     * @param output what was printed, as {@link Masks#readable} text
     */
    record Result(int exitStatus, String output) {}

    Result run(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(directory, "output", ".txt");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            // What the Maven that runs this test tells its children about its own project.
            builder.environment().keySet().removeIf(name -> name.startsWith("MAVEN_"));
            // The pages show what is on a terminal at the end: there, progress leaves nothing behind.
            builder.environment().put("CAIRN_RUN_QUIET", "true");
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException(
                        command + " took more than " + MINUTES + " minutes and printed\n" + Files.readString(output));
            }
            return new Result(process.exitValue(), Masks.readable(Files.readString(output), directory));
        } finally {
            Files.delete(output);
        }
    }
}
