package dev.cairn.benchmarks.store;

import dev.cairn.cli.FlowCommandLine;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.List;

/** Executes a command as the {@code main} method of a flow does, and tells how long that took and how much of the heap it ever used. */
final class CommandWorker {
    private static final double MEGABYTE = 1e6;

    private CommandWorker() {}

    /** Arguments: URL of the datastore, the command. */
    public static void main(String[] args) {
        long start = System.nanoTime();
        List<String> command = new ArrayList<>(List.of(args[1].split(" ")));
        command.add("--datastore");
        command.add(args[0]);
        int status =
                new FlowCommandLine().execute(new SmallTasksProvider().definition(), command.toArray(String[]::new));
        double milliseconds = (System.nanoTime() - start) / 1e6;
        if (status != 0) {
            throw new IllegalStateException("exit status " + status);
        }
        JavaProcess.figure("milliseconds", milliseconds);
        JavaProcess.figure("megabytes", peak() / MEGABYTE);
    }

    /** The most that each pool of the heap held, added up. */
    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
