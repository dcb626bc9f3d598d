package dev.cairn.benchmarks.processor;

import dev.cairn.benchmarks.processor.Compilation.Mode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A virtual machine of its own that compiles: one compilation shows what a cold compiler takes, as in a build by Maven; the
 * last of many in a row what a warm one takes, as in a daemon or an IDE.
 *
 * @param directory of the compilation
 * @param repetitions how often each compilation is measured
 * @param options of the virtual machine
 */
record Worker(Path directory, int repetitions, List<String> options) {
    private static final String PHASES = "--phases";

    /**
     * Compiles in the modes {@code args[2..]}, in turn, {@code args[1]} times, and prints a line with the times of each; or, for
     * {@code --phases}, compiles with Cairn only and prints where its rounds spend their time.
     */
    public static void main(String[] args) {
        Compilation compilation = new Compilation(Path.of(args[0]));
        int repetitions = Integer.parseInt(args[1]);
        if (args[2].equals(PHASES)) {
            for (int i = 0; i < repetitions; i++) {
                compilation.run(Mode.CAIRN);
            }
            PhaseSampler sampler = PhaseSampler.start(Thread.currentThread());
            for (int i = 0; i < repetitions; i++) {
                compilation.run(Mode.CAIRN);
            }
            sampler.stop().forEach((phase, samples) -> System.out.println(phase + " " + samples));
            return;
        }
        List<Mode> modes = Arrays.stream(args).skip(2).map(Mode::valueOf).toList();
        for (int i = 0; i < repetitions; i++) {
            for (Mode mode : modes) {
                Compilation.Time time = compilation.run(mode);
                System.out.println(mode + " " + time.total() + " " + time.rounds());
            }
        }
    }

    /** Starts a worker, and gives the words of each line that it prints. */
    private List<String[]> fork(int times, List<String> modes) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                Worker.class.getName(),
                directory.toString(),
                Integer.toString(times)));
        command.addAll(modes);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("a compilation failed in " + directory);
            }
            return output.lines().map(line -> line.split(" ")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Compiles in each mode, in turn, each time in a new virtual machine. */
    Times cold() {
        List<String[]> lines = new ArrayList<>();
        for (int i = 0; i < repetitions; i++) {
            for (Mode mode : Mode.values()) {
                lines.addAll(fork(1, List.of(mode.name())));
            }
        }
        return Times.of(lines);
    }

    /** Compiles in each mode, in turn, in one virtual machine; the first half does not count. */
    Times warm() {
        List<String> modes = Stream.of(Mode.values()).map(Mode::name).toList();
        List<String[]> lines = fork(2 * repetitions, modes);
        return Times.of(lines.subList(lines.size() / 2, lines.size()));
    }

    /** The phases of Cairn's rounds in a warm compiler, each with how often it was seen at work. */
    List<String[]> phases() {
        return fork(repetitions, List.of(PHASES));
    }
}
