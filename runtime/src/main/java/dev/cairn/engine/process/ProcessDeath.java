package dev.cairn.engine.process;

import java.util.List;
import java.util.Map;

/** How a virtual machine died, for people. Pure. */
final class ProcessDeath {
    /** From here on, an exit status tells the signal that ended a process. */
    private static final int SIGNALLED = 128;

    private static final int KILL = 9;
    private static final Map<Integer, String> SIGNALS = Map.ofEntries(
            Map.entry(1, "SIGHUP"),
            Map.entry(2, "SIGINT"),
            Map.entry(3, "SIGQUIT"),
            Map.entry(4, "SIGILL"),
            Map.entry(5, "SIGTRAP"),
            Map.entry(6, "SIGABRT"),
            Map.entry(7, "SIGBUS"),
            Map.entry(8, "SIGFPE"),
            Map.entry(9, "SIGKILL"),
            Map.entry(11, "SIGSEGV"),
            Map.entry(13, "SIGPIPE"),
            Map.entry(15, "SIGTERM"),
            Map.entry(24, "SIGXCPU"),
            Map.entry(25, "SIGXFSZ"));

    /** What the virtual machine prints where {@code -XX:+ExitOnOutOfMemoryError} ends it. */
    private static final String MEMORY = "Terminating due to java.lang.OutOfMemoryError: ";

    private static final String CRASH = "# A fatal error has been detected by the Java Runtime Environment:";
    private static final String REPORT = "# An error report file with more information is saved as:";

    private ProcessDeath() {}

    /**
     * How it died, as sentences.
     *
     * @param status its exit status
     * @param output the last lines that it wrote to its standard output
     */
    static String text(int status, List<String> output) {
        String memory = after(output, MEMORY);
        if (!memory.isEmpty()) {
            return "there was no memory left (" + memory
                    + "). Give it more with @Resources(memory = ..) or -Xmx, or keep fewer" + " objects in memory.";
        }
        String crash = lineAfter(output, CRASH);
        if (!crash.isEmpty()) {
            String report = lineAfter(output, REPORT);
            return "its Java virtual machine crashed: " + crash + "."
                    + (report.isEmpty() ? "" : " The details are in " + report + ".");
        }
        if (status > SIGNALLED) {
            int signal = status - SIGNALLED;
            return "it was ended by signal " + signal
                    + (SIGNALS.containsKey(signal) ? " (" + SIGNALS.get(signal) + ")" : "") + "."
                    + (signal == KILL ? " An operating system does that when the machine has no memory left." : "");
        }
        return "its exit status is " + status
                + ". The step, or something that it called, ended the process with System.exit or"
                + " Runtime.halt; end a step by returning from it, or by throwing an exception.";
    }

    private static String after(List<String> lines, String start) {
        return lines.stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .reduce("", (one, other) -> other);
    }

    /** The first line with a text below one; without its sharp. */
    private static String lineAfter(List<String> lines, String start) {
        int found = lines.indexOf(start);
        return found < 0
                ? ""
                : lines.subList(found + 1, lines.size()).stream()
                        .map(line -> line.replaceFirst("^#", "").strip())
                        .filter(line -> !line.isEmpty())
                        .findFirst()
                        .orElse("");
    }
}
