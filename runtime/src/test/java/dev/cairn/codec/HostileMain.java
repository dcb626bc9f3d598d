package dev.cairn.codec;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** Reads hostile inputs in a virtual machine of their own, and prints what became of them. */
final class HostileMain {
    private HostileMain() {}

    /** Arguments: the seed, the number of the first input, and how many. */
    public static void main(String[] arguments) {
        long seed = Long.parseLong(arguments[0]);
        long first = Long.parseLong(arguments[1]);
        long count = Long.parseLong(arguments[2]);
        HostileInputs inputs = new HostileInputs(seed);
        HostileReading reading = new HostileReading();
        long started = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long violations = 0;
        for (long number = first; number < first + count; number++) {
            HostileInput input = inputs.input(number);
            try {
                reading.read(input);
            } catch (RuntimeException | Error e) {
                violations++;
                if (violations <= 20) {
                    print(seed, number, input, e);
                }
            }
        }
        reading.counts().forEach((event, times) -> System.out.println("  " + event + ": " + times));
        System.out.println("measured " + reading.measured());
        List<String> notes = CanaryLog.notes();
        System.out.println("canary " + notes.stream().distinct().toList());
        System.out.println("violations " + violations);
        System.out.println("inputs " + count + ", seed " + seed + ", from " + first + ", "
                + count * 1_000_000_000L / (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - started)
                + " in a second of CPU time");
    }

    private static void print(long seed, long number, HostileInput input, Throwable failure) {
        System.out.println("VIOLATION by input " + number + " of seed " + seed + ": " + failure.getMessage());
        System.out.println("  codec " + input.codec().schema());
        System.out.println("  schema " + new String(input.schema(), StandardCharsets.UTF_8));
        System.out.println("  artifact "
                + HexFormat.of().formatHex(input.artifact(), 0, Math.min(400, input.artifact().length)));
        failure.printStackTrace(System.out);
    }
}
