package dev.cairn.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.Locale;

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
}
