package dev.cairn.benchmarks.codecs;

import com.sun.management.ThreadMXBean;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A virtual machine of its own that encodes or decodes with one serializer again and again, so that what others do leaves no
 * trace in its profile. It measures the time of the processor in the working thread: unlike the time on the wall, that does not
 * count what other programs on the machine take. What the garbage collector takes beside it is not in it either, but what was
 * allocated is told.
 */
final class Worker {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int LEAST_ITERATIONS = 3;

    /** What was made last, so that no compiler finds out that nobody wants it. */
    static volatile Object last = "";

    private Worker() {}

    /** Measures contender {@code args[0]} on workload {@code args[1]} in direction {@code args[2]}, for {@code args[3]} seconds. */
    public static void main(String[] args) throws IOException {
        Workload workload = Workload.valueOf(args[1]);
        Serializer serializer = Contender.valueOf(args[0]).serializer(workload);
        Direction direction = Direction.valueOf(args[2]);
        long nanoseconds = (long) (Double.parseDouble(args[3]) * 1e9);
        System.out.println(measure(workload, serializer, direction, nanoseconds).line());
    }

    /** Works for a while that does not count, and for as long again. */
    private static Measured measure(Workload workload, Serializer serializer, Direction direction, long nanoseconds)
            throws IOException {
        byte[] encoded = encoded(workload, serializer);
        // The other of the two would only burden the garbage collector.
        Object kept = direction.writes() ? workload.value(workload.size()) : encoded;
        iterate(serializer, direction, kept, encoded, nanoseconds);
        List<long[]> iterations = iterate(serializer, direction, kept, encoded, nanoseconds);
        double[] times =
                iterations.stream().mapToDouble(each -> each[0] / 1e6).sorted().toArray();
        double allocated =
                iterations.stream().mapToLong(each -> each[1]).average().orElseThrow();
        return new Measured(times[times.length / 2], allocated, encoded.length);
    }

    private static byte[] encoded(Workload workload, Serializer serializer) throws IOException {
        return serializer.toBytes(workload.value(workload.size())) instanceof byte[] bytes ? bytes : new byte[0];
    }

    private static List<long[]> iterate(
            Serializer serializer, Direction direction, Object value, byte[] encoded, long nanoseconds)
            throws IOException {
        List<long[]> iterations = new ArrayList<>();
        long end = System.nanoTime() + nanoseconds;
        while (iterations.size() < LEAST_ITERATIONS || System.nanoTime() < end) {
            long allocated = THREADS.getCurrentThreadAllocatedBytes();
            long start = THREADS.getCurrentThreadCpuTime();
            last = direction.run(serializer, value, encoded);
            long time = THREADS.getCurrentThreadCpuTime() - start;
            iterations.add(new long[] {time, THREADS.getCurrentThreadAllocatedBytes() - allocated});
        }
        return iterations;
    }

    /** Starts a worker, and gives what it found. */
    static Measured fork(Path codecs, Contender contender, Workload workload, Direction direction, double seconds)
            throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms2g",
                "-Xmx2g",
                "-Xmn1g",
                "-XX:+AlwaysPreTouch", // no page is touched for the first time while it is measured
                "-XX:+UseParallelGC",
                "-Dkryo.unsafe=false",
                "-cp",
                codecs + File.pathSeparator + System.getProperty("java.class.path"),
                Worker.class.getName(),
                contender.name(),
                workload.name(),
                direction.name(),
                Double.toString(seconds));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException("failed: " + command);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return Measured.parse(lines.get(lines.size() - 1));
    }
}
