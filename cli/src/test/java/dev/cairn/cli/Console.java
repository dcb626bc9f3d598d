package dev.cairn.cli;

import dev.cairn.engine.ProcessEnd;
import dev.cairn.runtime.definition.FlowDefinition;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A terminal on which a test types commands, and reads what they print. */
final class Console {
    private final Map<String, String> environment = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Clock clock;
    private @Nullable String command;

    /** A console where the time is that of {@code clock}. */
    Console(Clock clock) {
        this.clock = clock;
    }

    /** Lets all commands use the datastore in this directory, unless they say otherwise. */
    Console in(Path directory) {
        return with("CAIRN_RUN_DATASTORE", "file:" + directory);
    }

    Console with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Says how the program is started. */
    Console startedAs(String start) {
        command = start;
        return this;
    }

    /** Types a command of one flow; the exit status. */
    int type(FlowDefinition<?> flow, String... arguments) {
        return FlowCommands.of(flow, surroundings(), arguments).execute(arguments);
    }

    /** Types a command of the launcher of these flows; the exit status. */
    int type(List<FlowDefinition<?>> flows, String... arguments) {
        return FlowCommands.of(flows, surroundings(), arguments).execute(arguments);
    }

    private Surroundings surroundings() {
        out.reset();
        err.reset();
        return new Surroundings(new Terminal(stream(out), stream(err)), environment, command, clock, ProcessEnd.LEAVE);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    /** What the last command printed. */
    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    /** What the last command complained about. */
    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
