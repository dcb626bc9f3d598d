package dev.cairn.benchmarks.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Processes that are recorded by the Flight Recorder while they work. Used by one thread. */
final class Recording {
    private static final String SETTINGS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <configuration version="2.0">
              <event name="jdk.ExecutionSample">
                <setting name="enabled">true</setting>
                <setting name="period">10 ms</setting>
              </event>
              <event name="jdk.NativeMethodSample">
                <setting name="enabled">true</setting>
                <setting name="period">10 ms</setting>
              </event>
            </configuration>
            """;

    private final Path directory;
    private final Samples samples = new Samples();
    private final ThreadTimes times = new ThreadTimes();
    private int processes;

    /** Recordings are made in a directory that exists. */
    Recording(Path directory) {
        this.directory = directory;
    }

    Samples samples() {
        return samples;
    }

    ThreadTimes times() {
        return times;
    }

    /** Runs a class as a process to its end. */
    void run(String main, List<String> options, List<String> arguments) throws IOException {
        Path settings = Files.writeString(directory.resolve("profile.jfc"), SETTINGS);
        Path recorded = directory.resolve("recording" + ++processes + ".jfr");
        Path log = directory.resolve("log");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-XX:FlightRecorderOptions=stackdepth=512");
        command.add("-XX:StartFlightRecording=filename=" + recorded + ",settings=" + settings);
        command.add("-Xlog:jfr*=off");
        if (Runtime.version().feature() >= 24) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        times.watch(process);
        if (process.exitValue() != 0) {
            throw new IOException(main + " failed: " + Files.readString(log));
        }
        samples.read(recorded);
        Files.delete(recorded);
    }
}
