package dev.cairn.cli;

import dev.cairn.runtime.definition.FlowDefinition;
import java.util.List;

/**
 * The command line of all flows on the class path.
 *
 * <p>The exit status of the process is 0 if the command succeeded; 1 if a run failed, if what was asked for is damaged, or if the
 * output could not be written; 2 if something was named wrong: an option, or a flow, run, step, task or artifact that is not there;
 * 130 or 143 if the command was interrupted.
 */
public final class Main {
    private Main() {}

    /**
     * Executes the command in {@code args}, then ends the process.
     *
     * @param args the command, then its options and arguments, such as {@code list --json}
     */
    public static void main(String[] args) {
        Surroundings surroundings = Surroundings.ofProcess();
        List<FlowDefinition<?>> flows = ClassPathFlows.find(surroundings.terminal());
        int status = FlowCommands.of(flows, surroundings, args).execute(args);
        int exitStatus = StandardOutput.check(status, surroundings.terminal());
        System.err.flush();
        System.exit(exitStatus);
    }
}
