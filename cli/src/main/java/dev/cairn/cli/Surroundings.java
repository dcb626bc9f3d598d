package dev.cairn.cli;

import dev.cairn.engine.ProcessEnd;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What commands know of the process around them. Immutable.
 *
 * @param terminal where they print to
 * @param environment the environment variables
 * @param command how this program is started, as a launcher script or the documentation of a jar has it, or as it can be seen of the
 *     process; null if neither is known
 * @param clock the time, and the zone in which it is shown
 * @param processEnd what becomes of the process if a run cannot end by itself
 */
record Surroundings(
        Terminal terminal,
        Map<String, String> environment,
        @Nullable String command,
        Clock clock,
        ProcessEnd processEnd) {
    /** The system property that says how this program is started: {@code java -jar samples.jar}. */
    private static final String COMMAND = "cairn.command";

    @SuppressWarnings("JavaTimeDefaultTimeZone") // the user reads times of day
    static Surroundings ofProcess() {
        Terminal terminal = Terminal.ofProcess();
        return new Surroundings(
                terminal, System.getenv(), commandOfProcess(), Clock.systemDefaultZone(), new FlowProcess(terminal));
    }

    private static @Nullable String commandOfProcess() {
        String said = System.getProperty(COMMAND);
        return said != null
                ? said
                : StartedAs.command(
                                ProcessHandle.current().info(),
                                Thread.currentThread().getStackTrace())
                        .orElse(null);
    }

    /** What the user types to start this program, as far as it is known. */
    String program(String otherwise) {
        return command == null || command.isBlank() ? otherwise : command;
    }

    /** The environment has secrets. */
    @Override
    public String toString() {
        return "Surroundings";
    }
}
