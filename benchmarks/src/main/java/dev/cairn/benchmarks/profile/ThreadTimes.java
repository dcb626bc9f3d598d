package dev.cairn.benchmarks.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * How much of a processor each kind of thread of a process uses: of Java, of the compilers and of the garbage collector. It looks often, so
 * that hardly anything of a thread that ended is missed. Only Linux tells that. Used by one thread.
 */
final class ThreadTimes {
    private static final long INTERVAL_NANOS = 20_000_000;
    /** Fields of proc(5), whose numbers begin at 1: the first after the name, the time in the program, the time in the kernel. */
    private static final int AFTER_NAME = 3;

    private static final int USER = 14;
    private static final int SYSTEM = 15;

    private final Map<Long, Map.Entry<String, Long>> ticks = new HashMap<>();

    /** Looks until the process has ended. */
    void watch(Process process) {
        Path threads = Path.of("/proc", String.valueOf(process.pid()), "task");
        while (process.isAlive()) {
            look(threads);
            LockSupport.parkNanos(INTERVAL_NANOS);
        }
    }

    private void look(Path threads) {
        try (Stream<Path> all = Files.list(threads)) {
            for (Path thread : all.toList()) {
                String line = Files.readString(thread.resolve("stat"));
                int end = line.lastIndexOf(')');
                String name = line.substring(line.indexOf('(') + 1, end);
                String[] fields = line.substring(end + 2).split(" ", -1);
                long used = Long.parseLong(fields[USER - AFTER_NAME]) + Long.parseLong(fields[SYSTEM - AFTER_NAME]);
                ticks.put(Long.parseLong(thread.getFileName().toString()), Map.entry(kind(name), used));
            }
        } catch (NoSuchFileException e) {
            // a thread, or the process, has ended
        } catch (IOException e) {
            // the same, in other words: "no such process"
        }
    }

    /** Threads that differ by a number do the same. */
    static String kind(String name) {
        return name.replaceAll("[-#]?\\d+$", "").replaceAll("[-#]\\d+-", "-").strip();
    }

    /** The percentage of each kind, the largest first. */
    List<Map.Entry<String, Double>> percentages() {
        Map<String, Long> kinds = new HashMap<>();
        ticks.values().forEach(thread -> kinds.merge(thread.getKey(), thread.getValue(), Long::sum));
        double all =
                Math.max(1, kinds.values().stream().mapToLong(Long::longValue).sum());
        return kinds.entrySet().stream()
                .map(kind -> Map.entry(kind.getKey(), 100 * kind.getValue() / all))
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .toList();
    }

    /** What all threads used, in seconds. */
    double seconds() {
        return ticks.values().stream().mapToLong(Map.Entry::getValue).sum() / 100.0;
    }
}
