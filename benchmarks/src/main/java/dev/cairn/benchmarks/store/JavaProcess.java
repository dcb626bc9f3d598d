package dev.cairn.benchmarks.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A virtual machine of its own that measures something, and prints figures, a name and a number in each line. For one thread.
 */
final class JavaProcess implements AutoCloseable {
    private static final String FIGURE = "figure ";

    /** Whatever else a process prints is no figure, such as a style sheet. */
    private static final Pattern TOLD = Pattern.compile(FIGURE + "(\\S+) (-?[0-9.]+(?:E-?[0-9]+)?)");

    private final String main;
    private final Process process;
    private final BufferedReader output;
    private final Path errors;

    private JavaProcess(String main, Process process, Path errors) {
        this.main = main;
        this.process = process;
        this.output = process.inputReader();
        this.errors = errors;
    }

    static JavaProcess start(Class<?> main, List<String> options, Object... arguments) throws IOException {
        Path errors = Files.createTempFile("cairn-benchmark", ".log");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        if (Runtime.version().feature() >= 24) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        Stream.of(arguments).map(Object::toString).forEach(command::add);
        Process process =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        return new JavaProcess(main.getSimpleName(), process, errors);
    }

    /** Runs it to its end; its figures. */
    static Map<String, Double> run(Class<?> main, List<String> options, Object... arguments) throws IOException {
        try (JavaProcess process = start(main, options, arguments)) {
            return process.figures();
        }
    }

    /** For the measured process: tells a figure. */
    static void figure(String name, double value) {
        System.out.println(FIGURE + name + " " + value);
    }

    /** Waits until the process says {@code expected}. */
    void await(String expected) throws IOException {
        if (!expected.equals(output.readLine())) {
            throw failed();
        }
    }

    /** Checks that the process goes on. */
    void requireAlive() throws IOException {
        if (!process.isAlive()) {
            throw failed();
        }
    }

    /** Tells a process that waits for it to go on. */
    void proceed() throws IOException {
        OutputStream input = process.getOutputStream();
        input.write('\n');
        input.flush();
    }

    /** Waits for its end; its figures, in the order in which they were told. */
    Map<String, Double> figures() throws IOException {
        Map<String, Double> figures = new LinkedHashMap<>();
        output.lines().map(TOLD::matcher).filter(Matcher::matches).forEach(told -> {
            figures.put(told.group(1), Double.valueOf(told.group(2)));
        });
        if (exitStatus() != 0) {
            throw failed();
        }
        return figures;
    }

    private int exitStatus() {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private IOException failed() throws IOException {
        process.destroyForcibly();
        return new IOException(main + " failed: " + Files.readString(errors));
    }

    @Override
    public void close() {
        process.destroyForcibly();
        exitStatus();
        try {
            Files.delete(errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
