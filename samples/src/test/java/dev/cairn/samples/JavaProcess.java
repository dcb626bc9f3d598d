package dev.cairn.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Other virtual machines, with the class path of the tests: what only one process can see, the next one cannot. Immutable.
 *
 * @param directory where they run, and where what they print is kept meanwhile
 * @param options such as {@code -Xmx64m}
 */
public record JavaProcess(Path directory, List<String> options) {
    private static final long MINUTES = 60; // what is large takes long on a machine that is busy

    /**
     * For what hashes more than a few megabytes: only the second compiler uses the instructions that processors have for it. By these
     * thresholds it compiles what hashes and hardly anything else, and the first compiler gathers no data for it.
     */
    private static final List<String> HASHING = List.of(
            "-XX:TieredStopAtLevel=4",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:-C1UpdateMethodData",
            "-XX:Tier4InvocationThreshold=500000",
            "-XX:Tier4MinInvocationThreshold=500000",
            "-XX:Tier4BackEdgeThreshold=4000000",
            "-XX:CompileCommand=quiet",
            "-XX:CompileCommand=CompileThresholdScaling,sun.security.provider.*::*,0.02");

    /** Without these, new virtual machines warn of SQLite, zstd and protobuf; and they compile more than a short life is worth. */
    private static final List<String> QUIET = List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:+IgnoreUnrecognizedVMOptions",
            "--sun-misc-unsafe-memory-access=allow");

    /**
     * What became of one.
     *
     * @param exitStatus 0 if all went well
     * @param output what it printed
     * @param errors what it printed as errors
     */
    public record Result(int exitStatus, String output, String errors) {}

    /** Those that hash more than a few megabytes, with a heap of so many, of which the young generation has few. */
    public static JavaProcess hashing(Path directory, int megabytes) {
        List<String> options = new ArrayList<>(HASHING);
        options.addAll(List.of("-Xmn16m", "-Xmx" + megabytes + "m"));
        return new JavaProcess(directory, options);
    }

    /** Runs the command line of all flows, of the tests too, and waits for its end. */
    public Result cairn(String... arguments) throws IOException, InterruptedException {
        return run("dev.cairn.cli.Main", arguments);
    }

    /** Runs a class and waits for its end. */
    public Result run(String main, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(QUIET);
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile(directory, "output", ".txt");
        Path errors = Files.createTempFile(directory, "errors", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        builder.environment().put("CAIRN_RUN_QUIET", "true"); // how far a run has come depends on the machine
        Process process = builder.start();
        try {
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                throw new IllegalStateException(command + " took more than " + MINUTES + " minutes and printed\n"
                        + Files.readString(output) + Files.readString(errors));
            }
            return new Result(process.exitValue(), Files.readString(output), Files.readString(errors));
        } finally {
            process.destroyForcibly();
            Files.delete(output);
            Files.delete(errors);
        }
    }
}
