package dev.cairn.benchmarks.startup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A virtual machine from its start to its end. Its shell counts the time, since nobody else is told what a process took that has ended.
 *
 * @param wall how long it took, in seconds
 * @param processor how long processors worked for it, in user and system mode together, in seconds
 */
record TimedProcess(double wall, double processor) {
    private static final String TIMED = "TIMEFORMAT='%R %U %S'; time \"$@\" > \"$OUTPUT\" 2>&1";

    /**
     * Runs a program.
     *
     * @param output a file for all that it prints
     * @throws IOException if it fails, with what it printed
     */
    static TimedProcess of(List<String> program, Path output) throws IOException {
        List<String> command = new ArrayList<>(List.of("bash", "-c", TIMED, "bash"));
        command.addAll(program);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("OUTPUT", output.toString());
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        String times = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        try {
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", program) + " failed: " + Files.readString(output) + times);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return parse(times);
    }

    /** Reads what the shell says: seconds on the wall, in user and in system mode. */
    static TimedProcess parse(String times) {
        String[] seconds = times.split(" ", -1);
        return new TimedProcess(
                Double.parseDouble(seconds[0]), Double.parseDouble(seconds[1]) + Double.parseDouble(seconds[2]));
    }
}
