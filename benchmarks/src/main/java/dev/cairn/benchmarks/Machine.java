package dev.cairn.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a benchmark ran on, to be told with its figures. */
public final class Machine {
    private Machine() {}

    /** The virtual machine: {@code OpenJDK 64-Bit Server VM 17.0.19+10}. */
    public static String virtualMachine() {
        return System.getProperty("java.vm.name") + " " + Runtime.version();
    }

    /** The operating system and the number of processors. */
    public static String hardware() {
        return System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", "
                + Runtime.getRuntime().availableProcessors() + " processors";
    }

    /** How many threads of the whole machine wanted to run in the last minute; below 0 where the system does not tell. */
    public static String load() {
        return String.format(
                Locale.ROOT,
                "%.1f",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    /** The commit that is measured, as {@code benchmarks/run} says it; with {@code -dirty} where files were changed since. */
    public static String commit() {
        return System.getProperty("benchmarks.commit", "unknown");
    }

    /** The system, its processors and its memory: {@code Linux amd64, 2 processors (AMD EPYC), 24 GB}. */
    public static String description() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        String model = model();
        return hardware() + (model.isEmpty() ? "" : " (" + model + ")") + ", "
                + Math.round(system.getTotalMemorySize() / 1e9) + " GB";
    }

    /** The name of the processor; empty where the system has no such file as Linux has. */
    private static String model() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse("");
        } catch (IOException e) {
            return "";
        }
    }

    /** The versions of libraries, as the names of their jars on the class path have them: {@code h2 2.5.252, kryo5 5.6.2}. */
    public static String versions(String... libraries) {
        List<String> jars = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).getFileName().toString())
                .toList();
        List<String> versions = new ArrayList<>();
        for (String library : libraries) {
            jars.stream()
                    .filter(jar -> jar.matches(library + "-\\d.*\\.jar"))
                    .map(jar -> library + " " + jar.substring(library.length() + 1, jar.length() - ".jar".length()))
                    .findFirst()
                    .ifPresent(versions::add);
        }
        return String.join(", ", versions);
    }
}
