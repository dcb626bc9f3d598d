package dev.cairn.cli;

import dev.cairn.runtime.definition.FlowDefinition;
import java.util.List;

/**
 * The command line of all flows on the class path.
 *
 * <p>The exit status of the process is 0 if the command succeeded, 1 if a run failed or the output could not be written, 2 if the
 * command line is wrong, and 130 if the command was interrupted.
 */
public final class Main {
    private Main() {}

    /** Executes the command in {@code args}, then ends the process. */
    public static void main(String[] args) {
        Surroundings surroundings = Surroundings.ofProcess();
        List<FlowDefinition<?>> flows = ClassPathFlows.find(surroundings.terminal());
        int status = FlowCommands.of(flows, surroundings).execute(args);
        int exitStatus = StandardOutput.check(status, surroundings.terminal());
        System.err.flush();
        System.exit(exitStatus);
    }
}
