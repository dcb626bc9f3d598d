package dev.cairn.datastore;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another virtual machine that runs a class of the tests and tells over its standard output how far it is. */
public final class ChildProcess implements AutoCloseable {
    /**
     * Options for what hashes more than a few megabytes: only the second compiler uses the instructions that processors have for it. By
     * these thresholds it compiles what hashes and hardly anything else, and the first compiler gathers no data for it.
     */
    public static final List<String> HASHING = List.of(
            "-XX:+UseSerialGC",
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:-C1UpdateMethodData",
            "-XX:Tier4InvocationThreshold=500000",
            "-XX:Tier4MinInvocationThreshold=500000",
            "-XX:Tier4BackEdgeThreshold=4000000",
            "-XX:CompileCommand=quiet",
            "-XX:CompileCommand=CompileThresholdScaling,sun.security.provider.*::*,0.02");

    private final Process process;
    private final BufferedReader output;

    private ChildProcess(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts {@code main} in it. */
    public static ChildProcess start(Class<?> main, String... arguments) throws IOException {
        return start(List.of("-Xmx128m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"), main, arguments);
    }

    /** Starts {@code main} in one with these options. */
    public static ChildProcess start(List<String> options, Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return new ChildProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** The next line that it wrote; waits for it. */
    public String line() throws IOException {
        String line = output.readLine();
        if (line == null) {
            throw new AssertionError("the other process ended with status " + waitFor());
        }
        return line;
    }

    /** All that it wrote since, up to its end. */
    public List<String> lines() {
        return output.lines().toList();
    }

    /** Ends its standard input, for which it may be waiting. */
    public void release() throws IOException {
        process.getOutputStream().close();
    }

    /** Lets it end in its own time; its exit status. */
    public int waitFor() {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Kills it: {@code SIGKILL}, where there are signals. */
    public void kill() {
        process.toHandle().destroyForcibly(); // unlike Process.destroyForcibly, leaves what it wrote to be read
        waitFor();
    }

    @Override
    public void close() {
        kill();
    }
}
