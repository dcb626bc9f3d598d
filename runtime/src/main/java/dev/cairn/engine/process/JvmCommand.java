package dev.cairn.engine.process;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How another virtual machine like this one is started: with the same class path or module path, and with the options of this one. They are
 * written to a file, since a class path may be longer than a command line. Immutable.
 */
final class JvmCommand {
    /** An attempt fails for certain if there is no memory; a process that goes on may be damaged, or wait for memory for ever. */
    private static final String EXIT_WITHOUT_MEMORY = "-XX:+ExitOnOutOfMemoryError";

    private static final String NATIVE_ACCESS = "--enable-native-access";
    private static final int NATIVE_ACCESS_SINCE = 22;

    /** What only one process can have, such as a port, and what belongs to the main class of this one. */
    private static final List<String> NOT_INHERITED = List.of(
            "-agentlib:jdwp",
            "-Xrunjdwp",
            "-Xdebug",
            "-Dcom.sun.management.",
            "-Djdk.module.",
            "--module-path",
            "-XX:Flags=",
            "-XX:SharedArchiveFile",
            "-XX:ArchiveClassesAtExit",
            "-XX:AOT",
            "-XX:StartFlightRecording");

    private static final List<String> HEAP = List.of("-Xmx", "-Xms", "-XX:MaxHeapSize", "-XX:InitialHeapSize", "-Xmn");

    private JvmCommand() {}

    /**
     * The options and the main class.
     *
     * @param inherited the options of this process
     * @param own those that were asked for, which count more
     * @param memory the largest heap, as a number with a unit, which counts most; null if nobody said
     */
    static List<String> options(List<String> inherited, List<String> own, @Nullable String memory, int version) {
        List<String> options = new ArrayList<>(inherited.stream()
                .filter(option -> NOT_INHERITED.stream().noneMatch(option::startsWith))
                .filter(option -> memory == null || HEAP.stream().noneMatch(option::startsWith))
                .toList());
        options.add(EXIT_WITHOUT_MEMORY);
        options.addAll(own);
        if (memory != null) {
            options.add("-Xmx" + memory);
        }
        if (version >= NATIVE_ACCESS_SINCE && options.stream().noneMatch(option -> option.startsWith(NATIVE_ACCESS))) {
            options.add(NATIVE_ACCESS + "=ALL-UNNAMED"); // as the manifest of an executable jar may have it
        }
        return options;
    }

    /** Starts {@code main} with {@code argument}. Its standard streams are pipes. */
    static Process start(List<String> own, @Nullable String memory, Class<?> main, String argument, Path argumentFile)
            throws IOException {
        List<String> arguments = new ArrayList<>(options(
                ManagementFactory.getRuntimeMXBean().getInputArguments(),
                own,
                memory,
                Runtime.version().feature()));
        arguments.addAll(classes(main));
        arguments.add(argument);
        Files.write(argumentFile, arguments.stream().map(JvmCommand::quoted).toList(), Charset.defaultCharset());
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "@" + argumentFile)
                .start();
    }

    private static List<String> classes(Class<?> main) {
        String classPath = System.getProperty("java.class.path", "");
        String modulePath = System.getProperty("jdk.module.path", "");
        List<String> arguments = new ArrayList<>();
        if (!modulePath.isEmpty()) {
            arguments.addAll(List.of("--module-path", modulePath));
        }
        if (!classPath.isEmpty()) {
            arguments.addAll(List.of("-cp", classPath));
        }
        Module module = main.getModule();
        if (module.isNamed()) {
            // what is found through services is resolved too, and what the flow needs with it
            Stream.of("-m", module.getName() + "/" + main.getName()).forEach(arguments::add);
        } else {
            arguments.add(main.getName());
        }
        return arguments;
    }

    /** As the launcher reads such files. */
    private static String quoted(String argument) {
        return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
