package dev.cairn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Virtual machines with the class path of the tests. Immutable.
 *
 * @param home the JDK
 * @param options such as {@code -Xmx64m}
 */
public record OtherJvm(Path home, List<String> options) {
    /** What became of one: its exit status, and the lines that it printed, errors too. */
    public record Result(int exitStatus, List<String> lines) {}

    /** The JDK of this test, with these options. */
    public static OtherJvm same(String... options) {
        return new OtherJvm(Path.of(System.getProperty("java.home")), List.of(options));
    }

    /** The JDK of this test, and all others that are in the same directory, where packages put them, from 17 on. */
    public static List<Path> homes() throws IOException {
        Path own = Path.of(System.getProperty("java.home")).toRealPath();
        List<Path> homes = new ArrayList<>(List.of(own));
        try (Stream<Path> siblings = Files.list(own.getParent())) {
            for (Path sibling : siblings.sorted().toList()) {
                Path home = sibling.toRealPath();
                if (!homes.contains(home) && version(home) >= 17) {
                    homes.add(home);
                }
            }
        }
        return homes;
    }

    private static int version(Path home) throws IOException {
        Path release = home.resolve("release");
        if (!Files.isExecutable(home.resolve("bin/java")) || !Files.exists(release)) {
            return 0;
        }
        return Files.readAllLines(release).stream()
                .filter(line -> line.startsWith("JAVA_VERSION=\""))
                .mapToInt(line -> Integer.parseInt(line.replaceAll("JAVA_VERSION=\"([0-9]+).*", "$1")))
                .findFirst()
                .orElse(0);
    }

    /** Runs a class and waits for its end. */
    public Result run(Class<?> main, Object... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(home.resolve("bin/java").toString()));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        Stream.of(arguments).forEach(argument -> command.add(String.valueOf(argument)));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (Stream<String> lines = process.inputReader().lines()) {
            List<String> printed = lines.toList();
            return new Result(process.waitFor(), printed);
        } finally {
            process.destroyForcibly();
        }
    }
}
