package dev.cairn.cli;

import dev.cairn.runtime.FlowDefinition;
import java.util.List;

/**
 * The command line of flows: of one flow, where its generated class calls {@link #run}, or of all flows on the class path.
 *
 * <p>The process ends with status 0 if all went well, 1 if a run failed or the output could not be written, 2 if the command line is wrong, 130 if it was
 * interrupted.
 */
public final class Main {
    private Main() {}

    /** The command line of one flow, for generated code: does what {@code args} say and ends the process. */
    public static void run(FlowDefinition<?> definition, String... args) {
        Surroundings surroundings = Surroundings.ofProcess();
        exit(FlowCommands.of(definition, surroundings).execute(args), surroundings.terminal());
    }

    /** The command line of all flows on the class path: does what {@code args} say and ends the process. */
    public static void main(String[] args) {
        Surroundings surroundings = Surroundings.ofProcess();
        List<FlowDefinition<?>> flows = ClassPathFlows.find(surroundings.terminal());
        exit(FlowCommands.of(flows, surroundings).execute(args), surroundings.terminal());
    }

    private static void exit(int status, Terminal terminal) {
        int exitStatus = StandardOutput.check(status, terminal);
        System.err.flush();
        System.exit(exitStatus);
    }
}
