package dev.cairn.engine.temporal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A process with the class path of the tests. What it prints is kept, and can be waited for. */
final class OtherProcess implements AutoCloseable {
    private static final long MINUTES = 5;
    private static final String END = "\0";

    private final Process process;
    private final LinkedBlockingQueue<String> arriving = new LinkedBlockingQueue<>();
    private final List<String> printed = new ArrayList<>();

    private OtherProcess(Process process) {
        this.process = process;
        Thread reader = new Thread(this::read, "output of " + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts the command line of all flows of the tests, in a directory. */
    static OtherProcess cairn(Path directory, String... arguments) throws IOException {
        return java(directory, "dev.cairn.cli.Main", arguments);
    }

    /** Starts a class, for a test: it starts soon, and does not live long. */
    static OtherProcess java(Path directory, String main, String... arguments) throws IOException {
        return java(directory, List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"), main, arguments);
    }

    /** Starts a class with options of the virtual machine. */
    static OtherProcess java(Path directory, List<String> options, String main, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+IgnoreUnrecognizedVMOptions",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dcairn.temporal.test.server=true",
                "-Dcairn.command=cairn",
                "-Dslf4j.provider=org.slf4j.nop.NOPServiceProvider",
                "-Dslf4j.internal.verbosity=WARN",
                "-cp",
                System.getProperty("java.class.path"),
                main));
        command.addAll(List.of(arguments));
        return new OtherProcess(new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start());
    }

    private void read() {
        try (var lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                arriving.add(line);
            }
        } catch (IOException | UncheckedIOException e) {
            // it was killed
        }
        arriving.add(END);
    }

    long pid() {
        return process.pid();
    }

    /** Waits for a line. */
    String awaitLine(Predicate<String> wanted) throws InterruptedException {
        while (true) {
            String line = arriving.poll(MINUTES, TimeUnit.MINUTES);
            if (line == null || line.equals(END)) {
                throw new AssertionError("the line did not come; there were\n" + String.join("\n", printed));
            }
            printed.add(line);
            if (wanted.test(line)) {
                return line;
            }
        }
    }

    /** Waits for its end; its exit status. */
    int await() throws InterruptedException {
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            throw new AssertionError("process " + pid() + " does not end; it printed\n" + String.join("\n", lines()));
        }
        for (String line = arriving.take(); !line.equals(END); line = arriving.take()) {
            printed.add(line);
        }
        arriving.add(END);
        return process.exitValue();
    }

    /** What it printed so far. */
    List<String> lines() {
        for (String line = arriving.poll(); line != null && !line.equals(END); line = arriving.poll()) {
            printed.add(line);
        }
        return printed;
    }

    /** As {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** As {@code kill}. */
    void terminate() {
        process.toHandle().destroy(); // Process.destroy would close its output
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
